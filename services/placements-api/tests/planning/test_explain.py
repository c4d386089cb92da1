"""Explanations: the planted conflict is found, minimal, and its remedies work."""

from dataclasses import replace
from datetime import date

import pytest

from placements_api.planning.blame import BlameModel
from placements_api.planning.changes import OwnPattern, RaiseSettingCapacity, apply_all, change_for
from placements_api.planning.explain import explain
from placements_api.planning.problem import HOME, Block
from placements_api.planning.recheck import recheck
from placements_api.planning.solve import Options, solve
from placements_api.planning.testing.conflicts import plant_conflict
from placements_api.planning.testing.instances import generate
from placements_api.planning.testing.small_world import small_world

OUT_OF_REACH = 600.0
"""A time limit in seconds that ends nothing on any machine."""


@pytest.mark.parametrize("seed", range(9))
def test_a_planted_conflict_is_found_true_minimal_and_can_be_resolved(seed: int) -> None:
    """Judged by a fresh model: the rules named collide, any of them left out they do not, and the remedies work."""
    planted = plant_conflict(24, 5, 30, seed)
    explanation = explain(planted.problem, OUT_OF_REACH)
    conflict = explanation.conflict
    assert conflict is not None
    assert conflict.minimal
    assert conflict.people == planted.people
    assert planted.rule in {culprit.rule for culprit in conflict.culprits}
    judge = BlameModel(planted.problem, conflict.crowd)
    assert judge.find_conflict(conflict.culprits, OUT_OF_REACH) is not None
    for culprit in conflict.culprits:
        others = [other for other in conflict.culprits if other != culprit]
        assert judge.find_conflict(others, OUT_OF_REACH) is None
    verified = [remedy for remedy in explanation.remedies if remedy.verified]
    assert verified
    for remedy in verified:
        assert solve(apply_all(planted.problem, remedy.changes), Options(OUT_OF_REACH, gap=1.0)).plan is not None


def test_the_seventeen_year_old_may_swap_blocks() -> None:
    """Half of the cohort starts in health; who is not yet 18 then must exchange the two blocks."""
    problem = small_world(
        apprentices=({"born_on": date(2008, 10, 1)}, {}),
        places={2: {"minimum_age": 18}, 3: {"minimum_age": 18}},
        pattern={"blocks": (Block(0, 1, sectors=frozenset({1})), Block(1, 2, sectors=frozenset({0})))},
    )
    explanation = explain(problem, OUT_OF_REACH)
    assert explanation.conflict is not None
    assert {culprit.rule for culprit in explanation.conflict.culprits} == {"minimum-age", "block-sector"}
    assert any(
        remedy.verified and remedy.changes == (OwnPattern(0, swapped=(0, 1)),) for remedy in explanation.remedies
    )


def test_two_people_and_one_place() -> None:
    problem = small_world(
        apprentices=({"required_kinds": frozenset({1})}, {"required_kinds": frozenset({1})}),
        places={2: {"most": (1, 0)}},
    )
    explanation = explain(problem, OUT_OF_REACH)
    assert explanation.conflict is not None
    assert explanation.conflict.people == (0, 1)
    changes = {change for remedy in explanation.remedies for change in remedy.changes}
    assert RaiseSettingCapacity(2, 1, 1) in changes or RaiseSettingCapacity(2, 0, 1) in changes


def test_a_feasible_problem_has_no_conflict() -> None:
    assert explain(small_world(), OUT_OF_REACH).conflict is None


def test_every_change_mends_what_it_is_for() -> None:
    """Whatever rule random edits of a plan break, the changes named make the edited plan legal again."""
    instance = generate(12, 5, 30, seed=9)
    problem = instance.problem
    mended = 0
    for a in range(12):
        plan = list(instance.hidden)
        plan[a] = tuple(p if p == HOME else (p + 7 + a) % 30 for p in plan[a])
        violations = recheck(problem, tuple(plan)).violations
        found = [change_for(problem, violation) for violation in violations]
        changes = [change for group in found if group is not None for change in group]
        left = recheck(apply_all(problem, dict.fromkeys(changes)), tuple(plan)).violations
        assert {violation.rule for violation in left} <= {"minimum-age"}
        mended += len(changes)
    assert mended > 12


def test_clearance_changes_are_applied_to_the_right_days() -> None:
    problem = small_world(places={2: {"clearances": frozenset({0})}})
    plan = ((0, 2), (1, 3))
    (violation,) = recheck(problem, plan).violations
    changes = change_for(problem, violation)
    assert changes is not None
    after = apply_all(problem, changes)
    assert recheck(after, plan).holds
    assert not recheck(after, ((2, 0), (1, 3))).holds


def test_changing_one_apprentices_pattern_leaves_the_others_alone() -> None:
    problem = small_world(pattern={"required_kinds": frozenset({1})})
    changed = OwnPattern(0, waived_kind=1).apply(problem)
    rules = {(v.rule, v.apprentice) for v in recheck(changed, ((0, 3), (1, 3))).violations}
    assert rules == {("kinds-required", 1)}
    assert replace(changed, patterns=problem.patterns, apprentices=problem.apprentices).patterns == problem.patterns
