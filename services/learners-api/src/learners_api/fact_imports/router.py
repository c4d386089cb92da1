"""HTTP for imports of facts."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response

from learners_api.clearances.problems import ClearanceOverlaps
from learners_api.clock import Today
from learners_api.fact_imports import queries, service
from learners_api.fact_imports.schemas import COLUMNS, FactsImport
from learners_api.planning_facts.access import CanChangePlanningFacts
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

router = APIRouter(prefix="/planning-facts", tags=["imports"])
_EXAMPLE = (
    "learner_id,travel_means,travel_limit_minutes,clearance,valid_from\n"
    "019a8f2e-7c00-7000-8000-000000000004,car,45,vaccination:hepatitis_b,2026-03-01\n"
)


@router.post(
    "/import",
    summary="Import travel, hours and clearances from a table",
    response_model=FactsImport,
    responses=problems(SheetUnreadable, InvalidInput, ClearanceOverlaps, TooLarge),
    openapi_extra=sheet_request(_EXAMPLE),
)
async def import_facts(
    body: SheetBody,
    principal: CanChangePlanningFacts,
    session: SessionDep,
    today: Today,
    dry_run: Annotated[
        bool, Query(description="Only tell what would change, and what is wrong with each row.")
    ] = False,
) -> Any:
    """CSV or XLSX with the template's columns. Cells that are left empty change nothing; sent again, it changes
    nothing more. All rows are taken, or, where one of them is at fault, none."""
    return await service.import_facts(session, principal, await read_sheet(body, COLUMNS), today, dry_run=dry_run)


@router.get(
    "/template",
    summary="Download a table to fill in and import",
    response_class=Response,
    responses=SHEET_RESPONSE,
)
async def get_import_template(
    principal: CanChangePlanningFacts,
    session: SessionDep,
    format_: Annotated[SheetFormat, Query(alias="format")] = "csv",
    cohort_id: Annotated[UUID | None, Query(description="With a row for each of its learners.")] = None,
) -> Response:
    """With what is recorded of travel and hours."""
    learners = [] if cohort_id is None else await queries.list_enrolled(session, principal, cohort_id)
    recorded = await queries.find_facts(session, principal, [learner.id for learner in learners])
    rows = []
    for learner in learners:
        facts = recorded.get(learner.id)
        cells = {name: getattr(learner, name) for name in ("uln", "given_names", "family_name")}
        cells |= {name: getattr(facts, name, None) for name in COLUMNS if name not in cells}
        cells |= {"learner_id": str(learner.id), "travel_means": ", ".join(facts.travel_means if facts else ())}
        rows.append([cells[name] for name in COLUMNS])
    return sheet_response("travel-hours-clearances", format_, COLUMNS, rows)
