"""Every rule by example: what it allows, what it forbids, and the case on the line.

The registered rule and the independent re-check must agree on each of them.
"""

import dataclasses
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from placements_api.planning import constraints
from placements_api.planning.constraints.registry import hard_rules, soft_rules
from placements_api.planning.constraints.verdict import permits, points
from placements_api.planning.problem import (
    HOME,
    UNPLACED,
    Block,
    Host,
    Mentor,
    Once,
    Plan,
    Problem,
    Share,
    Shift,
    Stay,
    Validity,
    Weights,
)
from placements_api.planning.recheck import recheck
from placements_api.planning.testing.small_world import FIRST_DAY, LAST_DAY, NO_WEIGHTS, SECOND_BLOCK, small_world

ALLOWED, FORBIDDEN, BOUNDARY = "allowed", "forbidden", "boundary"
BLOCKS = (Block(0, 1), Block(1, 2))


@dataclass(frozen=True)
class HardCase:
    rule: str
    name: str
    problem: Problem
    first: tuple[int, ...]
    permitted: bool
    second: tuple[int, ...] = (3, 3)

    @property
    def plan(self) -> Plan:
        return (self.first, self.second)


@dataclass(frozen=True)
class SoftCase:
    rule: str
    name: str
    problem: Problem
    plan: Plan
    points: int


def one(rule: str, name: str, first: tuple[int, ...], permitted: bool, **facts: Any) -> HardCase:
    """A case about the first apprentice, whose facts are given; `pattern`, `places` ... go to the world."""
    of_world = {"places", "pattern", "hosts", "mentors", "shares", "periods", "travel_minutes", "patterns"}
    world = {key: value for key, value in facts.items() if key in of_world}
    person = {key: value for key, value in facts.items() if key not in of_world and key != "second"}
    second = facts.get("second", (3, 3))
    return HardCase(rule, name, small_world(apprentices=(person, {}), **world), first, permitted, second)


STAYS = {"blocks": (Block(0, 1, Stay.HOME), Block(1, 2, Stay.EITHER)), "home_blocks": 1}
DBS = frozenset({0})
MINUTES = np.array([[60, 61, -1, 0]] * 2)

