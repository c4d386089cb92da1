"""The engine in a process of its own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from placements_api.planning.problem import Problem
from placements_api.planning.progress import Progress
from placements_api.planning.testing.small_world import small_world
from placements_api.scenarios.engine import EngineFailed, EngineProcess, MendTask, SolveTask


@asynccontextmanager
async def engine() -> AsyncIterator[EngineProcess]:
    running = EngineProcess()
    try:
        yield running
    finally:
        running.close()


async def never() -> bool:
    return False


async def test_it_plans_explains_and_mends_one_after_the_other_and_comes_back_after_a_fault() -> None:
    told: list[Progress] = []

    async def tell(progress: Progress) -> None:
        told.append(progress)

    problem = small_world()
    closed = small_world(places={p: {"most": (0, 0)} for p in range(4)})
    async with engine() as running:
        solved = await running.run(SolveTask(problem, 20), tell, never)
        assert solved.solution.plan is not None
        assert solved.explanation is None
        assert told
        stuck = await running.run(SolveTask(closed, 20), tell, never)
        assert stuck.solution.plan is None
        assert stuck.explanation.conflict is not None
        in_force = replace(problem, plan_in_force=solved.solution.plan)
        mended = await running.run(MendTask(in_force, 20), tell, never)
        assert mended.holds
        assert mended.replan.least_changes == 0
        with pytest.raises(EngineFailed, match="IndexError"):
            await running.run(SolveTask(_broken(problem), 20), tell, never)
        again = await running.run(SolveTask(problem, 20), tell, never)
        assert again.solution.plan == solved.solution.plan


def _broken(problem: Problem) -> Problem:
    """Somebody follows a pattern that is not there."""
    nobody = replace(problem.apprentices[0], pattern=7)
    return replace(problem, apprentices=(nobody, problem.apprentices[1]))
