"""Tables to fill in and import: empty, or with what is recorded."""

from collections.abc import Mapping

from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.imports import capacity_table, queries, setting_table
from placements_api.imports.organisation_table import ORGANISATIONS, wanted_of
from placements_api.imports.schemas import ImportedTable
from placements_api.imports.setting_table import SETTINGS
from service_common.auth import Principal

COLUMNS: Mapping[ImportedTable, tuple[str, ...]] = {
    ImportedTable.ORGANISATIONS: ORGANISATIONS.columns,
    ImportedTable.SETTINGS: SETTINGS.columns,
    ImportedTable.CAPACITY: capacity_table.COLUMNS,
}
REQUIRED: Mapping[ImportedTable, tuple[str, ...]] = {
    ImportedTable.ORGANISATIONS: ORGANISATIONS.required,
    ImportedTable.SETTINGS: SETTINGS.required,
    ImportedTable.CAPACITY: capacity_table.REQUIRED,
}


async def list_recorded(session: AsyncSession, principal: Principal, table: ImportedTable) -> list[list[str]]:
    """Rows that change nothing when they are imported, in the order of the columns."""
    organisations = await queries.list_organisations(session, principal, lock=False)
    if table is ImportedTable.ORGANISATIONS:
        rows = [ORGANISATIONS.cells_of(wanted_of(organisation)) for organisation in organisations]
    else:
        names = {organisation.id: organisation.name for organisation in organisations}
        settings = sorted(
            await queries.list_settings(session, principal, lock=False),
            key=lambda setting: (names[setting.organisation_id], setting.name),
        )
        if table is ImportedTable.SETTINGS:
            rows = [
                {"organisation": names[setting.organisation_id], **SETTINGS.cells_of(setting_table.wanted_of(setting))}
                for setting in settings
            ]
        else:
            lines = await queries.find_capacities(session, principal, [setting.id for setting in settings])
            rows = [
                {"organisation": names[setting.organisation_id], "setting": setting.name}
                | capacity_table.cells_of(line)
                for setting in settings
                for line in lines.get(setting.id, [])
            ]
    return [[row.get(column, "") for column in COLUMNS[table]] for row in rows]
