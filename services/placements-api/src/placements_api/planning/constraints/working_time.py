"""Working-time rules that a placement must fit."""

import numpy as np

from placements_api.planning.constraints.registry import cell_rule
from placements_api.planning.facts import BoolArray, Facts
from placements_api.planning.problem import Shift

YOUNG_WORKER_WEEKLY_HOURS = 40.0


@cell_rule(
    "no-nights-under-18",
    "give nobody a setting with nights while under 18 on the block's first day",
    "Working Time Regulations 1998, regulation 6A",
)
def no_nights_under_18(facts: Facts, a: int) -> BoolArray:
    nights = (facts.shifts & Shift.NIGHTS.value) != 0
    permitted: BoolArray = (facts.ages(a)[:, None] >= 18) | ~nights
    return permitted


@cell_rule(
    "unsocial-hours",
    "use no setting with evenings, nights or weekends that the programme has no budget for",
    "Scoping report: Lincolnshire (no evening, night or weekend work in the budget)",
)
def unsocial_hours(facts: Facts, a: int) -> BoolArray:
    budget = facts.problem.patterns[facts.apprentice(a).pattern].budget.value
    paid: BoolArray = (facts.shifts & ~budget) == 0
    return paid


@cell_rule(
    "weekly-hours",
    "keep the setting's weekly hours within the apprentice's limit, and within 40 under 18",
    "Working Time Regulations 1998, regulations 4 and 5A",
)
def weekly_hours(facts: Facts, a: int) -> BoolArray:
    limit = np.full(len(facts.blocks(a)), facts.apprentice(a).weekly_hours_limit)
    limit[facts.ages(a) < 18] = min(YOUNG_WORKER_WEEKLY_HOURS, facts.apprentice(a).weekly_hours_limit)
    return facts.weekly_hours <= limit[:, None]
