"""Every SELECT of learners."""

from collections.abc import Sequence
from functools import cache
from typing import Any
from uuid import UUID

from fastapi import Response
from sqlalchemy import ColumnElement, FromClause, Result, Row, and_, bindparam, func, join, literal_column, null, select
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute, aliased

from learners_api.access import sees_equality_data
from learners_api.caseloads.models import Caseload
from learners_api.cohorts.models import Cohort
from learners_api.enrolments.models import Enrolment
from learners_api.enrolments.queries import IN_STATE, with_names
from learners_api.enrolments.states import EnrolmentState
from learners_api.enrolments.visibility import seen, sight, ways_of, ways_to_facts_of
from learners_api.learners import search
from learners_api.learners.models import Learner, LearnerWord
from learners_api.learners.schemas import LearnerSummary
from learners_api.organisations.models import Organisation
from learners_api.programmes.models import Programme
from service_common.auth import Principal
from service_common.db import Reader
from service_common.json_lists import JsonList
from service_common.pagination import Paging
from service_common.problems import NotFound

_IN_PARTNERSHIP = Learner.partnership_id == bindparam("partnership_id")


def _visible(ways: tuple[str, ...] | None) -> ColumnElement[bool]:
    """Those with an enrolment that is seen by one of the ways."""
    if ways is None:
        return _IN_PARTNERSHIP
    return and_(_IN_PARTNERSHIP, Learner.id.in_(select(Enrolment.learner_id).where(seen(ways))))


def visible_to(principal: Principal) -> ColumnElement[bool]:
    """The learners that there are for the principal; execute the statement with `sight(principal)`."""
    return _visible(ways_of(principal))


def _enrolments_of_learner(ways: tuple[str, ...] | None, *, latest_only: bool = False) -> ColumnElement[Any]:
    """JSON of the enrolments of the outer query's learner that are seen by one of the ways: `LearnerEnrolment`s, the
    latest first, or the latest alone, or null."""
    own = select(Enrolment).where(seen(ways), Enrolment.learner_id == Learner.id).correlate(Learner)
    if latest_only:
        own = own.order_by(Enrolment.started_on.desc()).limit(1)  # before its names are looked up
    enrolment = aliased(Enrolment, own.subquery())
    shown = (
        select(
            enrolment.id,
            enrolment.cohort_id,
            Cohort.name.label("cohort_name"),
            Cohort.programme_id,
            Programme.name.label("programme_name"),
            enrolment.employer_organisation_id,
            Organisation.name.label("employer_name"),
            enrolment.state,
            enrolment.started_on,
            enrolment.planned_end_on,
            enrolment.ended_on,
        )
        .select_from(with_names(enrolment))
        .subquery("shown")
    )
    row: ColumnElement[Any] = literal_column("shown")
    if latest_only:
        json = func.row_to_json(row)
    else:
        in_order = aggregate_order_by(row, shown.c.started_on.desc())
        json = func.coalesce(func.json_agg(in_order), literal_column("'[]'::json"))
    return select(json).select_from(shown).scalar_subquery()


@cache
def _list_seen_by(ways: tuple[str, ...] | None, *, searched: bool) -> JsonList:
    enrolled = select(Enrolment.learner_id).where(seen(ways))
    in_cohort = Enrolment.cohort_id == bindparam("cohort_id")
    source: FromClause = Learner.__table__
    order_by: tuple[InstrumentedAttribute[Any], ...] = (Learner.sort_name, Learner.id)
    if searched:
        source = join(Learner, LearnerWord, search.OF_LEARNER)
        order_by = (LearnerWord.word, LearnerWord.sort_name, LearnerWord.learner_id)
    return JsonList(
        LearnerSummary,
        {
            "id": Learner.id,
            "given_names": Learner.given_names,
            "family_name": Learner.family_name,
            "preferred_name": Learner.preferred_name,
            "date_of_birth": Learner.date_of_birth,
            "uln": Learner.uln,
            "uln_is_temporary": Learner.uln_is_temporary,
            "latest_enrolment": _enrolments_of_learner(ways, latest_only=True),
        },
        source=source,
        order_by=order_by,
        filters={
            "partnership_id": _IN_PARTNERSHIP,
            "seen": _visible(ways),
            "cohort_id": Learner.id.in_(enrolled.where(in_cohort)),
            **{name: Learner.id.in_(enrolled.where(condition)) for name, condition in IN_STATE.items()},
            **{
                f"cohort_id_{name}": Learner.id.in_(enrolled.where(in_cohort, condition))
                for name, condition in IN_STATE.items()
            },
            "uln_is_temporary": and_(Learner.uln_is_temporary),
            "uln_is_permanent": ~Learner.uln_is_temporary,
            **search.WORD_FILTERS,
        },
    )


