"""HTTP for costs."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends

from placements_api.costs.queries import cohort_costs
from placements_api.costs.schemas import CohortCosts
from service_common.auth import Principal, Role, allow
from service_common.db import SessionDep
from service_common.problems import NotFound, problems

router = APIRouter(tags=["costs"])

CanReadCosts = Annotated[
    Principal, Depends(allow(Role.COORDINATOR, Role.ADMINISTRATOR, Role.FUNDER, scope="placements:read"))
]


@router.get(
    "/cohorts/{cohort_id}/costs",
    summary="Read what a cohort costs and who carries it",
    response_model=CohortCosts,
    responses=problems(NotFound),
)
async def get_cohort_costs(cohort_id: UUID, principal: CanReadCosts, session: SessionDep) -> Any:
    """The programme's funding lines for the apprentices of the plan in force. What is not known is said to be so."""
    return await cohort_costs(session, principal, cohort_id)
