"""What was decided stays: pins, and few changes to a plan in force."""

import numpy as np

from placements_api.planning.constraints.registry import cell_cost, cell_rule
from placements_api.planning.facts import BoolArray, Facts, IntArray


@cell_rule(
    "pinned",
    "leave placements where they are that have started or that a person has fixed",
    "Agreements of the partnership",
)
def pinned(facts: Facts, a: int) -> BoolArray:
    allowed = np.ones((len(facts.blocks(a)), facts.place_count + 1), bool)
    for block, place in facts.apprentice(a).pins.items():
        allowed[block] = False
        allowed[block, place] = True
    return allowed


@cell_cost(
    "moved",
    "change as little as possible of the plan in force",
    "Scoping report: notice of 12 weeks for a placement; confidence of hosts",
)
def moved(facts: Facts, a: int) -> IntArray:
    in_force = facts.problem.plan_in_force
    points = np.zeros((len(facts.blocks(a)), facts.place_count + 1), np.int64)
    if in_force is not None:
        points += facts.problem.weights.moved
        for block, place in enumerate(in_force[a]):
            points[block, place if place >= -1 else slice(0, 0)] = 0
    return points
