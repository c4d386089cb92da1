"""Importing tables: all rows or none."""

import hashlib
from collections import Counter
from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.imports.plans import ImportPlan, plan_capacity, plan_organisations, plan_settings
from placements_api.imports.problems import PreviewOutdated
from placements_api.imports.schemas import ImportedRow, ImportedTable, Outcome, OutcomeCounts, TableImport
from service_common.auth import Principal
from service_common.problems import InvalidInput
from service_common.sheets import SheetRow

_PLAN_OF = {
    ImportedTable.ORGANISATIONS: plan_organisations,
    ImportedTable.SETTINGS: plan_settings,
    ImportedTable.CAPACITY: plan_capacity,
}


async def import_table(
    session: AsyncSession,
    principal: Principal,
    table: ImportedTable,
    sheet: Sequence[SheetRow],
    *,
    dry_run: bool,
    seen: str | None,
) -> TableImport:
    """What the rows change; when it is no dry run, it is changed, as single requests would.

    Raises InvalidInput for faults then, PreviewOutdated where it would change other things than those that were seen,
    and OrganisationNameTaken or SettingNameTaken when somebody else takes a name meanwhile.
    """
    plan = await _PLAN_OF[table](session, principal, sheet, lock=not dry_run)
    digest = _digest(plan)
    if not dry_run:
        faults = [
            (f"/rows/{row.row}/{fault.column}".rstrip("/"), fault.message) for row in plan.rows for fault in row.faults
        ]
        if faults:
            raise InvalidInput(faults)
        if seen is not None and seen != digest:
            raise PreviewOutdated("Something was changed after you looked at the preview. Look at it again.")
        for step in plan.steps:
            await step()
    counts = Counter(row.outcome for row in plan.rows)
    return TableImport(
        applied=not dry_run,
        digest=digest,
        counts=OutcomeCounts(**{outcome.value: counts[outcome] for outcome in Outcome}),
        rows=plan.rows,
    )


def _digest(plan: ImportPlan) -> str:
    hashed = hashlib.sha256()
    for row in plan.rows:
        hashed.update(ImportedRow.model_dump_json(row).encode())
    return hashed.hexdigest()
