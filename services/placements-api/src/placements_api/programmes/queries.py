"""Every SELECT of programmes and cohorts."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from fastapi import Response
from sqlalchemy import and_, bindparam, func, label, literal_column, outerjoin, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql.elements import SQLCoreOperations

from placements_api.apprentices.models import Apprentice
from placements_api.programmes.models import Cohort, Programme
from placements_api.programmes.schemas import PlanCohort
from placements_api.scenarios.models import CohortPlan
from service_common.auth import Principal
from service_common.db import Reader
from service_common.json_lists import JsonList
from service_common.pagination import Paging
from service_common.problems import NotFound

ENROLLED: Sequence[str] = ("active", "on_break")
"""States of enrolments that are planned for."""

_PEOPLE = (
    select(func.count())
    .where(
        Apprentice.partnership_id == Cohort.partnership_id,
        Apprentice.cohort_id == Cohort.id,
        Apprentice.state.in_([literal_column(f"'{state}'") for state in ENROLLED]),
    )
    .correlate(Cohort)
    .scalar_subquery()
)
_WITH_PROGRAMME_AND_PLAN = outerjoin(
    outerjoin(
        Cohort,
        Programme,
        and_(Programme.partnership_id == Cohort.partnership_id, Programme.id == Cohort.programme_id),
    ),
    CohortPlan,
    and_(CohortPlan.partnership_id == Cohort.partnership_id, CohortPlan.cohort_id == Cohort.id),
)
_FIELDS: dict[str, SQLCoreOperations[Any]] = {
    "id": Cohort.id,
    "name": Cohort.name,
    "programme_id": Cohort.programme_id,
    "programme_name": Programme.name,
    "starts_on": Cohort.starts_on,
    "ends_on": Cohort.ends_on,
    "people": _PEOPLE,
    "plan_version": func.coalesce(CohortPlan.version, literal_column("0")),
    "scenario_id": CohortPlan.scenario_id,
    "published_at": CohortPlan.published_at,
}
_COHORTS = JsonList(
    PlanCohort,
    _FIELDS,
    source=_WITH_PROGRAMME_AND_PLAN,
    order_by=(Cohort.starts_on, Cohort.id),
    filters={
        "partnership_id": Cohort.partnership_id == bindparam("partnership_id"),
        "programme_id": Cohort.programme_id == bindparam("programme_id"),
    },
    descending=True,
)


async def list_cohorts(reader: Reader, principal: Principal, paging: Paging, *, programme_id: UUID | None) -> Response:
    """Latest start first."""
    return await _COHORTS.page(reader, paging, partnership_id=principal.partnership_id, programme_id=programme_id)


async def describe_cohort(session: AsyncSession, principal: Principal, cohort_id: UUID) -> PlanCohort:
    """Raises NotFound."""
    query = select(*(label(name, column) for name, column in _FIELDS.items())).select_from(_WITH_PROGRAMME_AND_PLAN)
    found = await session.execute(
        query.where(Cohort.partnership_id == principal.partnership_id, Cohort.id == cohort_id)
    )
    row = found.one_or_none()
    if row is None:
        raise NotFound("Look it up in the list of cohorts.")
    return PlanCohort.model_validate(row)


async def get_cohort(session: AsyncSession, principal: Principal, cohort_id: UUID) -> Cohort:
    """Raises NotFound."""
    query = select(Cohort).where(Cohort.partnership_id == principal.partnership_id, Cohort.id == cohort_id)
    cohort = await session.scalar(query)
    if cohort is None:
        raise NotFound("Look it up in the list of cohorts.")
    return cohort


async def get_programme(session: AsyncSession, principal: Principal, programme_id: UUID) -> Programme:
    """Raises NotFound."""
    query = select(Programme).where(Programme.partnership_id == principal.partnership_id, Programme.id == programme_id)
    programme = await session.scalar(query)
    if programme is None:
        raise NotFound("Look it up in the list of programmes.")
    return programme
