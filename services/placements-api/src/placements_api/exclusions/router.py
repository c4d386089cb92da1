"""HTTP for exclusions."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from placements_api.exclusions import queries, service
from placements_api.exclusions.problems import AlreadyExcluded
from placements_api.exclusions.schemas import ExclusionCreate, ExclusionRead
from placements_api.scenarios.access import CanPlan, CanReadPlans
from service_common.db import ReaderDep, SessionDep
from service_common.idempotency import ONCE_PROBLEMS, Once
from service_common.pagination import Page, PagingDep
from service_common.problems import NotFound, problems

router = APIRouter(prefix="/exclusions", tags=["exclusions"])


@router.get("", summary="List agreed exclusions", response_model=Page[ExclusionRead])
async def list_exclusions(
    principal: CanReadPlans,
    reader: ReaderDep,
    paging: PagingDep,
    learner_id: Annotated[UUID | None, Query(description="Only this learner's.")] = None,
) -> Response:
    return await queries.list_exclusions(reader, principal, paging, learner_id=learner_id)


@router.post(
    "",
    summary="Keep an apprentice out of a setting or an organisation",
    status_code=201,
    response_model=ExclusionRead,
    responses=problems(AlreadyExcluded, *ONCE_PROBLEMS),
)
async def create_exclusion(new: ExclusionCreate, principal: CanPlan, session: SessionDep, once: Once) -> Response:
    """It holds for every plan that is computed from now on, and shows as a broken rule in those there are."""
    return await once.answer(session, ExclusionRead, lambda: service.exclude(session, principal, new))


@router.delete("/{exclusion_id}", summary="Lift an exclusion", status_code=204, responses=problems(NotFound))
async def delete_exclusion(exclusion_id: UUID, principal: CanPlan, session: SessionDep) -> None:
    await service.lift(session, principal, exclusion_id)
