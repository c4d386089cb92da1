"""Every SELECT of placements."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from fastapi import Response
from sqlalchemy import Date, Select, and_, any_, bindparam, case, func, join, literal_column, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.apprentices.models import Apprentice
from placements_api.host_settings.models import Setting
from placements_api.organisations.models import Organisation
from placements_api.placements.access import employs_at, hosts_at, manages_all
from placements_api.placements.life import OFFER_NOTICE, ROTA_NOTICE
from placements_api.placements.models import Placement, PlacementStep
from placements_api.placements.schemas import Need, PlacementNeed, PlacementSummary, When
from service_common.auth import Principal
from service_common.db import Reader
from service_common.json_lists import JsonList
from service_common.pagination import Paging
from service_common.problems import NotFound

_TODAY = bindparam("today", type_=Date)

_SOURCE = join(
    join(
        join(
            Placement,
            Organisation,
            and_(Organisation.partnership_id == Placement.partnership_id, Organisation.id == Placement.organisation_id),
        ),
        Setting,
        and_(Setting.partnership_id == Placement.partnership_id, Setting.id == Placement.setting_id),
        isouter=True,
    ),
    Apprentice,
    and_(Apprentice.partnership_id == Placement.partnership_id, Apprentice.enrolment_id == Placement.enrolment_id),
    isouter=True,
)
_FIELDS: dict[str, Any] = {
    "id": Placement.id,
    "cohort_id": Placement.cohort_id,
    "enrolment_id": Placement.enrolment_id,
    "learner_id": Placement.learner_id,
    "given_names": Apprentice.given_names,
    "family_name": Apprentice.family_name,
    "setting_id": Placement.setting_id,
    "setting_name": Setting.name,
    "setting_kind": Setting.kind,
    "sector": func.coalesce(Setting.sector, Organisation.sector),
    "organisation_id": Placement.organisation_id,
    "organisation_name": Organisation.name,
    "block": Placement.block,
    "block_name": Placement.block_name,
    "starts_on": Placement.starts_on,
    "ends_on": Placement.ends_on,
    "state": Placement.state,
    "reason": Placement.reason,
    "mentor_name": Placement.mentor_name,
    "offer_due_on": Placement.starts_on - literal_column(str(OFFER_NOTICE.days)),
    "rota_due_on": Placement.starts_on - literal_column(str(ROTA_NOTICE.days)),
    "rota_published_on": Placement.rota_published_on,
    "version": Placement.version,
}


def _days(count: int) -> Any:
    return literal_column(str(count))


_LIVE = Placement.state.not_in([literal_column("'declined'"), literal_column("'withdrawn'")])
_STATE_IS = {name: Placement.state == literal_column(f"'{name}'") for name in ("proposed", "offered", "accepted")}
_BEFORE_START = Placement.state.in_([literal_column("'confirmed'"), literal_column("'inducted'")])
_BEGUN = Placement.starts_on < _TODAY
_NEED = case(
    (
        and_(
            Placement.state.in_([literal_column("'started'"), literal_column("'suspended'")]),
            Placement.ends_on < _TODAY,
        ),
        literal_column(f"'{Need.SHOULD_HAVE_ENDED}'"),
    ),
    (and_(_BEFORE_START, _BEGUN), literal_column(f"'{Need.SHOULD_HAVE_STARTED}'")),
    (
        and_(_STATE_IS["proposed"], Placement.starts_on - _days(OFFER_NOTICE.days) < _TODAY),
        literal_column(f"'{Need.OFFER_LATE}'"),
    ),
    (
        and_(_STATE_IS["offered"], Placement.starts_on - _days(OFFER_NOTICE.days) < _TODAY),
        literal_column(f"'{Need.ANSWER_LATE}'"),
    ),
    (
        and_(
            Placement.state == literal_column("'confirmed'"),
            Placement.setting_id.is_not(None),
            Placement.starts_on - _days(14) <= _TODAY,
        ),
        literal_column(f"'{Need.INDUCTION_DUE}'"),
    ),
    (
        and_(
            or_(_BEFORE_START, _STATE_IS["accepted"]),
            Placement.setting_id.is_not(None),
            Placement.rota_published_on.is_(None),
            Placement.starts_on - _days(ROTA_NOTICE.days) < _TODAY,
        ),
        literal_column(f"'{Need.ROTA_LATE}'"),
    ),
    (_STATE_IS["proposed"], literal_column(f"'{Need.OFFER_DUE}'")),
    (_STATE_IS["offered"], literal_column(f"'{Need.ANSWER_DUE}'")),
    (_STATE_IS["accepted"], literal_column(f"'{Need.CONFIRMATION_DUE}'")),
)
"""What a placement waits for: worked out when somebody looks, so that no job can be late and no state changes by
itself."""

_FILTERS = {
    "partnership_id": Placement.partnership_id == bindparam("partnership_id"),
    "visible": or_(
        and_(Placement.organisation_id == any_(bindparam("hosts_at")), ~_STATE_IS["proposed"]),
        Apprentice.employer_organisation_id == any_(bindparam("employs_at")),
        Placement.learner_id == bindparam("own_learner_id"),
    ),
    "cohort_id": Placement.cohort_id == bindparam("cohort_id"),
    "organisation_id": Placement.organisation_id == bindparam("organisation_id"),
    "setting_id": Placement.setting_id == bindparam("setting_id"),
    "learner_id": Placement.learner_id == bindparam("learner_id"),
    "state": Placement.state == bindparam("state"),
    When.NOW: and_(Placement.starts_on <= _TODAY, Placement.ends_on >= _TODAY, _LIVE),
    When.NEXT: and_(Placement.starts_on > _TODAY, _LIVE),
    When.PAST: and_(Placement.ends_on < _TODAY, _LIVE),
    "needs": _NEED.is_not(None),
}
_ORDER = (Placement.starts_on, Placement.id)

_PLACEMENTS = JsonList(PlacementSummary, _FIELDS, source=_SOURCE, order_by=_ORDER, filters=_FILTERS)
_NEEDS = JsonList(PlacementNeed, _FIELDS | {"need": _NEED}, source=_SOURCE, order_by=_ORDER, filters=_FILTERS)


def _visible(principal: Principal) -> dict[str, Any] | None:
    if manages_all(principal):
        return None
    return {
        "hosts_at": hosts_at(principal),
        "employs_at": employs_at(principal),
        "own_learner_id": principal.learner_id,
    }


async def list_placements(
    reader: Reader,
    principal: Principal,
    paging: Paging,
    *,
    today: date,
    when: When | None,
    **filters: UUID | str | None,
) -> Response:
    at_a_time: dict[str, Any] = {} if when is None else {when.value: {"today": today}}
    return await _PLACEMENTS.page(
        reader,
        paging,
        partnership_id=principal.partnership_id,
        visible=_visible(principal),
        **filters,
        **at_a_time,
    )


async def list_needs(
    reader: Reader, principal: Principal, paging: Paging, *, today: date, cohort_id: UUID | None
) -> Response:
    return await _NEEDS.page(
        reader,
        paging,
        partnership_id=principal.partnership_id,
        visible=_visible(principal),
        needs={"today": today},
        cohort_id=cohort_id,
    )


def visible_to(principal: Principal) -> Select[Placement]:
    query = select(Placement).where(Placement.partnership_id == principal.partnership_id)
    if manages_all(principal):
        return query
    employed = select(Apprentice.enrolment_id).where(
        Apprentice.partnership_id == principal.partnership_id,
        Apprentice.employer_organisation_id.in_(employs_at(principal)),
    )
    return query.where(
        or_(
            and_(Placement.organisation_id.in_(hosts_at(principal)), ~_STATE_IS["proposed"]),
            Placement.enrolment_id.in_(employed),
            Placement.learner_id == principal.learner_id,
        )
    )


async def get_placement(
    session: AsyncSession, principal: Principal, placement_id: UUID, *, for_update: bool = False
) -> Placement:
    """Raises NotFound."""
    query = visible_to(principal).where(Placement.id == placement_id)
    placement = await session.scalar(query.with_for_update() if for_update else query)
    if placement is None:
        raise NotFound("Look it up in the list of placements.")
    return placement


async def lock_placements(session: AsyncSession, principal: Principal, ids: Sequence[UUID]) -> list[Placement]:
    """In the order of `ids`; locked in the order of their ids, so that two who lock wait for each other and no more.

    Raises NotFound when one is missing.
    """
    query = visible_to(principal).where(Placement.id.in_(ids)).order_by(Placement.id).with_for_update()
    found = {placement.id: placement for placement in await session.scalars(query)}
    if len(found) < len(ids):
        raise NotFound("One of the placements is not there any more. Look at the list again.")
    return [found[id_] for id_ in ids]


async def find_live_placements(session: AsyncSession, partnership_id: UUID | None, cohort_id: UUID) -> list[Placement]:
    """Of a cohort, locked: those that hold their block."""
    query = (
        select(Placement)
        .where(Placement.partnership_id == partnership_id, Placement.cohort_id == cohort_id, _LIVE)
        .order_by(Placement.id)
        .with_for_update()
    )
    return list(await session.scalars(query))


async def own_placements(session: AsyncSession, principal: Principal) -> list[Placement]:
    """The apprentice's own that stand, by their first day."""
    query = select(Placement).where(
        Placement.partnership_id == principal.partnership_id, Placement.learner_id == principal.learner_id, _LIVE
    )
    return list(await session.scalars(query.order_by(Placement.starts_on, Placement.id)))


