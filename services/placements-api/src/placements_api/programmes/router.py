"""HTTP for cohorts that are planned."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response

from placements_api.programmes import queries
from placements_api.programmes.schemas import PlanCohort
from placements_api.scenarios.access import CanReadPlans
from service_common.db import ReaderDep, SessionDep
from service_common.pagination import Page, PagingDep
from service_common.problems import NotFound, problems

router = APIRouter(prefix="/cohorts", tags=["cohorts"])


@router.get("", summary="List cohorts and their plans in force", response_model=Page[PlanCohort])
async def list_cohorts(
    principal: CanReadPlans,
    reader: ReaderDep,
    paging: PagingDep,
    programme_id: Annotated[UUID | None, Query(description="Only this programme's.")] = None,
) -> Response:
    """Latest start first."""
    return await queries.list_cohorts(reader, principal, paging, programme_id=programme_id)


@router.get(
    "/{cohort_id}",
    summary="Read one cohort and its plan in force",
    response_model=PlanCohort,
    responses=problems(NotFound),
)
async def get_cohort(cohort_id: UUID, principal: CanReadPlans, session: SessionDep) -> Any:
    return await queries.describe_cohort(session, principal, cohort_id)
