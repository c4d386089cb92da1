"""HTTP for planning settings."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response

from placements_api.planning_settings import queries, service
from placements_api.planning_settings.schemas import PlanningSettingsRead, PlanningWishes
from placements_api.scenarios.access import CanPlan, CanReadPlans
from service_common.db import SessionDep
from service_common.etags import SeenVersion, set_etag
from service_common.problems import NotFound, PreconditionRequired, VersionMismatch, problems

router = APIRouter(prefix="/programmes", tags=["planning settings"])


@router.get(
    "/{programme_id}/planning-settings",
    summary="Read how a programme is planned",
    response_model=PlanningSettingsRead,
    responses=problems(NotFound),
)
async def get_planning_settings(
    programme_id: UUID, principal: CanReadPlans, session: SessionDep, response: Response
) -> Any:
    """The defaults, at version 0, while nothing was changed."""
    settings = await queries.get_planning_settings(session, principal, programme_id)
    set_etag(response, settings)
    return settings


@router.put(
    "/{programme_id}/planning-settings",
    summary="Change how a programme is planned",
    response_model=PlanningSettingsRead,
    responses=problems(NotFound, VersionMismatch, PreconditionRequired),
)
async def update_planning_settings(
    programme_id: UUID,
    wanted: PlanningWishes,
    principal: CanPlan,
    session: SessionDep,
    seen_version: SeenVersion,
    response: Response,
) -> Any:
    """All of it at once. Plans that were made stay as they are; their points follow the new weights."""
    settings = await service.change_planning_settings(session, principal, programme_id, wanted, seen_version)
    set_etag(response, settings)
    return settings
