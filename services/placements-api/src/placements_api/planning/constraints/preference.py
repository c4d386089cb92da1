"""What apprentices and hosts would like, and fairness between apprentices."""

from collections.abc import Sequence

import numpy as np

from placements_api.planning.constraints.registry import cell_cost, plan_cost
from placements_api.planning.facts import Facts, IntArray
from placements_api.planning.problem import HOME


@cell_cost(
    "preference",
    "use the kinds of setting that the apprentice likes",
    "Scoping report: feedback of apprentices; the sector that they would choose",
)
def preference(facts: Facts, a: int) -> IntArray:
    ranks = facts.apprentice(a).ranks
    points = np.zeros(facts.place_count + 1, np.int64)
    if ranks:
        points[:-1] = np.array(ranks, np.int64)[facts.kind[:-1]]
    return np.broadcast_to(facts.problem.weights.preference * points, (len(facts.blocks(a)), len(points)))


@cell_cost(
    "host-preference",
    "send apprentices to hosts that are glad to have them",
    "Scoping report: feedback of employers",
)
def host_preference(facts: Facts, a: int) -> IntArray:
    points = np.zeros(facts.place_count + 1, np.int64)
    if facts.problem.reluctance is not None:
        points[:-1] = facts.problem.reluctance[a]
    points[HOME] = 0
    return np.broadcast_to(facts.problem.weights.host_preference * points, (len(facts.blocks(a)), len(points)))


@plan_cost(
    "fairness",
    "leave nobody much worse off than the others",
    "Scoping report: apprentices compare their placements (Leeds)",
)
def fairness(facts: Facts, own: Sequence[int]) -> int:
    return facts.problem.weights.fairness * max(own, default=0)
