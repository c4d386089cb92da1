"""Making scenarios, naming them, asking for a plan, and giving them up."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.jobs import PlacementsJobs
from placements_api.planning_settings.queries import get_planning_settings
from placements_api.programmes.queries import get_cohort
from placements_api.scenarios.bench import open_bench
from placements_api.scenarios.cells import Cells, load_cells, store_cells
from placements_api.scenarios.models import Scenario
from placements_api.scenarios.problems import CohortNotPlannable, ScenarioIsBusy, ScenarioWasPublished
from placements_api.scenarios.progress import progress_document
from placements_api.scenarios.queries import get_scenario, is_closed
from placements_api.scenarios.schemas import OriginKind, ScenarioCreate, ScenarioState
from service_common import audit
from service_common.auth import Principal
from service_common.etags import check_version
from service_common.jobs import enqueue
from service_common.problems import InvalidInput, NotFound

BUSY = frozenset({ScenarioState.QUEUED.value, ScenarioState.SOLVING.value})
_SILENT = timedelta(seconds=30)
"""A computation that has not told of itself for so long is taken for dead."""


async def create_scenario(session: AsyncSession, principal: Principal, new: ScenarioCreate) -> Scenario:
    """Raises InvalidInput for a cohort or scenario that is not there."""
    try:
        cohort = await get_cohort(session, principal, new.cohort_id)
    except NotFound as error:
        raise InvalidInput([("/cohort_id", "Choose one of the cohorts.")]) from error
    original = None if new.copy_of is None else await _original(session, principal, new.copy_of, cohort.id)
    scenario = Scenario(
        partnership_id=principal.partnership_id,
        cohort_id=cohort.id,
        name=new.name,
        state=ScenarioState.DRAFT.value,
        origin=OriginKind.FRESH.value if original is None else OriginKind.COPY.value,
        origin_scenario_id=None if original is None else original.id,
        origin_sentence="Planned from the beginning." if original is None else f"A copy of “{original.name}”.",
    )
    session.add(scenario)
    await session.flush()
    await session.refresh(scenario)
    if original is not None:
        for name in ("assumptions", "cost", "bound", "violation_count", "unplaced_count"):
            setattr(scenario, name, getattr(original, name))
        await store_cells(session, scenario, Cells(), await load_cells(session, original))
        await session.flush()
    await audit.record(session, principal, "scenario.created", scenario.id, {"cohort_id": str(cohort.id)})
    return scenario


async def _original(session: AsyncSession, principal: Principal, scenario_id: UUID, cohort_id: UUID) -> Scenario:
    wrong = InvalidInput([("/copy_of", "Choose a scenario of the same cohort.")])
    try:
        original = await get_scenario(session, principal.partnership_id, scenario_id)
    except NotFound as error:
        raise wrong from error
    if original.cohort_id != cohort_id:
        raise wrong
    return original


async def scenario_to_change(
    session: AsyncSession, principal: Principal, scenario_id: UUID, seen_version: int
) -> Scenario:
    """Locked, with its next version. Raises NotFound, VersionMismatch, ScenarioIsBusy, ScenarioWasPublished."""
    scenario = await get_scenario(session, principal.partnership_id, scenario_id, for_update=True)
    check_version(scenario, seen_version)
    if scenario.state in BUSY:
        raise ScenarioIsBusy("Wait for the plan, or cancel the computation.")
    if is_closed(scenario):
        raise ScenarioWasPublished("Copy it to make changes, and publish the copy.")
    scenario.version += 1
    return scenario


async def rename_scenario(
    session: AsyncSession, principal: Principal, scenario_id: UUID, name: str, seen_version: int
) -> Scenario:
    """Published ones too. Raises NotFound, VersionMismatch."""
    scenario = await get_scenario(session, principal.partnership_id, scenario_id, for_update=True)
    check_version(scenario, seen_version)
    scenario.name = name
    scenario.version += 1
    await session.flush()
    return scenario


async def delete_scenario(session: AsyncSession, principal: Principal, scenario_id: UUID, seen_version: int) -> None:
    """Raises NotFound, VersionMismatch, ScenarioIsBusy, ScenarioWasPublished."""
    scenario = await scenario_to_change(session, principal, scenario_id, seen_version)
    await session.delete(scenario)
    await session.flush()
    await audit.record(session, principal, "scenario.deleted", scenario_id)


async def ask_for_plan(
    session: AsyncSession,
    principal: Principal,
    jobs: PlacementsJobs,
    scenario_id: UUID,
    seconds: int | None,
    seen_version: int,
) -> Scenario:
    """Queue the computation. Raises what scenario_to_change does, and CohortNotPlannable."""
    scenario = await scenario_to_change(session, principal, scenario_id, seen_version)
    cohort = await get_cohort(session, principal, scenario.cohort_id)
    bench = await open_bench(session, scenario, cohort)
    if not bench.assembled.people:
        raise CohortNotPlannable("Nobody is enrolled in the cohort yet.")
    if seconds is None:
        seconds = (await get_planning_settings(session, principal, cohort.programme_id)).solve_seconds
    scenario.state = ScenarioState.QUEUED.value
    scenario.cancel_wanted = False
    scenario.conflict = scenario.failure = None
    scenario.progress = progress_document("waiting for its turn", seconds)
    await session.flush()
    await enqueue(
        session,
        jobs.solve_scenario,
        partnership_id=str(scenario.partnership_id),
        scenario_id=str(scenario.id),
        seconds=seconds,
    )
    await audit.record(session, principal, "scenario.solve_asked", scenario.id)
    return scenario


async def cancel(session: AsyncSession, principal: Principal, scenario_id: UUID) -> Scenario:
    """Ask the computation to stop; one that does not answer any more is over at once. Raises NotFound."""
    scenario = await get_scenario(session, principal.partnership_id, scenario_id, for_update=True)
    if scenario.state not in BUSY:
        return scenario
    scenario.cancel_wanted = True
    told_at = datetime.fromisoformat((scenario.progress or {})["told_at"])
    if scenario.state == ScenarioState.QUEUED.value or datetime.now(UTC) - told_at > _SILENT:
        scenario.state = ScenarioState.CANCELLED.value
        scenario.version += 1
    await session.flush()
    return scenario