HARD_CASES = [
    one("one-setting", ALLOWED, (0, 2), True),
    one("one-setting", FORBIDDEN, (0, UNPLACED), False),
    one("one-setting", BOUNDARY, (HOME, 2), True),
    one("block-stay", ALLOWED, (HOME, 2), True, pattern=STAYS, second=(HOME, 3)),
    one("block-stay", FORBIDDEN, (0, 2), False, pattern=STAYS, second=(HOME, 3)),
    one("block-stay", BOUNDARY, (HOME, HOME), True, pattern=STAYS, second=(HOME, 3)),
    one("home-blocks", ALLOWED, (HOME, 2), True, pattern=STAYS, second=(HOME, 3)),
    one("home-blocks", FORBIDDEN, (HOME, HOME), False, pattern=STAYS, second=(HOME, 3)),
    one("home-blocks", BOUNDARY, (0, 2), True),
    one("block-kind", ALLOWED, (0, 2), True, pattern={"blocks": (Block(0, 1, kinds=frozenset({0, 2})), BLOCKS[1])}),
    one("block-kind", FORBIDDEN, (2, 2), False, pattern={"blocks": (Block(0, 1, kinds=frozenset({0, 2})), BLOCKS[1])}),
    one("block-kind", BOUNDARY, (HOME, 2), True, pattern={"blocks": (Block(0, 1, kinds=frozenset({2})), BLOCKS[1])}),
    one("block-sector", ALLOWED, (0, 2), True, pattern={"blocks": (BLOCKS[0], Block(1, 2, sectors=frozenset({1})))}),
    one("block-sector", FORBIDDEN, (0, 1), False, pattern={"blocks": (BLOCKS[0], Block(1, 2, sectors=frozenset({1})))}),
    one(
        "block-sector",
        BOUNDARY,
        (0, HOME),
        True,
        pattern={"blocks": (BLOCKS[0], Block(1, 2, sectors=frozenset({1})))},
    ),
    one("setting-open", ALLOWED, (0, 2), True, places={2: {"closed_periods": frozenset({0})}}),
    one("setting-open", FORBIDDEN, (2, 0), False, places={2: {"closed_periods": frozenset({0})}}),
    one(
        "setting-open",
        BOUNDARY,
        (2,),
        False,
        places={2: {"closed_periods": frozenset({1})}},
        pattern={"blocks": (Block(0, 2),)},
        second=(3,),
    ),
    one("minimum-age", ALLOWED, (2, 2), True, places={2: {"minimum_age": 18}}, born_on=date(2000, 1, 1)),
    one("minimum-age", FORBIDDEN, (2, 2), False, places={2: {"minimum_age": 18}}, born_on=date(2008, 9, 8)),
    one("minimum-age", BOUNDARY, (2, 2), True, places={2: {"minimum_age": 18}}, born_on=date(2008, 9, 7)),
    one("clearances", ALLOWED, (2, 0), True, places={2: {"clearances": DBS}}, clearances={0: Validity(FIRST_DAY)}),
    one("clearances", FORBIDDEN, (2, 0), False, places={2: {"clearances": DBS}}),
    one(
        "clearances",
        "comes a day late",
        (0, 2),
        False,
        places={2: {"clearances": DBS}},
        clearances={0: Validity(date(2026, 12, 1))},
    ),
    one(
        "clearances",
        BOUNDARY,
        (0, 2),
        True,
        places={2: {"clearances": DBS}},
        clearances={0: Validity(SECOND_BLOCK, LAST_DAY)},
    ),
    one(
        "clearances",
        "ends a day early",
        (0, 2),
        False,
        places={2: {"clearances": DBS}},
        clearances={0: Validity(SECOND_BLOCK, date(2027, 2, 20))},
    ),
    one("adjustments", ALLOWED, (2, 0), True),
    one("adjustments", FORBIDDEN, (2, 0), False, adjustments=frozenset({1})),
    one(
        "adjustments",
        BOUNDARY,
        (2, HOME),
        True,
        adjustments=frozenset({1}),
        places={2: {"adjustments": frozenset({0, 1})}},
    ),
    one("exclusions", ALLOWED, (0, 2), True, excluded_places=frozenset({1})),
    one("exclusions", FORBIDDEN, (1, 2), False, excluded_places=frozenset({1})),
    one("exclusions", BOUNDARY, (1, 2), False, excluded_hosts=frozenset({0})),
    one("travel-limit", ALLOWED, (3, 3), True, travel_minutes=MINUTES),
    one("travel-limit", FORBIDDEN, (1, 3), False, travel_minutes=MINUTES),
    one("travel-limit", BOUNDARY, (0, 3), True, travel_minutes=MINUTES),
    one("travel-limit", "no way to get there", (2, 3), False, travel_minutes=MINUTES),
    one("no-nights-under-18", ALLOWED, (2, 0), True, places={2: {"shifts": Shift.NIGHTS}}),
    one(
        "no-nights-under-18",
        FORBIDDEN,
        (2, 0),
        False,
        places={2: {"shifts": Shift.NIGHTS | Shift.WEEKENDS}},
        born_on=date(2008, 9, 8),
    ),
    one("no-nights-under-18", BOUNDARY, (2, 0), True, places={2: {"shifts": Shift.NIGHTS}}, born_on=date(2008, 9, 7)),
    one("unsocial-hours", ALLOWED, (2, 0), True, places={2: {"shifts": Shift.EVENINGS}}),
    one(
        "unsocial-hours",
        FORBIDDEN,
        (2, 0),
        False,
        places={2: {"shifts": Shift.EVENINGS}},
        pattern={"budget": Shift.WEEKENDS},
    ),
    one(
        "unsocial-hours",
        BOUNDARY,
        (2, 0),
        True,
        places={2: {"shifts": Shift.WEEKENDS}},
        pattern={"budget": Shift.WEEKENDS},
    ),
    one("weekly-hours", ALLOWED, (2, 0), True, weekly_hours_limit=40.0),
    one("weekly-hours", FORBIDDEN, (2, 0), False, weekly_hours_limit=30.0),
    one("weekly-hours", BOUNDARY, (2, 0), True, weekly_hours_limit=37.5),
    one(
        "weekly-hours",
        "40 hours for the young",
        (2, 0),
        False,
        born_on=date(2009, 1, 1),
        places={2: {"weekly_hours": 40.5}},
    ),
    one("kind-once", ALLOWED, (0, 2), True, pattern={"once": frozenset({Once.KIND})}, second=(3, 2)),
    one("kind-once", FORBIDDEN, (0, 1), False, pattern={"once": frozenset({Once.KIND})}, second=(3, 2)),
    one("kind-once", BOUNDARY, (HOME, HOME), True, pattern={"once": frozenset({Once.KIND})}, second=(3, 2)),
    one("host-once", ALLOWED, (0, 2), True, pattern={"once": frozenset({Once.HOST})}, second=(3, 2)),
    one("host-once", FORBIDDEN, (0, 1), False, pattern={"once": frozenset({Once.HOST})}, second=(3, 2)),
    one("host-once", BOUNDARY, (2, 3), True, pattern={"once": frozenset({Once.HOST})}, second=(3, 2)),
    one("setting-once", ALLOWED, (0, 2), True, pattern={"once": frozenset({Once.PLACE})}, second=(3, 2)),
    one("setting-once", FORBIDDEN, (2, 2), False, pattern={"once": frozenset({Once.PLACE})}, second=(3, 2)),
    one("setting-once", BOUNDARY, (0, 1), True, pattern={"once": frozenset({Once.PLACE})}, second=(3, 2)),
    one("kinds-required", ALLOWED, (0, 2), True, required_kinds=frozenset({1})),
    one("kinds-required", FORBIDDEN, (0, 3), False, required_kinds=frozenset({1})),
    one("kinds-required", BOUNDARY, (2, 2), True, required_kinds=frozenset({1})),
    one("sectors-required", ALLOWED, (0, 2), True, pattern={"required_sectors": frozenset({0, 1})}, second=(0, 3)),
    one("sectors-required", FORBIDDEN, (2, 3), False, pattern={"required_sectors": frozenset({0, 1})}, second=(0, 3)),
    one("sectors-required", BOUNDARY, (3, 1), True, pattern={"required_sectors": frozenset({0, 1})}, second=(0, 3)),
    one("order", ALLOWED, (0, 2), True, pattern={"order": ((0, 1),)}),
    one("order", FORBIDDEN, (2, 0), False, pattern={"order": ((0, 1),)}),
    one("order", BOUNDARY, (0, 3), True, pattern={"order": ((0, 1),)}),
    one("order", "met at home", (2, 3), True, pattern={"order": ((0, 1),)}, home_kind=0),
    one("evidence-breadth", ALLOWED, (0, 2), True, places={2: {"criteria": frozenset({4})}}, needs=frozenset({4})),
    one("evidence-breadth", FORBIDDEN, (0, 3), False, places={2: {"criteria": frozenset({4})}}, needs=frozenset({4})),
    one(
        "evidence-breadth",
        BOUNDARY,
        (0, 2),
        True,
        places={0: {"criteria": frozenset({1})}, 2: {"criteria": frozenset({4})}},
        needs=frozenset({1, 4}),
    ),
    one("setting-capacity", ALLOWED, (3, 0), True),
    one("setting-capacity", FORBIDDEN, (3, 0), False, places={3: {"most": (1, 1)}}),
    one("setting-capacity", BOUNDARY, (0, 3), True, places={3: {"most": (1, 2)}}),
    one("setting-minimum", ALLOWED, (3, 3), True, places={3: {"least": (1, 1)}}),
    one("setting-minimum", FORBIDDEN, (3, 0), False, places={3: {"least": (2, 2)}}),
    one("setting-minimum", BOUNDARY, (3, 3), True, places={3: {"least": (2, 2)}}),
    one("enough-or-none", ALLOWED, (3, 3), True, places={2: {"opens_with": (2, 2)}}),
    one("enough-or-none", FORBIDDEN, (3, 0), False, places={3: {"opens_with": (2, 2)}}),
    one("enough-or-none", BOUNDARY, (3, 3), True, places={3: {"opens_with": (2, 2)}}),
    one("host-capacity", ALLOWED, (0, 1), True, hosts=(Host((2, 2)), Host(), Host())),
    one("host-capacity", FORBIDDEN, (0, 2), False, hosts=(Host((1, 1)), Host(), Host()), second=(1, 3)),
    one("host-capacity", BOUNDARY, (0, 2), True, hosts=(Host((2, 0)), Host(), Host()), second=(1, 3)),
    one("mentor-load", ALLOWED, (0, 2), True, mentors=(Mentor(frozenset({2, 3}), 2),)),
    one("mentor-load", FORBIDDEN, (2, 0), False, mentors=(Mentor(frozenset({2, 3}), 1),)),
    one("mentor-load", BOUNDARY, (0, 1), True, mentors=(Mentor(frozenset({2, 3}), 1),)),
    one("sector-share", ALLOWED, (0, 2), True, shares=(Share(0, 0, 1, 1),)),
    one("sector-share", FORBIDDEN, (2, 0), False, shares=(Share(0, 0, 1, 1),)),
    one("sector-share", "too many", (0, 2), False, shares=(Share(1, 0, 0, 0),)),
    one("sector-share", BOUNDARY, (2, 0), True, shares=(Share(1, 0, 0, 2),)),
    one("pinned", ALLOWED, (0, 2), True, pins={0: 0}),
    one("pinned", FORBIDDEN, (1, 2), False, pins={0: 0}),
    one("pinned", BOUNDARY, (HOME, 2), True, pins={0: HOME}),
]