async def summaries(session: AsyncSession, placements: Sequence[Placement]) -> dict[UUID, dict[str, Any]]:
    """The fields of the summary of each."""
    query = select(*(column.label(name) for name, column in _FIELDS.items())).select_from(_SOURCE)
    rows = await session.execute(query.where(Placement.id.in_([each.id for each in placements])))
    return {row["id"]: dict(row) for row in rows.mappings()}


async def find_demands(session: AsyncSession, placements: Sequence[Placement]) -> dict[UUID, list[str]]:
    """The clearances that the setting of each placement demands."""
    query = (
        select(Placement.id, Setting.clearances)
        .join(Setting, and_(Setting.partnership_id == Placement.partnership_id, Setting.id == Placement.setting_id))
        .where(Placement.id.in_([each.id for each in placements]))
    )
    return {row.id: row.clearances for row in await session.execute(query)}


async def find_planning_facts(
    session: AsyncSession, placements: Sequence[Placement]
) -> dict[UUID, dict[str, Any] | None]:
    """What learners-api says of the apprentice of each enrolment."""
    query = select(Apprentice.enrolment_id, Apprentice.planning).where(
        Apprentice.enrolment_id.in_([each.enrolment_id for each in placements])
    )
    return {row.enrolment_id: row.planning for row in await session.execute(query)}


async def list_steps(session: AsyncSession, placements: Sequence[Placement]) -> Mapping[UUID, list[PlacementStep]]:
    """Of each placement, oldest first."""
    steps: dict[UUID, list[PlacementStep]] = {placement.id: [] for placement in placements}
    query = select(PlacementStep).where(PlacementStep.placement_id.in_(list(steps))).order_by(PlacementStep.id)
    for step in await session.scalars(query):
        steps[step.placement_id].append(step)
    return steps
