"""Every SELECT of learners."""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any
from uuid import UUID

from fastapi import Response
from sqlalchemy import (
    ColumnElement,
    Result,
    Row,
    Select,
    and_,
    bindparam,
    func,
    literal_column,
    null,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql.elements import SQLCoreOperations

from learners_api.access import sees_equality_data
from learners_api.cohorts.models import Cohort
from learners_api.enrolments.models import Enrolment
from learners_api.enrolments.queries import OF_COHORT, OF_EMPLOYER, OF_PROGRAMME
from learners_api.enrolments.states import EnrolmentState
from learners_api.enrolments.visibility import seen, sight, ways_of
from learners_api.learners.models import Learner
from learners_api.learners.schemas import LearnerSummary
from learners_api.learners.search import WORD_FILTERS, find_words
from learners_api.organisations.models import Organisation
from learners_api.programmes.models import Programme
from service_common.auth import Principal
from service_common.json_lists import JsonList
from service_common.pagination import Paging
from service_common.problems import NotFound

_IN_PARTNERSHIP = Learner.partnership_id == bindparam("partnership_id")

_ENROLMENT_FIELDS: Mapping[str, SQLCoreOperations[Any]] = {
    "id": Enrolment.id,
    "cohort_id": Enrolment.cohort_id,
    "cohort_name": Cohort.name,
    "programme_id": Cohort.programme_id,
    "programme_name": Programme.name,
    "employer_organisation_id": Enrolment.employer_organisation_id,
    "employer_name": Organisation.name,
    "state": Enrolment.state,
    "started_on": Enrolment.started_on,
    "planned_end_on": Enrolment.planned_end_on,
    "ended_on": Enrolment.ended_on,
}
"""The columns of `LearnerEnrolment`."""

_ENROLMENT = func.json_build_object(
    *chain.from_iterable((literal_column(f"'{name}'"), column) for name, column in _ENROLMENT_FIELDS.items())
)


def _visible(ways: tuple[str, ...] | None) -> ColumnElement[bool]:
    """Those who have an enrolment that is seen by one of the ways; those who see everybody also see who has none."""
    if ways is None:
        return _IN_PARTNERSHIP
    return and_(
        _IN_PARTNERSHIP,
        or_(Learner.id == bindparam("own_learner_id"), Learner.id.in_(select(Enrolment.learner_id).where(seen(ways)))),
    )


def visible_to(principal: Principal) -> ColumnElement[bool]:
    """The learners that there are for the principal; execute the statement with `sight(principal)`."""
    return _visible(ways_of(principal))


def _enrolments_of_learner(ways: tuple[str, ...] | None, shown: ColumnElement[Any]) -> Select[*tuple[Any, ...]]:
    """What is `shown` of those enrolments of the outer query's learner that are seen by one of the ways."""
    return (
        select(shown)
        .select_from(Enrolment)
        .join(Cohort, OF_COHORT)
        .join(Programme, OF_PROGRAMME)
        .outerjoin(Organisation, OF_EMPLOYER)
        .where(seen(ways), Enrolment.learner_id == Learner.id)
        .correlate(Learner)
    )


def _enrolments_in_order(ways: tuple[str, ...] | None) -> ColumnElement[Any]:
    latest_first = func.json_agg(aggregate_order_by(_ENROLMENT, Enrolment.started_on.desc()))
    return func.coalesce(_enrolments_of_learner(ways, latest_first).scalar_subquery(), literal_column("'[]'::json"))


@cache
def _list_seen_by(ways: tuple[str, ...] | None) -> JsonList:
    latest = _enrolments_of_learner(ways, _ENROLMENT).order_by(Enrolment.started_on.desc()).limit(1)
    enrolled = select(Enrolment.learner_id).where(seen(ways))
    in_cohort, in_state = Enrolment.cohort_id == bindparam("cohort_id"), Enrolment.state == bindparam("state")
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
            "latest_enrolment": latest.scalar_subquery(),
        },
        source=Learner.__table__,
        order_by=(Learner.sort_name, Learner.id),
        filters={
            "partnership_id": _IN_PARTNERSHIP,
            "seen": _visible(ways),
            "cohort_id": Learner.id.in_(enrolled.where(in_cohort)),
            "state": Learner.id.in_(enrolled.where(in_state)),
            "state_in_cohort": Learner.id.in_(enrolled.where(in_cohort, in_state)),
            "uln_is_temporary": Learner.uln_is_temporary.is_(True),
            "uln_is_permanent": ~Learner.uln_is_temporary,
            **WORD_FILTERS,
        },
    )


async def list_learners(
    session: AsyncSession,
    principal: Principal,
    paging: Paging,
    *,
    q: str = "",
    cohort_id: UUID | None = None,
    state: EnrolmentState | None = None,
    uln_is_temporary: bool | None = None,
) -> Response:
    """By family name, then given names."""
    filters = await find_words(session, q)
    if cohort_id is not None and state is not None:
        filters["state_in_cohort"] = {"cohort_id": cohort_id, "state": state.value}
    elif cohort_id is not None:
        filters["cohort_id"] = cohort_id
    elif state is not None:
        filters["state"] = state.value
    if uln_is_temporary is not None:
        filters["uln_is_temporary" if uln_is_temporary else "uln_is_permanent"] = True
    return await _list_seen_by(ways_of(principal)).page(
        session, paging, partnership_id=principal.partnership_id, seen=sight(principal), **filters
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
        (Learner.ethnicity if sees_equality_data(principal) else null()).label("ethnicity"),
        Learner.uln,
        Learner.uln_is_temporary,
        Learner.email,
        Learner.phone,
        Learner.home_postcode,
        _enrolments_in_order(ways_of(principal)).label("enrolments"),
        Learner.version,
    ).where(visible_to(principal), Learner.id == learner_id)
    row = (await session.execute(query, sight(principal))).one_or_none()
    if row is None:
        raise _not_found()
    return row


async def find_learner(session: AsyncSession, principal: Principal, learner_id: UUID) -> Learner | None:
    query = select(Learner).where(visible_to(principal), Learner.id == learner_id)
    return await session.scalar(query, sight(principal))


async def get_learner_to_correct(session: AsyncSession, principal: Principal, learner_id: UUID) -> Learner:
    """The learner, locked until the transaction ends. Raises NotFound."""
    query = select(Learner).where(visible_to(principal), Learner.id == learner_id)
    learner = await session.scalar(query.with_for_update(key_share=True, of=Learner), sight(principal))
    if learner is None:
        raise _not_found()
    return learner


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
        _enrolments_in_order(ways_of(principal)).label("enrolments"),
    ).where(visible_to(principal), Learner.id.in_(ids))
    found: Result[*tuple[Any, ...]] = await session.execute(query, sight(principal))
    return found.all()


def _not_found() -> NotFound:
    return NotFound("Look them up in the list of learners.")
