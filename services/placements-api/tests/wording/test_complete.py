"""Nothing that a plan can be told or can say is without words."""

from typing import get_args

from placements_api.assembly import assumed
from placements_api.planning import constraints as _families
from placements_api.planning.changes import Change
from placements_api.planning.constraints.registry import hard_rules, soft_rules
from placements_api.scenarios.assumptions import AnyAssumption
from placements_api.wording import conflicts, points, remedies, violations

_ = _families
WITHOUT_A_LIMIT = {"host-capacity", "order"}
"""Rules of the engine that nothing on record asks for: no host as a whole has a limit, no kind has to come first."""
WITHOUT_A_CHANGE = {"RaiseHostCapacity"}


def test_every_rule_has_a_sentence_when_it_is_broken_and_when_it_is_to_blame() -> None:
    assert set(violations._SENTENCES) | WITHOUT_A_LIMIT == set(hard_rules())
    assert set(conflicts._SENTENCES) | WITHOUT_A_LIMIT == set(hard_rules())


def test_every_wish_has_a_name() -> None:
    assert set(points.NAMES) == set(soft_rules())


def test_every_assumption_has_a_sentence_and_a_meaning() -> None:
    kinds = {get_args(each.model_fields["kind"].annotation)[0] for each in get_args(AnyAssumption)}
    assert set(remedies._SENTENCES) == kinds
    assert set(assumed._TO_CHANGES) == kinds


def test_every_change_that_the_engine_proposes_is_an_assumption() -> None:
    assert {each.__name__ for each in assumed._FROM_CHANGE} | WITHOUT_A_CHANGE == {
        each.__name__ for each in get_args(Change)
    }