def weighing(**weights: int) -> Weights:
    return dataclasses.replace(NO_WEIGHTS, **weights)


RANKED = small_world(apprentices=({"ranks": (0, 1, 2)}, {}), weights=weighing(preference=5))
TRAVELLED = small_world(weights=weighing(travel=2), travel_minutes=np.array([[0, 1, 45, 75]] * 2))
LONG = small_world(
    weights=weighing(long_travel=3), travel_minutes=np.array([[45, 46, 60, 75]] * 2), comfortable_minutes=45
)
WELCOME = small_world(weights=weighing(host_preference=2), reluctance=np.array([[0, 1, 5, 10], [0, 0, 0, 0]]))
FAIR = small_world(weights=weighing(fairness=7, preference=1), apprentices=({"ranks": (0, 1, 2)}, {"ranks": (2, 1, 0)}))
SPREAD = small_world(weights=weighing(spread=1), places={3: {"preferred": (1, 1)}})
COMPANY = small_world(weights=weighing(company=1))
SCARCE = small_world(
    weights=weighing(early_evidence=4),
    apprentices=({"needs": frozenset({1, 2, 3})}, {}),
    places={2: {"criteria": frozenset({1, 2, 3, 9})}, 0: {"criteria": frozenset({1})}},
    scarce_criteria=frozenset({1, 2}),
)
MOVED = small_world(weights=weighing(moved=100), plan_in_force=((0, 2), (HOME, 3)))

