"""HTTP for rotas."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response

from placements_api.clock import Today
from placements_api.placements.access import CanMovePlacements, CanReadPlacements, CanSeeNeeds
from placements_api.placements.queries import get_placement
from placements_api.rotas import service
from placements_api.rotas.problems import RotaBreaksRules, RotaNotOpen
from placements_api.rotas.schemas import MonthlyHours, RotaPublication, RotaRead, RotaUpdate
from service_common.db import SessionDep
from service_common.etags import SeenVersion, set_etag
from service_common.idempotency import ONCE_PROBLEMS, Once
from service_common.problems import NotFound, PreconditionRequired, VersionMismatch, problems
from service_common.sheets import CSV, XLSX, SheetFormat, sheet_response

router = APIRouter(tags=["rotas"])

Month = Annotated[
    str, Query(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$", examples=["2027-03"], description="Such as 2027-03.")
]
Organisation = Annotated[UUID | None, Query(description="Only hosted by this organisation.")]


@router.get(
    "/placements/{placement_id:uuid}/rota",
    summary="Read the rota of a placement",
    response_model=RotaRead,
    responses=problems(NotFound),
)
async def get_rota(
    placement_id: UUID, principal: CanReadPlacements, session: SessionDep, today: Today, response: Response
) -> Any:
    """Generated from the setting's shifts and the programme's learning days, with the host's changes."""
    placement = await get_placement(session, principal, placement_id)
    set_etag(response, placement)
    return await service.describe_rota(session, placement, today)


@router.put(
    "/placements/{placement_id:uuid}/rota",
    summary="Change days of a rota",
    response_model=RotaRead,
    responses=problems(NotFound, RotaNotOpen, VersionMismatch, PreconditionRequired),
)
async def update_rota(
    placement_id: UUID,
    wanted: RotaUpdate,
    principal: CanMovePlacements,
    session: SessionDep,
    seen_version: SeenVersion,
    today: Today,
    response: Response,
) -> Any:
    """By the host or the coordinator."""
    rota = await service.change_rota(session, principal, placement_id, wanted, seen_version, today)
    set_etag(response, rota)
    return rota


@router.post(
    "/placements/{placement_id:uuid}/rota/publications",
    summary="Publish a rota",
    status_code=201,
    response_model=RotaRead,
    responses=problems(NotFound, RotaNotOpen, RotaBreaksRules, VersionMismatch, PreconditionRequired, *ONCE_PROBLEMS),
)
async def publish_rota(
    placement_id: UUID,
    wanted: RotaPublication,
    principal: CanMovePlacements,
    session: SessionDep,
    once: Once,
    seen_version: SeenVersion,
    today: Today,
) -> Response:
    """The apprentice relies on it from now; it is due 6 weeks before the placement begins."""
    return await once.answer(
        session,
        RotaRead,
        lambda: service.publish_rota(session, principal, placement_id, wanted, seen_version, today),
    )


@router.get("/rota-hours", summary="Read hours per host in a month", response_model=MonthlyHours)
async def get_rota_hours(
    principal: CanSeeNeeds, session: SessionDep, month: Month, organisation_id: Organisation = None
) -> Any:
    """As on the rotas, of placements that are confirmed, under way or completed."""
    return await service.monthly_hours(session, principal, month, organisation_id)


@router.get(
    "/rota-hours/sheet",
    summary="Download hours per host in a month",
    response_class=Response,
    responses={200: {"description": "A file to download.", "content": {CSV: {}, XLSX: {}}}},
)
async def download_rota_hours(
    principal: CanSeeNeeds,
    session: SessionDep,
    month: Month,
    organisation_id: Organisation = None,
    format_: Annotated[SheetFormat, Query(alias="format", description="Kind of file.")] = "csv",
) -> Response:
    """For payroll."""
    hours = await service.monthly_hours(session, principal, month, organisation_id)
    columns = ["month", "organisation", "setting", "family name", "given names", "shifts", "hours", "learning hours"]
    rows = [
        (
            hours.month,
            each.organisation_name,
            each.setting_name,
            each.family_name,
            each.given_names,
            each.shifts,
            each.hours,
            each.learning_hours,
        )
        for each in hours.items
    ]
    return sheet_response(f"hours-{month}", format_, columns, rows)
