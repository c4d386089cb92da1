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
from placements_api.planning.problem import UNPLACED, Plan, Problem
from placements_api.planning.recheck import count_load, recheck
from placements_api.planning.replan import FEWEST_CHANGES, Replan, find_moves, replan
from placements_api.planning.solve import Options, solve
from placements_api.planning.testing.instances import DBS, Instance, generate
from placements_api.planning.testing.small_world import small_world

FROM = 2


@pytest.fixture(scope="module")
def cohort() -> Instance:
    return generate(40, 5, 30, seed=4, slack=0.5)


@pytest.fixture(scope="module")
def plan(cohort: Instance) -> Plan:
    solution = solve(cohort.problem, Options(seconds=600))
    assert solution.plan is not None
    return solution.plan


def mended(problem: Problem) -> Replan:
    """The fewest changes; the time limit is out of reach on any machine."""
    return replan(problem, seconds=300, strategies=(FEWEST_CHANGES,))


def a_used_place(instance: Instance, plan: Plan) -> int:
    load = count_load(instance.problem, plan)
    return next(p for p in range(30) if sum(load[p, t] for t in range(FROM, 5)) == 2)


def test_setting_closes(cohort: Instance, plan: Plan) -> None:
    place = a_used_place(cohort, plan)
    problem, kept = disrupt(cohort.problem, plan, SettingCloses(place, FROM), FROM)
    broken = {v for v in recheck(problem, kept).violations if v.rule == "setting-open"}
    result = mended(problem)
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
    result = mended(problem)
    assert result.least_changes == 0
    assert result.alternatives[0].moves == ()


def test_the_fewest_changes_are_known_in_a_small_world() -> None:
    """The ward shrinks to one: one of two has to go, and there is room next door."""
    problem = small_world(places={3: {"most": (2, 2)}})
    shrunk, plan = disrupt(problem, ((0, 2), (1, 2)), CapacityShrinks(2, 1, 1), 1)
    result = mended(shrunk)
    assert result.least_changes == 1
    assert len(result.alternatives[0].moves) == 1
    assert result.alternatives[0].plan[0][0] == plan[0][0]


def test_a_failed_clearance_moves_its_owner() -> None:
    problem = generate(12, 5, 30, seed=2, slack=1.0)
    hidden = problem.hidden
    day = problem.problem.periods[FROM].starts_on
    changed, _ = disrupt(problem.problem, hidden, ClearanceFails(0, DBS, day + timedelta(days=1)), FROM)
    assert {v.apprentice for v in recheck(changed, hidden).violations} == {0}
    assert mended(changed).least_changes is None


def test_who_has_no_itinerary_left_is_named_and_the_others_are_mended() -> None:
    """Nothing can be done for the first; the second has to leave the ward, and there is room next door."""
    problem = small_world(
        apprentices=({"required_kinds": frozenset({0}), "excluded_hosts": frozenset({0})}, {}),
        places={2: {"most": (0, 1)}},
    )
    result = mended(replace(problem, plan_in_force=((0, 3), (2, 1))))
    (alternative,) = result.alternatives
    assert result.impossible
    assert result.least_changes is None
    assert result.without_itinerary == (0,) == alternative.unplaced
    assert alternative.plan[0] == (UNPLACED, 3)
    assert {v.apprentice for v in alternative.assessment.violations} == {0}


def test_nobody_can_be_anywhere_any_more() -> None:
    nowhere = small_world(apprentices=({"excluded_hosts": frozenset(range(3))},) * 2)
    result = mended(replace(nowhere, plan_in_force=((0, 2), (1, 3))))
    assert result.impossible
    assert result.without_itinerary == (0, 1)
    assert [alternative.unplaced for alternative in result.alternatives] == [(0, 1)]


def test_as_few_people_as_possible_are_left_out() -> None:
    """The only place of a kind that all three must see shrinks from three to one."""
    must_see = {"required_kinds": frozenset({1})}
    problem = small_world(apprentices=(must_see,) * 3, places={2: {"most": (3, 3)}})
    shrunk, plan = disrupt(problem, ((0, 2), (1, 2), (3, 2)), CapacityShrinks(2, 1, 1), 1)
    result = mended(shrunk)
    assert result.impossible
    assert result.without_itinerary == ()
    assert [len(alternative.unplaced) for alternative in result.alternatives] == [2]
    kept = result.alternatives[0].plan
    assert [row[0] for row in kept] == [row[0] for row in plan]
    assert sorted(row[1] for row in kept) == [UNPLACED, UNPLACED, 2]


def test_mending_is_exact_where_little_room_is_left() -> None:
    """The busiest settings of a tight cohort close one by one: what is found is proven, either way."""
    instance = generate(40, 5, 30, seed=4)
    load = count_load(instance.problem, instance.hidden)
    busiest = sorted(range(30), key=lambda p: -sum(load[p, t] for t in range(FROM, 5)))[:4]
    outcomes = set()
    for place in busiest:
        problem, _ = disrupt(instance.problem, instance.hidden, SettingCloses(place, FROM), FROM)
        result = mended(problem)
        feasible = solve(problem, Options(seconds=600, gap=1.0)).plan is not None
        outcomes.add(feasible)
        assert result.impossible is not feasible
        assert result.alternatives
        assert (result.alternatives[0].unplaced == ()) is feasible
        if result.least_changes is not None:
            assert len(result.alternatives[0].moves) <= 1.1 * result.least_changes
    assert outcomes == {True, False}


def test_when_an_apprentice_leaves_the_others_keep_their_places(cohort: Instance, plan: Plan) -> None:
    problem, kept = disrupt(cohort.problem, plan, ApprenticeLeaves(3), FROM)
    assert len(problem.apprentices) == len(kept) == 39
    result = mended(problem)
    assert result.least_changes is not None
    assert result.alternatives
    assert recheck(problem, result.alternatives[0].plan).holds
    assert find_moves(kept, result.alternatives[0].plan) == result.alternatives[0].moves


def test_the_past_is_not_judged(cohort: Instance, plan: Plan) -> None:
    """Minima of past periods are no reason to move anybody after somebody has left."""
    problem, kept = disrupt(cohort.problem, plan, ApprenticeLeaves(0), 5)
    assert recheck(problem, kept).holds