SOFT_CASES = [
    SoftCase("preference", "favourite", RANKED, ((0, 1), (3, 3)), 0),
    SoftCase("preference", "third choice and second", RANKED, ((3, 2), (3, 3)), 15),
    SoftCase("host-preference", "welcome", WELCOME, ((0, 0), (3, 3)), 0),
    SoftCase("host-preference", "most reluctant", WELCOME, ((3, 2), (3, 3)), 30),
    SoftCase("travel", "next door", TRAVELLED, ((0, 0), (0, HOME)), 0),
    SoftCase("travel", "45 minutes for 12 weeks are 90 hours", TRAVELLED, ((2, 0), (0, 0)), 180),
    SoftCase("travel", "one minute for 12 weeks is two hours", TRAVELLED, ((1, 0), (0, 0)), 4),
    SoftCase("long-travel", "comfortable", LONG, ((0, 0), (0, 0)), 0),
    SoftCase("long-travel", "one minute too far", LONG, ((1, 0), (0, 0)), 6),
    SoftCase("long-travel", "half an hour too far", LONG, ((3, 0), (0, 0)), 180),
    SoftCase("fairness", "both happy", FAIR, ((0, 0), (3, 3)), 0),
    SoftCase("fairness", "one worse off", FAIR, ((0, 2), (0, 2)), 21),
    SoftCase("spread", "as preferred", SPREAD, ((3, 0), (0, 3)), 0),
    SoftCase("spread", "one above for 12 weeks", SPREAD, ((3, 0), (3, 1)), 12),
    SoftCase("company", "together", COMPANY, ((3, 3), (3, 3)), 0),
    SoftCase("company", "alone twice for 12 weeks", COMPANY, ((3, 0), (3, 2)), 24),
    SoftCase("early-evidence", "at once", SCARCE, ((2, 3), (2, 2)), 0),
    SoftCase("early-evidence", "two scarce criteria wait a block", SCARCE, ((3, 2), (2, 2)), 8),
    SoftCase("moved", "as before", MOVED, ((0, 2), (HOME, 3)), 0),
    SoftCase("moved", "two blocks differ", MOVED, ((0, HOME), (0, 3)), 200),
]


