"""HTTP for feedback."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from placements_api.feedback import queries, service
from placements_api.feedback.schemas import FeedbackSummary, FeedbackUpdate, PlacementFeedback
from placements_api.placements.access import CanPlan, CanReadPlacements
from placements_api.placements.queries import get_placement
from service_common.auth import Principal, Role, allow
from service_common.db import SessionDep
from service_common.problems import NotFound, problems

router = APIRouter(tags=["feedback"])

CanGiveFeedback = Annotated[Principal, Depends(allow(Role.APPRENTICE, Role.EMPLOYER))]


@router.get(
    "/placements/{placement_id:uuid}/feedback",
    summary="Read feedback of a placement",
    response_model=PlacementFeedback,
    responses=problems(NotFound),
)
async def get_feedback(placement_id: UUID, principal: CanReadPlacements, session: SessionDep) -> Any:
    """Apprentice and host read their own, coordinators both."""
    return await service.describe_feedback(session, principal, await get_placement(session, principal, placement_id))


@router.put(
    "/placements/{placement_id:uuid}/feedback",
    summary="Give feedback on a placement",
    response_model=PlacementFeedback,
    responses=problems(NotFound),
)
async def give_feedback(
    placement_id: UUID, wanted: FeedbackUpdate, principal: CanGiveFeedback, session: SessionDep
) -> Any:
    """As the apprentice or as the host, from the start of the placement on; again to change it."""
    return await service.give_feedback(session, principal, placement_id, wanted)


@router.get("/feedback-summary", summary="Read what a cohort says", response_model=FeedbackSummary)
async def get_feedback_summary(
    principal: CanPlan, session: SessionDep, cohort_id: Annotated[UUID, Query(description="Of which cohort.")]
) -> Any:
    """Ratings of each setting, and the sector that apprentices would choose before and after."""
    return await queries.summarise_feedback(session, principal, cohort_id)
