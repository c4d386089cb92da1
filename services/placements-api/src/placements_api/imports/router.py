"""HTTP for imports."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from placements_api.host_settings.problems import SettingNameTaken
from placements_api.imports import service
from placements_api.imports.access import CanImport
from placements_api.imports.problems import PreviewOutdated
from placements_api.imports.schemas import Digest, ImportedTable, TableImport
from placements_api.imports.templates import COLUMNS, REQUIRED, list_recorded
from placements_api.organisations.problems import OrganisationNameTaken
from service_common.db import SessionDep
from service_common.problems import InvalidInput, TooLarge, problems
from service_common.sheets import (
    SHEET_RESPONSE,
    SheetBody,
    SheetFormat,
    SheetUnreadable,
    read_sheet,
    sheet_request,
    sheet_response,
)

router = APIRouter(prefix="/imports", tags=["imports"])
_EXAMPLES = (
    "name,kind,sector,postcode,ods_code\nSaltmarsh Hospice,hospice,social_care,BN11 2DH,8HM99\n",
    "organisation,name,kind,sector,postcode,minimum_age,shift_kind,weekdays,starts_at,ends_at,break_minutes\n"
    "Saltmarsh Hospice,Day rooms,hospice,social_care,BN11 2DH,18,fixed_week,Mon-Fri,08:00,16:00,30\n",
    "organisation,setting,starts_on,at_most\nSaltmarsh Hospice,Day rooms,2027-03-01,2\n",
)
"""Of each kind of table."""


@router.post(
    "/{table}",
    summary="Import a table of organisations, settings or capacity",
    response_model=TableImport,
    responses=problems(
        SheetUnreadable, InvalidInput, PreviewOutdated, OrganisationNameTaken, SettingNameTaken, TooLarge
    ),
    openapi_extra=sheet_request(*_EXAMPLES),
)
async def import_table(
    table: ImportedTable,
    body: SheetBody,
    principal: CanImport,
    session: SessionDep,
    dry_run: Annotated[
        bool, Query(description="Only tell what would change, and what is wrong with each row.")
    ] = False,
    seen: Annotated[
        Digest | None, Query(description="The digest of a preview: nothing is done where it would do something else.")
    ] = None,
) -> Any:
    """CSV or XLSX with the template's columns. Cells that are left empty change nothing; sent again, it changes
    nothing more. All rows are taken, or, where one of them is at fault, none.

    An organisation is found by its ODS code or its name, a setting by its name in its organisation. A setting whose
    periods, or closed weeks, are in a table of capacity has those afterwards and no others.
    """
    sheet = await read_sheet(body, COLUMNS[table], REQUIRED[table])
    return await service.import_table(session, principal, table, sheet, dry_run=dry_run, seen=seen)


@router.get(
    "/{table}/template",
    summary="Download a table to fill in and import",
    response_class=Response,
    responses=SHEET_RESPONSE,
)
async def get_import_template(
    table: ImportedTable,
    principal: CanImport,
    session: SessionDep,
    format_: Annotated[SheetFormat, Query(alias="format")] = "csv",
    recorded: Annotated[bool, Query(description="With a row for all that is recorded.")] = False,
) -> Response:
    rows = await list_recorded(session, principal, table) if recorded else []
    return sheet_response(table, format_, COLUMNS[table], rows)
