"""Getting there: the limit that was agreed, and the hours that are spent."""

import numpy as np

from placements_api.planning.constraints.registry import cell_cost, cell_rule
from placements_api.planning.facts import BoolArray, Facts, IntArray


@cell_rule(
    "travel-limit",
    "keep each journey within the apprentice's limit by the means that they have",
    "Scoping report: Staffordshire (rural: travel is the constraint)",
)
def travel_limit(facts: Facts, a: int) -> BoolArray:
    minutes = facts.travel_minutes[a]
    within: BoolArray = (minutes >= 0) & (minutes <= facts.apprentice(a).travel_limit_minutes)
    return within


def hours(minutes: IntArray, weeks: IntArray) -> IntArray:
    """(B, P+1) hours on the way in each block: ten journeys a week, rounded half up."""
    rounded: IntArray = (np.maximum(minutes, 0)[None, :] * weeks[:, None] * 10 + 30) // 60
    return rounded


@cell_cost(
    "travel",
    "cost few hours of travel",
    "Scoping report: travel time and expenses (Leeds, Staffordshire)",
)
def travel(facts: Facts, a: int) -> IntArray:
    return facts.problem.weights.travel * hours(facts.travel_minutes[a], facts.weeks(a))


@cell_cost(
    "long-travel",
    "avoid journeys beyond what the programme calls comfortable",
    "Scoping report: Staffordshire (worst journeys, not only the sum)",
)
def long_travel(facts: Facts, a: int) -> IntArray:
    beyond = facts.travel_minutes[a] - facts.problem.comfortable_minutes
    return facts.problem.weights.long_travel * hours(beyond, facts.weeks(a))
