"""HTTP for scenarios: making them, having them computed, reading them, putting one in force."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response

from placements_api.clock import Today
from placements_api.jobs import JobsDep
from placements_api.placements.problems import PlacementsOverlap, PlacementUnderWay
from placements_api.programmes.queries import get_cohort
from placements_api.scenarios import publishing, queries, service
from placements_api.scenarios.access import CanPlan, CanReadPlans
from placements_api.scenarios.bench import open_bench
from placements_api.scenarios.board import board_read
from placements_api.scenarios.comparing import compare
from placements_api.scenarios.export import COLUMNS, rows
from placements_api.scenarios.problems import (
    CohortNotPlannable,
    PlanMovedOn,
    PlanNotReady,
    ScenarioIsBusy,
    ScenarioWasPublished,
)
from placements_api.scenarios.progress import note_what_has_changed
from placements_api.scenarios.publication_schemas import ChecklistRead, ComparisonRead, PublicationRead, PublishRequest
from placements_api.scenarios.schemas import (
    BoardRead,
    ScenarioCreate,
    ScenarioRead,
    ScenarioSummary,
    ScenarioUpdate,
    SolveRequest,
)
from service_common.db import ReaderDep, SessionDep
from service_common.etags import SeenVersion, set_etag
from service_common.idempotency import ONCE_PROBLEMS, Once
from service_common.pagination import Page, PagingDep
from service_common.problems import InvalidInput, NotFound, PreconditionRequired, VersionMismatch, problems
from service_common.sheets import SHEET_RESPONSE, SheetFormat, sheet_response

router = APIRouter(prefix="/scenarios", tags=["scenarios"])

CHANGE_PROBLEMS = (
    NotFound,
    VersionMismatch,
    PreconditionRequired,
    ScenarioIsBusy,
    ScenarioWasPublished,
    CohortNotPlannable,
)


@router.get("", summary="List scenarios", response_model=Page[ScenarioSummary])
async def list_scenarios(
    principal: CanReadPlans,
    reader: ReaderDep,
    paging: PagingDep,
    cohort_id: Annotated[UUID | None, Query(description="Only this cohort's.")] = None,
) -> Response:
    """Newest first."""
    return await queries.list_scenarios(reader, principal, paging, cohort_id=cohort_id)


@router.post(
    "",
    summary="Make a scenario",
    status_code=201,
    response_model=ScenarioRead,
    responses=problems(*ONCE_PROBLEMS),
)
async def create_scenario(new: ScenarioCreate, principal: CanPlan, session: SessionDep, once: Once) -> Response:
    """Empty, or a copy. Nothing is computed yet."""

    async def effect() -> ScenarioRead:
        return await queries.describe_scenario(session, await service.create_scenario(session, principal, new))

    return await once.answer(session, ScenarioRead, effect)


@router.get("/{scenario_id}", summary="Read one scenario", response_model=ScenarioRead, responses=problems(NotFound))
async def get_scenario(scenario_id: UUID, principal: CanReadPlans, session: SessionDep, response: Response) -> Any:
    """While a plan is computed, ask about once a second: `progress` moves, the version only when it has ended."""
    scenario = await queries.get_scenario(session, principal.partnership_id, scenario_id)
    set_etag(response, scenario)
    return await queries.describe_scenario(session, scenario)


@router.put(
    "/{scenario_id}",
    summary="Rename a scenario",
    response_model=ScenarioRead,
    responses=problems(NotFound, VersionMismatch, PreconditionRequired),
)
async def update_scenario(
    scenario_id: UUID,
    wanted: ScenarioUpdate,
    principal: CanPlan,
    session: SessionDep,
    seen_version: SeenVersion,
    response: Response,
) -> Any:
    scenario = await service.rename_scenario(session, principal, scenario_id, wanted.name, seen_version)
    set_etag(response, scenario)
    return await queries.describe_scenario(session, scenario)


@router.delete("/{scenario_id}", summary="Delete a scenario", status_code=204, responses=problems(*CHANGE_PROBLEMS))
async def delete_scenario(
    scenario_id: UUID, principal: CanPlan, session: SessionDep, seen_version: SeenVersion
) -> None:
    """What was published stays."""
    await service.delete_scenario(session, principal, scenario_id, seen_version)


@router.post(
    "/{scenario_id}/solve",
    summary="Have the plan computed",
    status_code=202,
    response_model=ScenarioRead,
    responses=problems(*CHANGE_PROBLEMS),
)
async def solve_scenario(
    scenario_id: UUID,
    wanted: SolveRequest,
    principal: CanPlan,
    session: SessionDep,
    jobs: JobsDep,
    seen_version: SeenVersion,
    response: Response,
) -> Any:
    """Pinned and started placements stay, everything else may move. Read the scenario to see how far it is."""
    scenario = await service.ask_for_plan(session, principal, jobs, scenario_id, wanted.seconds, seen_version)
    set_etag(response, scenario)
    return await queries.describe_scenario(session, scenario)


@router.post(
    "/{scenario_id}/cancel",
    summary="Stop the computation",
    status_code=202,
    response_model=ScenarioRead,
    responses=problems(NotFound),
)
async def cancel_scenario(scenario_id: UUID, principal: CanPlan, session: SessionDep, response: Response) -> Any:
    """The best plan so far is kept. Without effect when nothing is computed."""
    scenario = await service.cancel(session, principal, scenario_id)
    set_etag(response, scenario)
    return await queries.describe_scenario(session, scenario)


@router.get(
    "/{scenario_id}/board",
    summary="Read a whole plan",
    response_model=BoardRead,
    responses=problems(NotFound, CohortNotPlannable),
)
async def get_board(
    scenario_id: UUID, principal: CanReadPlans, session: SessionDep, today: Today, response: Response
) -> Any:
    """People and their blocks, settings and their weeks, broken rules and points."""
    scenario = await queries.get_scenario(session, principal.partnership_id, scenario_id)
    cohort = await get_cohort(session, principal, scenario.cohort_id)
    plan = await queries.find_plan_in_force(session, principal.partnership_id, cohort.id)
    bench = await open_bench(session, scenario, cohort)
    await note_what_has_changed(session, bench)
    described = await queries.describe_scenario(session, scenario)
    set_etag(response, scenario)
    return board_read(bench, described, plan.version if plan else 0, today)


@router.get(
    "/{scenario_id}/comparison",
    summary="Compare two scenarios of a cohort",
    response_model=ComparisonRead,
    responses=problems(NotFound, CohortNotPlannable, InvalidInput),
)
async def compare_scenarios(
    scenario_id: UUID,
    principal: CanReadPlans,
    session: SessionDep,
    other_id: Annotated[UUID, Query(alias="with", description="The other scenario.")],
) -> Any:
    """Who is somewhere else, and the points by wish."""
    first = await queries.get_scenario(session, principal.partnership_id, scenario_id)
    second = await queries.get_scenario(session, principal.partnership_id, other_id)
    if first.cohort_id != second.cohort_id:
        raise InvalidInput([("query:with", "Choose a scenario of the same cohort.")])
    cohort = await get_cohort(session, principal, first.cohort_id)
    benches = [await open_bench(session, each, cohort) for each in (first, second)]
    for bench in benches:
        await note_what_has_changed(session, bench)
    return compare(*benches)


@router.get(
    "/{scenario_id}/checklist",
    summary="Read what to look at before publishing",
    response_model=ChecklistRead,
    responses=problems(NotFound, CohortNotPlannable),
)
async def get_checklist(scenario_id: UUID, principal: CanReadPlans, session: SessionDep, today: Today) -> Any:
    return await publishing.read_checklist(session, principal, scenario_id, today)


@router.post(
    "/{scenario_id}/publish",
    summary="Put a plan in force",
    response_model=PublicationRead,
    responses=problems(*CHANGE_PROBLEMS, PlanNotReady, PlanMovedOn, PlacementUnderWay, PlacementsOverlap),
)
async def publish_scenario(
    scenario_id: UUID,
    wanted: PublishRequest,
    principal: CanPlan,
    session: SessionDep,
    today: Today,
    seen_version: SeenVersion,
    response: Response,
) -> Any:
    """Makes the cohort's placements: what is equal stays, what moved is proposed anew, what is gone is withdrawn."""
    published = await publishing.publish_scenario(session, principal, scenario_id, wanted, seen_version, today)
    set_etag(response, published)
    return published


@router.get(
    "/{scenario_id}/export",
    summary="Download a plan as a table",
    response_class=Response,
    responses=SHEET_RESPONSE | problems(NotFound, CohortNotPlannable),
)
async def export_scenario(
    scenario_id: UUID,
    principal: CanReadPlans,
    session: SessionDep,
    format_: Annotated[SheetFormat, Query(alias="format")] = "csv",
) -> Response:
    """One row for each person and block."""
    scenario = await queries.get_scenario(session, principal.partnership_id, scenario_id)
    cohort = await get_cohort(session, principal, scenario.cohort_id)
    bench = await open_bench(session, scenario, cohort)
    return sheet_response(f"plan-{scenario.id}", format_, COLUMNS, rows(bench))