@pytest.mark.parametrize("case", HARD_CASES, ids=lambda case: f"{case.rule}: {case.name}")
def test_hard_rule_and_recheck_agree(case: HardCase) -> None:
    broken = {violation.rule for violation in recheck(case.problem, case.plan).violations}
    assert permits(case.rule, case.problem, case.plan) is case.permitted
    assert (case.rule not in broken) is case.permitted


@pytest.mark.parametrize("case", SOFT_CASES, ids=lambda case: f"{case.rule}: {case.name}")
def test_soft_rule_and_recheck_agree(case: SoftCase) -> None:
    assert points(case.rule, case.problem, case.plan) == case.points
    assert recheck(case.problem, case.plan).costs[case.rule] == case.points


@pytest.mark.parametrize("rule", hard_rules())
def test_every_hard_rule_has_its_cases(rule: str) -> None:
    names = {case.name for case in HARD_CASES if case.rule == rule}
    assert {ALLOWED, FORBIDDEN, BOUNDARY} <= names


@pytest.mark.parametrize("rule", soft_rules())
def test_every_soft_rule_has_its_cases(rule: str) -> None:
    found = [case.points for case in SOFT_CASES if case.rule == rule]
    assert 0 in found
    assert any(found)


def test_the_catalogue_lists_every_rule() -> None:
    catalogue = Path(__file__).parents[4] / "docs" / "constraints.md"
    rows = [line.split("|")[1:-1] for line in catalogue.read_text().splitlines() if line.startswith("| `")]
    listed = {cells[0].strip().strip("`"): [cell.strip() for cell in cells[1:]] for cells in rows}
    rules = {**hard_rules(), **soft_rules()}
    assert list(listed) == list(rules)
    for rule_id, rule in rules.items():
        kind = "hard" if rule_id in hard_rules() else "soft"
        text, listed_kind, enforced, _source, module = listed[rule_id]
        assert (text, listed_kind, enforced) == (rule.text, kind, rule.enforced.value)
        assert module.strip("`") in constraints.__all__
