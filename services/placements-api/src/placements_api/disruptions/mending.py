"""Looking for ways to mend a plan, as a worker does it."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.assembly.assembled import Assembled
from placements_api.disruptions.happening import Happening
from placements_api.disruptions.models import Disruption
from placements_api.disruptions.schemas import AnyDisruption, DisruptionState, What
from placements_api.planning.disruption import disrupt
from placements_api.planning.problem import Plan, Problem
from placements_api.planning.progress import Progress
from placements_api.programmes.models import Cohort
from placements_api.scenarios.bench import Bench, assume_more, assumed_of, assumption_document, open_bench
from placements_api.scenarios.cells import Cells, store_cells
from placements_api.scenarios.engine import Engine, EngineFailed, Mended, MendTask
from placements_api.scenarios.models import Scenario
from placements_api.scenarios.progress import note_standing
from placements_api.scenarios.queries import get_scenario
from placements_api.scenarios.schemas import OriginKind, ScenarioState
from placements_api.scenarios.solving import BROKEN_OFF_TOO_OFTEN
from placements_api.wording.conflicts import mend_conflict_read
from service_common.db import DataScope, Sessions, transaction

MEND_SECONDS = 30
_QUEUED = frozenset({DisruptionState.QUEUED.value})
_WORKING = frozenset({DisruptionState.WORKING.value})
_OPEN = _QUEUED | _WORKING
_BROKEN_OFF = (
    "The search for ways to mend the plan was broken off twice. Delete this and tell it again; if that does not help"
    " either, tell those who run Crossway."
)
_WHAT: TypeAdapter[AnyDisruption] = TypeAdapter(What)


async def mend_plan(
    sessions: Sessions, engine: Engine, partnership_id: UUID, disruption_id: UUID, begun: int = 0
) -> None:
    """Find the alternatives of a queued disruption and keep each as a scenario.

    `begun`: how often this was begun before, by workers that did not come to an end.
    """
    scope = DataScope(partnership_id=partnership_id, actor="job:mend_plan")
    async with transaction(sessions, scope) as session:
        disruption = await _take(session, partnership_id, disruption_id, begun)
        if disruption is None:
            return
        bench = await _in_force(session, disruption)
    first = bench.assembled.first_block_from(disruption.from_on)
    happening = Happening(_WHAT.validate_python(disruption.what), disruption.from_on, first, bench)
    problem, _ = disrupt(bench.assembled.problem, bench.plan, happening.for_engine(), first)
    try:
        mended: Mended = await engine.run(MendTask(problem, MEND_SECONDS), _say_nothing, _go_on)
    except EngineFailed as error:
        async with transaction(sessions, scope) as session:
            if (disruption := await _find(session, partnership_id, disruption_id, _WORKING)) is not None:
                _fail(disruption, str(error))
        return
    async with transaction(sessions, scope) as session:
        if (disruption := await _find(session, partnership_id, disruption_id, _WORKING)) is not None:
            await _keep(session, disruption, happening, problem, mended)


async def _find(
    session: AsyncSession, partnership_id: UUID, disruption_id: UUID, states: frozenset[str]
) -> Disruption | None:
    """Locked; None when it was deleted, or is in no such state."""
    query = select(Disruption).where(Disruption.partnership_id == partnership_id, Disruption.id == disruption_id)
    disruption = await session.scalar(query.with_for_update())
    return None if disruption is None or disruption.state not in states else disruption


def _fail(disruption: Disruption, why: str) -> None:
    disruption.state, disruption.failure = DisruptionState.FAILED.value, why
    disruption.version += 1


async def _take(session: AsyncSession, partnership_id: UUID, disruption_id: UUID, begun: int) -> Disruption | None:
    disruption = await _find(session, partnership_id, disruption_id, _OPEN if begun else _QUEUED)
    if disruption is None:
        return None
    if begun >= BROKEN_OFF_TOO_OFTEN:
        _fail(disruption, _BROKEN_OFF)
        return None
    disruption.state = DisruptionState.WORKING.value
    disruption.version += 1
    return disruption


async def _in_force(session: AsyncSession, disruption: Disruption) -> Bench:
    scenario = await get_scenario(session, disruption.partnership_id, disruption.scenario_id)
    cohort = await session.get_one(Cohort, disruption.cohort_id)
    return await open_bench(session, scenario, cohort)


async def _keep(
    session: AsyncSession, disruption: Disruption, happening: Happening, problem: Problem, mended: Mended
) -> None:
    at = happening.at
    added = [assumption_document(at, each) for each in happening.assumptions()]
    original = happening.bench
    assumed = [*assumed_of(original.scenario), *happening.assumptions()]
    after = assume_more(at, original.cells, assumed)
    disruption.least_changes = mended.replan.least_changes
    disruption.version += 1
    found: list[tuple[str, Plan | None]] = [
        (f"{disruption.sentence} {alternative.strategy.name.capitalize()}", alternative.plan)
        for alternative in mended.replan.alternatives
    ]
    scenarios = [
        await _add_scenario(session, disruption, original, after, added, name, plan)
        for name, plan in found or [(disruption.sentence, None)]
    ]
    if mended.holds:
        disruption.state = DisruptionState.MENDED.value
        return
    disruption.state = DisruptionState.NO_MEND.value
    if mended.explanation is not None:
        conflict = mend_conflict_read(replace(after, problem=problem), mended.explanation, mended.replan)
        disruption.conflict = conflict.model_dump(mode="json")
    for scenario in scenarios:
        scenario.state, scenario.conflict = ScenarioState.NO_PLAN.value, disruption.conflict


async def _add_scenario(
    session: AsyncSession,
    disruption: Disruption,
    original: Bench,
    after: Assembled,
    added: list[dict[str, Any]],
    name: str,
    plan: Plan | None,
) -> Scenario:
    """`plan` None: the plan in force as it was."""
    scenario = Scenario(
        partnership_id=disruption.partnership_id,
        cohort_id=disruption.cohort_id,
        name=name[:200],
        state=ScenarioState.SOLVED.value,
        origin=OriginKind.MEND.value,
        origin_scenario_id=disruption.scenario_id,
        disruption_id=disruption.id,
        origin_sentence=f"Mends “{original.scenario.name}”: {disruption.sentence}",
        assumptions=[*original.scenario.assumptions, *added],
    )
    session.add(scenario)
    await session.flush()
    await session.refresh(scenario)
    where = original.cells.where if plan is None else after.cells(plan)
    known = {person.id for person in after.people}
    where = {key: place for key, place in where.items() if key[0] in known}
    cells = Cells(where, frozenset(key for key in original.cells.pinned if where.get(key) == original.cells.where[key]))
    await store_cells(session, scenario, Cells(), cells)
    note_standing(Bench(scenario, after, cells))
    await session.flush()
    return scenario


async def _say_nothing(_progress: Progress) -> None:
    return


async def _go_on() -> bool:
    return False
