"""Every SELECT of cohorts."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import chain
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, and_, case, func, null, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from learners_api.access import sees_figures
from learners_api.cohorts.models import Cohort
from learners_api.cohorts.schemas import CohortAttention, CohortState
from learners_api.enrolments.models import Enrolment
from learners_api.enrolments.states import EnrolmentState
from learners_api.programmes.models import Programme
from service_common.auth import Principal
from service_common.pagination import Paging, Rows, list_page
from service_common.problems import NotFound

SOON_DAYS = 30


def visible_to(principal: Principal) -> ColumnElement[bool]:
    return Cohort.partnership_id == principal.partnership_id


def _state_on(day: date) -> ColumnElement[str]:
    return case(
        (Cohort.starts_on > day, CohortState.PLANNED.value),
        (Cohort.ends_on < day, CohortState.FINISHED.value),
        else_=CohortState.RUNNING.value,
    )


_IN_COHORT = and_(Enrolment.partnership_id == Cohort.partnership_id, Enrolment.cohort_id == Cohort.id)


_TAKES_A_PLACE = Enrolment.state != EnrolmentState.WITHDRAWN.value


_FIGURES = (
    select(
        func.json_build_object(
            *("places_taken", func.count().filter(_TAKES_A_PLACE)),
            *chain.from_iterable(
                (state.value, func.count().filter(Enrolment.state == state.value)) for state in EnrolmentState
            ),
        )
    )
    .where(_IN_COHORT)
    .scalar_subquery()
)
_PLACES_TAKEN = select(func.count()).where(_IN_COHORT, _TAKES_A_PLACE).scalar_subquery()


def _rows(principal: Principal, today: date) -> Select[*tuple[Any, ...]]:
    """Columns of `CohortRead`."""
    return (
        select(
            Cohort.id,
            Cohort.programme_id,
            Programme.name.label("programme_name"),
            Cohort.name,
            Cohort.starts_on,
            Cohort.ends_on,
            _state_on(today).label("state"),
            Cohort.places,
            (_FIGURES if sees_figures(principal) else null()).label("figures"),
            Cohort.version,
        )
        .join(Programme, and_(Programme.partnership_id == Cohort.partnership_id, Programme.id == Cohort.programme_id))
        .where(visible_to(principal))
    )


def with_attention(attention: CohortAttention, today: date) -> ColumnElement[bool]:
    """The cohorts that need it."""
    match attention:
        case CohortAttention.STARTING_WITH_FREE_PLACES:
            return and_(
                Cohort.starts_on > today,
                Cohort.starts_on <= today + timedelta(days=SOON_DAYS),
                Cohort.places > _PLACES_TAKEN,
            )


async def list_cohorts(
    session: AsyncSession,
    principal: Principal,
    paging: Paging,
    today: date,
    *,
    q: str = "",
    programme_id: UUID | None = None,
    state: CohortState | None = None,
    attention: CohortAttention | None = None,
) -> Rows[Any]:
    """The latest start first."""
    query = _rows(principal, today)
    for word in q.split():
        query = query.where(
            or_(Cohort.name.icontains(word, autoescape=True), Programme.name.icontains(word, autoescape=True))
        )
    if programme_id is not None:
        query = query.where(Cohort.programme_id == programme_id)
    if state is not None:
        query = query.where(_state_on(today) == state.value)
    if attention is not None:
        query = query.where(with_attention(attention, today))
    return await list_page(session, query, order_by=(Cohort.starts_on, Cohort.id), paging=paging, descending=True)


async def get_cohort(
    session: AsyncSession, principal: Principal, cohort_id: UUID, today: date
) -> Row[*tuple[Any, ...]]:
    """Raises NotFound."""
    row = (await session.execute(_rows(principal, today).where(Cohort.id == cohort_id))).one_or_none()
    if row is None:
        raise NotFound("Look it up in the list of cohorts.")
    return row


async def find_cohorts(session: AsyncSession, principal: Principal, ids: Sequence[UUID]) -> Sequence[Cohort]:
    """In no order; ids that do not exist are missing."""
    return (await session.scalars(select(Cohort).where(visible_to(principal), Cohort.id.in_(ids)))).all()


async def find_cohort_to_fill(session: AsyncSession, principal: Principal, cohort_id: UUID) -> Cohort | None:
    """The cohort, locked: until the transaction ends nobody else takes one of its places."""
    return await session.scalar(
        select(Cohort).where(visible_to(principal), Cohort.id == cohort_id).with_for_update(key_share=True)
    )


async def count_places_taken(session: AsyncSession, cohort: Cohort) -> int:
    """Places taken in a cohort that the caller has locked."""
    query = select(func.count()).where(_in(cohort), _TAKES_A_PLACE)
    return (await session.execute(query)).scalar_one()


async def count_starts_cut_off(session: AsyncSession, cohort: Cohort, starts_on: date, ends_on: date) -> int:
    """How many started within the cohort's dates and would not within these; others came from another cohort."""
    query = select(func.count()).where(
        _in(cohort),
        Enrolment.started_on.between(cohort.starts_on, cohort.ends_on),
        ~Enrolment.started_on.between(starts_on, ends_on),
    )
    return (await session.execute(query)).scalar_one()


def _in(cohort: Cohort) -> ColumnElement[bool]:
    return and_(Enrolment.partnership_id == cohort.partnership_id, Enrolment.cohort_id == cohort.id)