async def list_learners(
    reader: Reader,
    principal: Principal,
    paging: Paging,
    *,
    q: str = "",
    cohort_id: UUID | None = None,
    state: EnrolmentState | None = None,
    uln_is_temporary: bool | None = None,
) -> Response:
    """By family name, then given names; with `q`, learners with the very word come first."""
    words = await search.find_words(reader, q)
    filters: dict[str, Any] = dict(words)
    if state is None:
        filters["cohort_id"] = cohort_id
    elif cohort_id is None:
        filters[f"state_{state}"] = True
    else:
        filters[f"cohort_id_state_{state}"] = {"cohort_id": cohort_id}
    if uln_is_temporary is not None:
        filters["uln_is_temporary" if uln_is_temporary else "uln_is_permanent"] = True
    return await _list_seen_by(ways_of(principal), searched=bool(words)).page(
        reader, paging, partnership_id=principal.partnership_id, seen=sight(principal), **filters
    )


async def get_learner(session: AsyncSession, principal: Principal, learner_id: UUID) -> Row[*tuple[Any, ...]]:
    """The columns of `LearnerRead`. Raises NotFound."""
    query = select(
        Learner.id,
        Learner.given_names,
        Learner.family_name,
        Learner.preferred_name,
        Learner.date_of_birth,
        Learner.sex,
        (Learner.ethnicity if sees_equality_data(principal, learner_id) else null()).label("ethnicity"),
        Learner.uln,
        Learner.uln_is_temporary,
        Learner.email,
        Learner.phone,
        Learner.home_postcode,
        _enrolments_of_learner(ways_of(principal)).label("enrolments"),
        Learner.version,
    ).where(visible_to(principal), Learner.id == learner_id)
    row = (await session.execute(query, sight(principal))).one_or_none()
    if row is None:
        raise not_found()
    return row


async def find_learner(session: AsyncSession, principal: Principal, learner_id: UUID) -> Learner | None:
    query = select(Learner).where(visible_to(principal), Learner.id == learner_id)
    return await session.scalar(query, sight(principal))


async def get_learner_with_facts(session: AsyncSession, principal: Principal, learner_id: UUID) -> Learner:
    """A learner whose travel, hours, clearances and preferences are the principal's to see. Raises NotFound."""
    query = select(Learner).where(_visible(ways_to_facts_of(principal)), Learner.id == learner_id)
    learner = await session.scalar(query, sight(principal))
    if learner is None:
        raise not_found()
    return learner


async def get_learner_to_correct(session: AsyncSession, principal: Principal, learner_id: UUID) -> Learner:
    """The learner, locked until the transaction ends. Raises NotFound."""
    query = select(Learner).where(visible_to(principal), Learner.id == learner_id)
    learner = await session.scalar(query.with_for_update(key_share=True, of=Learner), sight(principal))
    if learner is None:
        raise not_found()
    return learner


_SUPPORTERS = (
    select(
        func.coalesce(
            func.json_agg(func.json_build_object("role", Caseload.role, "account_id", Caseload.account_id)),
            literal_column("'[]'::json"),
        )
    )
    .join(
        Enrolment,
        and_(Enrolment.partnership_id == Caseload.partnership_id, Enrolment.id == Caseload.enrolment_id),
    )
    .where(Enrolment.partnership_id == Learner.partnership_id, Enrolment.learner_id == Learner.id)
    .correlate(Learner)
    .scalar_subquery()
)


async def find_snapshots(
    session: AsyncSession, principal: Principal, ids: Sequence[UUID]
) -> Sequence[Row[*tuple[Any, ...]]]:
    """The columns of `LearnerSnapshot`, in no order; ids that do not exist are missing."""
    query = select(
        Learner.id,
        Learner.given_names,
        Learner.family_name,
        Learner.preferred_name,
        Learner.date_of_birth,
        Learner.home_postcode,
        _enrolments_of_learner(ways_of(principal)).label("enrolments"),
        _SUPPORTERS.label("supporters"),
    ).where(visible_to(principal), Learner.id.in_(ids))
    found: Result[*tuple[Any, ...]] = await session.execute(query, sight(principal))
    return found.all()


def not_found() -> NotFound:
    return NotFound("Look them up in the list of learners.")
