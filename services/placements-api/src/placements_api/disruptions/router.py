"""HTTP for disruptions."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response

from placements_api.disruptions import queries, service
from placements_api.disruptions.problems import NoPlanInForce
from placements_api.disruptions.schemas import DisruptionCreate, DisruptionRead
from placements_api.jobs import JobsDep
from placements_api.scenarios.access import CanPlan, CanReadPlans
from placements_api.scenarios.problems import CohortNotPlannable, ScenarioIsBusy, ScenarioWasPublished
from service_common.db import SessionDep
from service_common.idempotency import ONCE_PROBLEMS, Once
from service_common.pagination import Page, PagingDep
from service_common.problems import NotFound, problems

router = APIRouter(tags=["disruptions"])


@router.get(
    "/cohorts/{cohort_id}/disruptions",
    summary="List what happened to a cohort's plans",
    response_model=Page[DisruptionRead],
    responses=problems(NotFound, CohortNotPlannable),
)
async def list_disruptions(cohort_id: UUID, principal: CanReadPlans, session: SessionDep, paging: PagingDep) -> Any:
    """The latest first."""
    page = await queries.list_disruptions(session, principal, cohort_id, paging)
    items = [await queries.describe_disruption(session, principal, each) for each in page.items]
    return {"items": items, "next_cursor": page.next_cursor}


@router.post(
    "/cohorts/{cohort_id}/disruptions",
    summary="Tell that something happened to the plan in force",
    status_code=201,
    response_model=DisruptionRead,
    responses=problems(NotFound, NoPlanInForce, CohortNotPlannable, *ONCE_PROBLEMS),
)
async def create_disruption(
    cohort_id: UUID, new: DisruptionCreate, principal: CanPlan, session: SessionDep, jobs: JobsDep, once: Once
) -> Response:
    """A worker looks for ways to mend the plan, each a scenario. Nothing changes before one of them is published."""
    return await once.answer(
        session, DisruptionRead, lambda: service.report_disruption(session, principal, jobs, cohort_id, new)
    )


@router.get(
    "/disruptions/{disruption_id}",
    summary="Read what happened, and the ways to mend the plan",
    response_model=DisruptionRead,
    responses=problems(NotFound, CohortNotPlannable),
)
async def get_disruption(disruption_id: UUID, principal: CanReadPlans, session: SessionDep) -> Any:
    """While it is worked on, ask about once a second."""
    disruption = await queries.get_disruption(session, principal, disruption_id)
    return await queries.describe_disruption(session, principal, disruption)


@router.delete(
    "/disruptions/{disruption_id}",
    summary="Delete what was told, and the ways to mend the plan",
    status_code=204,
    responses=problems(NotFound, ScenarioIsBusy, ScenarioWasPublished),
)
async def delete_disruption(disruption_id: UUID, principal: CanPlan, session: SessionDep) -> None:
    """Also while it is worked on. Not once one of the ways was published."""
    await service.delete_disruption(session, principal, disruption_id)
