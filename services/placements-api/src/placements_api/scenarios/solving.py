"""The computation of a plan, as a worker does it."""

import asyncio
import time
from contextlib import AbstractAsyncContextManager
from uuid import UUID

import structlog
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.car_journeys.learning import learn_car_journeys
from placements_api.car_journeys.queries import Asked
from placements_api.planning.problem import Plan
from placements_api.planning.progress import Progress
from placements_api.planning.solve import Outcome
from placements_api.programmes.models import Cohort
from placements_api.scenarios.bench import Bench, open_bench
from placements_api.scenarios.cells import Cells, remember, store_cells
from placements_api.scenarios.engine import Engine, EngineFailed, Solved, SolveTask
from placements_api.scenarios.models import Scenario
from placements_api.scenarios.problems import CohortNotPlannable
from placements_api.scenarios.progress import note_standing, progress_document
from placements_api.scenarios.queries import get_scenario
from placements_api.scenarios.schemas import ScenarioState
from placements_api.travel.routing import RoutingAway, RoutingService
from placements_api.wording.conflicts import conflict_read
from service_common.db import DataScope, Sessions, transaction
from service_common.problems import NotFound

BROKEN_OFF_TOO_OFTEN = 2
_WRITE_SECONDS = 1.0
_ROUTING_SECONDS = 20.0
_BROKEN_OFF = (
    "The computation was broken off twice. Ask for the plan again, with less time; if that does not help either,"
    " tell those who run Crossway."
)
_log = structlog.get_logger()


async def learn_the_ways(sessions: Sessions, routing: RoutingService, partnership_id: UUID, scenario_id: UUID) -> None:
    """Ask for the cohort's journeys before they are planned with, but not for long: the rest stays estimated."""
    scope = DataScope(partnership_id=partnership_id, actor="job:solve_scenario")
    query = select(Scenario.cohort_id).where(Scenario.partnership_id == partnership_id, Scenario.id == scenario_id)
    try:
        async with asyncio.timeout(_ROUTING_SECONDS):
            async with transaction(sessions, scope) as session:
                cohort_id = await session.scalar(query)
            if cohort_id is not None:
                await learn_car_journeys(sessions, routing, partnership_id, Asked(cohort_id=cohort_id))
    except (RoutingAway, TimeoutError) as error:
        _log.warning("planned without the routing service", scenario_id=str(scenario_id), reason=str(error))


async def solve_scenario(
    sessions: Sessions, engine: Engine, partnership_id: UUID, scenario_id: UUID, seconds: int, begun: int = 0
) -> None:
    """Compute a queued scenario and keep what came out. Whatever happens, it does not stay queued.

    `begun`: how often this was begun before, by workers that did not come to an end.
    """
    solving = _Solving(sessions, partnership_id, scenario_id, seconds)
    try:
        bench = await solving.begin(begun)
        if bench is None:
            return
        task = SolveTask(bench.assembled.problem, seconds)
        solved: Solved = await engine.run(task, solving.tell, solving.is_cancelled)
        await solving.keep(bench, solved)
    except (EngineFailed, CohortNotPlannable) as error:
        await solving.fail(str(error))


class _Solving:
    def __init__(self, sessions: Sessions, partnership_id: UUID, scenario_id: UUID, seconds: int) -> None:
        self._sessions, self._seconds = sessions, seconds
        self._partnership_id, self._scenario_id = partnership_id, scenario_id
        self._told_at = 0.0

    def _transaction(self) -> AbstractAsyncContextManager[AsyncSession]:
        scope = DataScope(partnership_id=self._partnership_id, actor="job:solve_scenario")
        return transaction(self._sessions, scope)

    async def begin(self, begun: int) -> Bench | None:
        """None when there is nothing to do any more. Raises EngineFailed when it was begun too often."""
        async with self._transaction() as session:
            try:
                scenario = await get_scenario(session, self._partnership_id, self._scenario_id, for_update=True)
            except NotFound:
                return None
            is_left_over = begun > 0 and scenario.state == ScenarioState.SOLVING.value
            if scenario.state != ScenarioState.QUEUED.value and not is_left_over:
                return None
            if begun >= BROKEN_OFF_TOO_OFTEN:
                raise EngineFailed(_BROKEN_OFF)
            if is_left_over and scenario.cancel_wanted:
                scenario.state = ScenarioState.CANCELLED.value
                scenario.version += 1
                await session.flush()
                return None
            scenario.state = ScenarioState.SOLVING.value
            scenario.progress = progress_document("reading the rules", self._seconds)
            await session.flush()
            return await open_bench(session, scenario, await _cohort_of(session, scenario))

    async def tell(self, progress: Progress) -> None:
        if time.monotonic() - self._told_at < _WRITE_SECONDS:
            return
        self._told_at = time.monotonic()
        document = progress_document(
            progress.phase.value, self._seconds, progress.seconds, progress.best, progress.bound
        )
        async with self._transaction() as session:
            await session.execute(update(Scenario).where(Scenario.id == self._scenario_id).values(progress=document))

    async def is_cancelled(self) -> bool:
        async with self._transaction() as session:
            wanted = await session.scalar(select(Scenario.cancel_wanted).where(Scenario.id == self._scenario_id))
        return wanted is not False  # gone counts as well

    async def keep(self, bench: Bench, solved: Solved) -> None:
        async with self._transaction() as session:
            scenario = await get_scenario(session, self._partnership_id, self._scenario_id, for_update=True)
            if scenario.state != ScenarioState.SOLVING.value:
                return  # somebody gave it up meanwhile
            scenario.version += 1
            solution = solved.solution
            known = solution.bound if solution.bound > float("-inf") else None
            scenario.progress = progress_document("done", self._seconds, solution.seconds, solution.cost, known)
            if solution.plan is not None:
                await _take_plan(session, Bench(scenario, bench.assembled, bench.cells), solution.plan)
                scenario.bound = known
                scenario.state = ScenarioState.SOLVED.value
            elif solution.outcome is Outcome.CANCELLED or solved.explanation is None:
                scenario.state = ScenarioState.CANCELLED.value
            else:
                scenario.conflict = conflict_read(bench.assembled, solved.explanation).model_dump(mode="json")
                scenario.state = ScenarioState.NO_PLAN.value
            await session.flush()

    async def fail(self, why: str) -> None:
        _log.warning("no plan computed", scenario_id=str(self._scenario_id), reason=why)
        async with self._transaction() as session:
            scenario = await get_scenario(session, self._partnership_id, self._scenario_id, for_update=True)
            scenario.state = ScenarioState.FAILED.value
            scenario.failure = why
            scenario.version += 1
            await session.flush()


async def _take_plan(session: AsyncSession, bench: Bench, plan: Plan) -> None:
    cells = Cells(bench.assembled.cells(plan), bench.cells.pinned)
    changed = await store_cells(session, bench.scenario, bench.cells, cells)
    await remember(session, bench.scenario, "The computation of the plan", bench.cells, sorted(changed))
    note_standing(Bench(bench.scenario, bench.assembled, cells))


async def _cohort_of(session: AsyncSession, scenario: Scenario) -> Cohort:
    query = select(Cohort).where(Cohort.partnership_id == scenario.partnership_id, Cohort.id == scenario.cohort_id)
    cohort = await session.scalar(query)
    if cohort is None:
        raise CohortNotPlannable("The cohort is not known here any more.")
    return cohort
