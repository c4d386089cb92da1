"""HTTP for calendar addresses, and for the calendar programs that read them."""

import hashlib
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Header, Path, Query, Request, Response

from placements_api.calendars import queries, service
from placements_api.calendars.schemas import CalendarAddressCreate, CalendarAddressRead, NewCalendarAddress
from placements_api.calendars.tokens import TOKEN_PATTERN, partnership_of
from placements_api.clock import Today
from placements_api.placements.access import CanReadPlacements
from service_common.db import DataScope, ReaderDep, SessionDep, transaction
from service_common.pagination import Page, PagingDep
from service_common.problems import NotFound, problems

router = APIRouter(prefix="/calendar-addresses", tags=["calendars"])
public_router = APIRouter(prefix="/calendars", tags=["calendars"])

_NOTHING_THERE = "The address is not, or no longer, in use. Make a new one in Crossway."


@router.get("", summary="List calendar addresses in use", response_model=Page[CalendarAddressRead])
async def list_calendar_addresses(
    principal: CanReadPlacements,
    reader: ReaderDep,
    paging: PagingDep,
    setting_id: Annotated[UUID | None, Query(description="Only of this setting.")] = None,
) -> Response:
    """One's own and those of one's organisations' settings, oldest first; coordinators see all."""
    return await queries.list_addresses(reader, principal, paging, setting_id=setting_id)


@router.post(
    "",
    summary="Make a calendar address",
    status_code=201,
    response_model=NewCalendarAddress,
    responses=problems(NotFound),
)
async def create_calendar_address(
    wanted: CalendarAddressCreate, principal: CanReadPlacements, session: SessionDep, request: Request
) -> Any:
    """It ends the one that you made for the same calendar before. The answer holds a secret, so that it is not kept:
    no Idempotency-Key."""
    settings = request.app.state.settings
    calendars_url = f"{settings.public_origin}{settings.base_path}{public_router.prefix}"
    return await service.make_address(session, principal, wanted, calendars_url)


@router.delete(
    "/{calendar_address_id}", summary="Revoke a calendar address", status_code=204, responses=problems(NotFound)
)
async def revoke_calendar_address(calendar_address_id: UUID, principal: CanReadPlacements, session: SessionDep) -> None:
    """Programs that read it get nothing more."""
    address = await queries.get_address(session, principal, calendar_address_id)
    await service.revoke_address(session, principal, address)


@public_router.get(
    "/{token}",
    summary="Read a calendar",
    response_class=Response,
    responses={
        200: {"description": "An iCalendar document.", "content": {"text/calendar": {"schema": {"type": "string"}}}},
        304: {"description": "Nothing has changed since."},
        **problems(NotFound),
    },
)
async def read_calendar(
    request: Request,
    today: Today,
    token: Annotated[str, Path(pattern=TOKEN_PATTERN, description="The secret part of the address.")],
    if_none_match: Annotated[str | None, Header(max_length=200)] = None,
) -> Response:
    """For calendar programs: whoever knows the address may read."""
    partnership_id = partnership_of(token)
    if partnership_id is None:
        raise NotFound(_NOTHING_THERE)
    scope = DataScope(partnership_id=partnership_id, actor="calendar")
    async with transaction(request.app.state.sessions, scope) as session:
        document = await service.read_calendar(session, token, today)
    if document is None:
        raise NotFound(_NOTHING_THERE)
    etag = f'"{hashlib.sha256(document).hexdigest()[:32]}"'
    headers = {"ETag": etag, "Cache-Control": "private, max-age=900"}
    if if_none_match is not None and etag in {each.strip().removeprefix("W/") for each in if_none_match.split(",")}:
        return Response(status_code=304, headers=headers)
    return Response(document, media_type="text/calendar; charset=utf-8", headers=headers)
