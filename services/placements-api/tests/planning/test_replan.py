"""Mending a plan: what has started stays, the changes are proven to be the fewest, the result keeps every rule."""

from dataclasses import replace
from datetime import timedelta

import pytest

from placements_api.planning.disruption import (
    ApprenticeLeaves,
    CapacityShrinks,
    ClearanceFails,
    HostLeaves,
    SettingCloses,
    disrupt,
)
from placements_api.planning.problem import Plan
from placements_api.planning.recheck import count_load, recheck
from placements_api.planning.replan import FEWEST_CHANGES, find_moves, replan
from placements_api.planning.solve import solve
from placements_api.planning.testing.instances import DBS, Instance, generate
from placements_api.planning.testing.small_world import small_world

FROM = 2


@pytest.fixture(scope="module")
def cohort() -> Instance:
    return generate(40, 5, 30, seed=4, slack=0.5)


@pytest.fixture(scope="module")
def plan(cohort: Instance) -> Plan:
    solution = solve(cohort.problem)
    assert solution.plan is not None
    return solution.plan


def a_used_place(instance: Instance, plan: Plan) -> int:
    load = count_load(instance.problem, plan)
    return next(p for p in range(30) if sum(load[p, t] for t in range(FROM, 5)) == 2)


def test_setting_closes(cohort: Instance, plan: Plan) -> None:
    place = a_used_place(cohort, plan)
    problem, kept = disrupt(cohort.problem, plan, SettingCloses(place, FROM), FROM)
    broken = {v for v in recheck(problem, kept).violations if v.rule == "setting-open"}
    result = replan(problem, strategies=(FEWEST_CHANGES,))
    assert len(broken) == 2
    assert result.least_changes is not None
    assert result.alternatives
    for alternative in result.alternatives:
        assert recheck(problem, alternative.plan).holds
        assert len(alternative.moves) >= result.least_changes >= len(broken)
        assert all(move.block >= FROM for move in alternative.moves)
        assert problem.places[place].host in alternative.hosts_to_agree(problem)


def test_a_hosts_leaving_closes_its_settings(cohort: Instance, plan: Plan) -> None:
    place = a_used_place(cohort, plan)
    by_host, _ = disrupt(cohort.problem, plan, HostLeaves(cohort.problem.places[place].host, FROM), FROM)
    by_place, _ = disrupt(cohort.problem, plan, SettingCloses(place, FROM), FROM)
    assert recheck(by_host, plan).violations == recheck(by_place, plan).violations


def test_an_undisturbed_plan_needs_no_change(cohort: Instance, plan: Plan) -> None:
    problem = replace(cohort.problem, plan_in_force=plan)
    result = replan(problem, strategies=(FEWEST_CHANGES,))
    assert result.least_changes == 0
    assert result.alternatives[0].moves == ()


def test_the_fewest_changes_are_known_in_a_small_world() -> None:
    """The ward shrinks to one: one of two has to go, and there is room next door."""
    problem = small_world(places={3: {"most": (2, 2)}})
    shrunk, plan = disrupt(problem, ((0, 2), (1, 2)), CapacityShrinks(2, 1, 1), 1)
    result = replan(shrunk)
    assert result.least_changes == 1
    assert len(result.alternatives[0].moves) == 1
    assert result.alternatives[0].plan[0][0] == plan[0][0]


def test_a_failed_clearance_moves_its_owner() -> None:
    problem = generate(12, 5, 30, seed=2, slack=1.0)
    hidden = problem.hidden
    day = problem.problem.periods[FROM].starts_on
    changed, _ = disrupt(problem.problem, hidden, ClearanceFails(0, DBS, day + timedelta(days=1)), FROM)
    assert {v.apprentice for v in recheck(changed, hidden).violations} == {0}
    assert replan(changed, strategies=(FEWEST_CHANGES,)).least_changes is None


def test_when_an_apprentice_leaves_the_others_keep_their_places(cohort: Instance, plan: Plan) -> None:
    problem, kept = disrupt(cohort.problem, plan, ApprenticeLeaves(3), FROM)
    assert len(problem.apprentices) == len(kept) == 39
    result = replan(problem, strategies=(FEWEST_CHANGES,))
    assert result.least_changes is not None
    assert result.alternatives
    assert recheck(problem, result.alternatives[0].plan).holds
    assert find_moves(kept, result.alternatives[0].plan) == result.alternatives[0].moves


def test_the_past_is_not_judged(cohort: Instance, plan: Plan) -> None:
    """Minima of past periods are no reason to move anybody after somebody has left."""
    problem, kept = disrupt(cohort.problem, plan, ApprenticeLeaves(0), 5)
    assert recheck(problem, kept).holds
