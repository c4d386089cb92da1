"""Whole solves of small cohorts: the engine against the exact program, limits, and determinism."""

from dataclasses import replace
from itertools import count

import pytest

from placements_api.planning.problem import UNPLACED, Once, Problem, Weights
from placements_api.planning.progress import Phase, Progress
from placements_api.planning.recheck import recheck
from placements_api.planning.solve import Options, Outcome, solve
from placements_api.planning.testing.instances import Instance, generate
from placements_api.planning.testing.small_world import small_world

BY_COLUMNS = Options(seconds=300, exact_candidates=0, tries=60)


@pytest.fixture(scope="module")
def cohort() -> Instance:
    return generate(40, 5, 30, seed=3)


def with_soft_loads(problem: Problem) -> Problem:
    """Give places a preferred load and company a price."""
    places = tuple(
        replace(place, preferred=tuple(max(0, n - 1) for n in place.most), opens_with=()) for place in problem.places
    )
    weights = replace(problem.weights, spread=2, company=1, early_evidence=1)
    return replace(problem, places=places, weights=weights, scarce_criteria=frozenset(range(5)))


def test_the_hidden_plan_keeps_every_rule(cohort: Instance) -> None:
    assert recheck(cohort.problem, cohort.hidden).holds


def test_small_cohort_is_solved_to_proven_optimality(cohort: Instance) -> None:
    solution = solve(cohort.problem, Options(seconds=600))
    assert solution.outcome is Outcome.OPTIMAL
    assert solution.assessment is not None
    assert solution.assessment.holds
    assert solution.cost == solution.bound


def test_column_generation_comes_close_to_the_optimum_and_its_bound_is_true(cohort: Instance) -> None:
    exact = solve(cohort.problem, Options(seconds=600))
    found = solve(cohort.problem, BY_COLUMNS)
    assert exact.cost is not None
    assert found.cost is not None
    assert found.bound <= exact.cost <= found.cost <= exact.cost * 1.005


def test_prices_of_loads_are_part_of_both_programs() -> None:
    problem = with_soft_loads(generate(24, 4, 20, seed=5).problem)
    exact = solve(problem, Options(seconds=600))
    found = solve(problem, BY_COLUMNS)
    assert exact.outcome is Outcome.OPTIMAL
    assert exact.cost is not None
    assert found.cost is not None
    assert found.bound <= exact.cost <= found.cost <= exact.cost * 1.02


def test_same_seed_gives_same_plan(cohort: Instance) -> None:
    options = replace(BY_COLUMNS, tries=10)
    assert solve(cohort.problem, options).plan == solve(cohort.problem, options).plan


def test_progress_never_gets_worse(cohort: Instance) -> None:
    seen: list[Progress] = []
    solve(cohort.problem, replace(BY_COLUMNS, tries=10), seen.append)
    costs = [progress.best for progress in seen if progress.best is not None]
    bounds = [progress.bound for progress in seen if progress.bound is not None]
    assert costs == sorted(costs, reverse=True)
    assert bounds == sorted(bounds)
    assert {Phase.READING, Phase.PRICING, Phase.SETTLING} <= {progress.phase for progress in seen}


def test_cancelling_returns_at_once(cohort: Instance) -> None:
    solution = solve(cohort.problem, BY_COLUMNS, cancelled=lambda: True)
    assert solution.outcome is Outcome.CANCELLED


def test_the_time_limit_ends_the_search(cohort: Instance) -> None:
    """By a clock that strikes a second at each look: the search looks often, and stops when the time is up."""
    ticks = count()
    limited = solve(cohort.problem, replace(BY_COLUMNS, seconds=40, gap=0.0), now=lambda: float(next(ticks)))
    asked = next(ticks)
    assert 40 <= asked < 60
    assert limited.outcome in {Outcome.STOPPED, Outcome.NO_PLAN}


def test_nobody_fits_no_plan() -> None:
    problem = small_world(apprentices=({"required_kinds": frozenset({1, 2}), "excluded_hosts": frozenset({1})}, {}))
    solution = solve(problem, Options(seconds=600))
    assert solution.outcome is Outcome.NO_PLAN
    assert solution.plan is None


def test_blocks_of_different_lengths_share_capacity() -> None:
    """One long block and two short ones compete for one place at the ward."""
    world = small_world()
    long, short = world.patterns[0], world.patterns[0]
    long = replace(long, blocks=(replace(long.blocks[0], end_period=2),))
    problem = replace(
        world,
        patterns=(long, short),
        apprentices=(world.apprentices[0], replace(world.apprentices[1], pattern=1)),
        places=tuple(replace(place, most=(1, 1)) for place in world.places),
        weights=Weights(),
    )
    for options in (Options(seconds=600), BY_COLUMNS):
        solution = solve(problem, options)
        assert solution.plan is not None
        assert [len(row) for row in solution.plan] == [1, 2]
        assert solution.plan[0][0] not in solution.plan[1]


@pytest.mark.parametrize("what", list(Once))
def test_variety_holds_whatever_is_counted(what: Once) -> None:
    problem = small_world(pattern={"once": frozenset({what})}, weights=Weights())
    for options in (Options(seconds=600), BY_COLUMNS):
        solution = solve(problem, options)
        assert solution.plan is not None
        assert UNPLACED not in solution.plan[0]
