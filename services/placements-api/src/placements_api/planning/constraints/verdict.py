"""Ask the registered rules themselves about a finished plan, one rule at a time."""

from collections import Counter

import numpy as np

from placements_api.planning.constraints.registry import (
    CELL_COSTS,
    CELL_RULES,
    LOAD_PRICES,
    LOAD_RULES,
    PATH_RULES,
    PLAN_COSTS,
)
from placements_api.planning.facts import Facts, IntArray
from placements_api.planning.problem import HOME, Plan, Problem


def permits(rule_id: str, problem: Problem, plan: Plan) -> bool:
    """True when the plan keeps the hard rule. Blocks without a place are only the business of `one-setting`."""
    facts = Facts(problem)
    people = range(len(problem.apprentices))
    if rule_id in CELL_RULES:
        allows = CELL_RULES[rule_id].allows
        for a in people:
            mask = np.broadcast_to(allows(facts, a), _shape(facts, a))
            if not all(mask[b, p] for b, p in enumerate(plan[a]) if p >= HOME):
                return False
        return True
    if rule_id in PATH_RULES:
        limits = PATH_RULES[rule_id].limits
        return all(limit.holds(plan[a]) for a in people for limit in limits(facts, a))
    load = _load(problem, plan)
    return all(
        limit.holds(sum(load[p, limit.period] for p in limit.places)) for limit in LOAD_RULES[rule_id].limits(facts)
    )


def points(rule_id: str, problem: Problem, plan: Plan) -> int:
    """Points of the plan under one soft rule."""
    facts = Facts(problem)
    if rule_id in CELL_COSTS:
        return sum(_cell_points(facts, a, plan[a], CELL_COSTS[rule_id].points(facts, a)) for a in range(len(plan)))
    if rule_id in LOAD_PRICES:
        load = _load(problem, plan)
        return sum(
            cost.points(sum(load[p, cost.period] for p in cost.places)) for cost in LOAD_PRICES[rule_id].costs(facts)
        )
    own = [
        sum(_cell_points(facts, a, plan[a], rule.points(facts, a)) for rule in CELL_COSTS.values())
        for a in range(len(plan))
    ]
    return PLAN_COSTS[rule_id].points(facts, own)


def _shape(facts: Facts, a: int) -> tuple[int, int]:
    return len(facts.blocks(a)), facts.place_count + 1


def _cell_points(facts: Facts, a: int, itinerary: tuple[int, ...], table: IntArray) -> int:
    full = np.broadcast_to(table, _shape(facts, a))
    return sum(int(full[b, p]) for b, p in enumerate(itinerary) if p >= HOME)


def _load(problem: Problem, plan: Plan) -> Counter[tuple[int, int]]:
    load: Counter[tuple[int, int]] = Counter()
    for a, itinerary in enumerate(plan):
        for block, p in zip(problem.blocks_of(a), itinerary, strict=True):
            if p >= 0:
                load.update((p, t) for t in block.periods)
    return load
