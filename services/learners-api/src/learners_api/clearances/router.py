"""HTTP for clearances."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response

from learners_api.clearances import queries, service
from learners_api.clearances.access import CanChangeClearances, CanReadClearances
from learners_api.clearances.problems import ClearanceOverlaps
from learners_api.clearances.schemas import (
    ClearanceCreate,
    ClearanceList,
    ClearanceRead,
    ClearanceRemoval,
    ClearanceUpdate,
)
from service_common.db import SessionDep
from service_common.etags import SeenVersion, set_etag
from service_common.idempotency import ONCE_PROBLEMS, Once
from service_common.problems import NotFound, PreconditionRequired, VersionMismatch, problems

router = APIRouter(prefix="/learners/{learner_id:uuid}/clearances", tags=["clearances"])


@router.get("", summary="Read a learner's clearances", response_model=ClearanceList, responses=problems(NotFound))
async def list_clearances(learner_id: UUID, principal: CanReadClearances, session: SessionDep) -> Any:
    """All of them, also those that have expired."""
    return {"items": await queries.list_clearances(session, principal, learner_id)}


@router.post(
    "",
    summary="Record a clearance",
    status_code=201,
    response_model=ClearanceRead,
    responses=problems(NotFound, ClearanceOverlaps, *ONCE_PROBLEMS),
)
async def add_clearance(
    learner_id: UUID, new: ClearanceCreate, principal: CanChangeClearances, session: SessionDep, once: Once
) -> Response:
    """Employers record those of the people whom they employ."""
    return await once.answer(session, ClearanceRead, lambda: service.add_clearance(session, principal, learner_id, new))


@router.put(
    "/{clearance_id}",
    summary="Correct a clearance",
    response_model=ClearanceRead,
    responses=problems(NotFound, ClearanceOverlaps, VersionMismatch, PreconditionRequired),
)
async def correct_clearance(
    learner_id: UUID,
    clearance_id: UUID,
    wanted: ClearanceUpdate,
    principal: CanChangeClearances,
    session: SessionDep,
    seen_version: SeenVersion,
    response: Response,
) -> Any:
    """When it is renewed, record a new one; when it fails, let it end on the day before."""
    clearance = await service.correct_clearance(session, principal, learner_id, clearance_id, wanted, seen_version)
    set_etag(response, clearance)
    return clearance


@router.post(
    "/{clearance_id}/removal",
    summary="Remove a clearance",
    status_code=204,
    responses=problems(NotFound, VersionMismatch, PreconditionRequired),
)
async def remove_clearance(
    learner_id: UUID,
    clearance_id: UUID,
    removal: ClearanceRemoval,
    principal: CanChangeClearances,
    session: SessionDep,
    seen_version: SeenVersion,
) -> None:
    """It is gone from the record; the audit log keeps what it said and the reason."""
    await service.remove_clearance(session, principal, learner_id, clearance_id, removal, seen_version)
