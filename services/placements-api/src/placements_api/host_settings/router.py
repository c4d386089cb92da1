"""HTTP for settings."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response

from placements_api.access import CanChangeHosts, CanReadHosts
from placements_api.host_settings import queries, service
from placements_api.host_settings.capacity import weekly_capacity
from placements_api.host_settings.problems import SettingNameTaken
from placements_api.host_settings.schemas import (
    CapacityUpdate,
    SettingCreate,
    SettingKind,
    SettingRead,
    SettingSummary,
    SettingUpdate,
    WeeklyCapacity,
)
from service_common.db import ReaderDep, SessionDep
from service_common.etags import SeenVersion, set_etag
from service_common.idempotency import ONCE_PROBLEMS, Once
from service_common.pagination import Page, PagingDep
from service_common.problems import NotFound, PreconditionRequired, VersionMismatch, problems
from service_common.types import CalendarDate, SearchText

router = APIRouter(prefix="/settings", tags=["settings"])


@router.get("", summary="List settings", response_model=Page[SettingSummary])
async def list_settings(
    principal: CanReadHosts,
    reader: ReaderDep,
    paging: PagingDep,
    q: Annotated[SearchText, Query(description="A part of the name, the organisation's name or the postcode.")] = "",
    organisation_id: Annotated[UUID | None, Query(description="Only this organisation's.")] = None,
    kind: Annotated[SettingKind | None, Query(description="Only settings of this kind.")] = None,
) -> Response:
    """By name. Employers and line managers see those of their own organisations."""
    return await queries.list_settings(reader, principal, paging, q=q, organisation_id=organisation_id, kind=kind)


@router.post(
    "",
    summary="Add a setting",
    status_code=201,
    response_model=SettingRead,
    responses=problems(SettingNameTaken, *ONCE_PROBLEMS),
)
async def create_setting(new: SettingCreate, principal: CanChangeHosts, session: SessionDep, once: Once) -> Response:
    """Employers add settings to their own organisations."""
    return await once.answer(session, SettingRead, lambda: service.add_setting(session, principal, new))


@router.get("/{setting_id}", summary="Read one setting", response_model=SettingRead, responses=problems(NotFound))
async def get_setting(setting_id: UUID, principal: CanReadHosts, session: SessionDep, response: Response) -> Any:
    setting = await queries.get_setting(session, principal, setting_id)
    set_etag(response, setting)
    return await queries.describe_setting(session, principal, setting)


@router.put(
    "/{setting_id}",
    summary="Change a setting",
    response_model=SettingRead,
    responses=problems(NotFound, SettingNameTaken, VersionMismatch, PreconditionRequired),
)
async def update_setting(
    setting_id: UUID,
    wanted: SettingUpdate,
    principal: CanChangeHosts,
    session: SessionDep,
    seen_version: SeenVersion,
    response: Response,
) -> Any:
    setting = await service.change_setting(session, principal, setting_id, wanted, seen_version)
    set_etag(response, setting)
    return setting


@router.put(
    "/{setting_id}/capacity",
    summary="Change what a setting can take",
    response_model=SettingRead,
    responses=problems(NotFound, VersionMismatch, PreconditionRequired),
)
async def update_setting_capacity(
    setting_id: UUID,
    wanted: CapacityUpdate,
    principal: CanChangeHosts,
    session: SessionDep,
    seen_version: SeenVersion,
    response: Response,
) -> Any:
    """All its periods and closed weeks at once. The version is the setting's."""
    setting = await service.change_capacity(session, principal, setting_id, wanted, seen_version)
    set_etag(response, setting)
    return setting


@router.get(
    "/{setting_id}/weekly-capacity",
    summary="Read what a setting can take week by week",
    response_model=WeeklyCapacity,
    responses=problems(NotFound),
)
async def get_weekly_capacity(
    setting_id: UUID,
    principal: CanReadHosts,
    session: SessionDep,
    week_of: Annotated[CalendarDate, Query(description="Any day of the first week.")],
    weeks: Annotated[int, Query(ge=1, le=156)] = 26,
) -> Any:
    """From the week of a day. It takes nobody in a closed week, and in one that has a day outside all periods."""
    setting = await queries.get_setting(session, principal, setting_id)
    periods = await queries.list_periods(session, setting)
    closures = await queries.list_closures(session, setting)
    return {"items": weekly_capacity(periods, closures, week_of, weeks)}
