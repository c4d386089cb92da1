"""Cohorts with exactly one conflict planted, and what it is about."""

from dataclasses import dataclass, replace

import numpy as np

from placements_api.planning.problem import Problem
from placements_api.planning.testing.instances import Instance, generate


@dataclass(frozen=True, slots=True)
class Planted:
    """Without one of the rules named by `rule`, the hidden plan of the cohort keeps all rules."""

    problem: Problem
    rule: str
    people: tuple[int, ...]


def plant_conflict(people: int, blocks: int, places: int, seed: int) -> Planted:
    """By turns: one head too many at a setting, evidence out of reach, a required kind out of reach."""
    instance = generate(people, blocks, places, seed)
    plant = (_one_head_too_many, _evidence_out_of_reach, _kind_out_of_reach)[seed % 3]
    return plant(instance, np.random.default_rng(seed))


def _one_head_too_many(instance: Instance, random: np.random.Generator) -> Planted:
    """Some people may use one setting of a kind only, and it has one place less than they need."""
    problem = instance.problem
    options = []
    for p, place in enumerate(problem.places):
        visitors = [a for a, row in enumerate(instance.hidden) if p in row]
        needed = all(place.kind in problem.apprentices[a].required_kinds for a in visitors)
        if 2 <= len(visitors) <= 6 and needed:
            options.append((p, visitors))
    p, visitors = options[int(random.integers(len(options)))]
    place = problem.places[p]
    others = frozenset(q for q, other in enumerate(problem.places) if other.kind == place.kind and q != p)
    load = [sum(row[t] == p for row in instance.hidden) for t in range(len(problem.periods))]
    short = next(t for t, n in enumerate(load) if n)
    most = tuple(n - (t == short) for t, n in enumerate(load))
    changed = replace(place, most=most, least=(), opens_with=())
    apprentices = tuple(
        replace(x, excluded_places=x.excluded_places | others) if a in visitors else x
        for a, x in enumerate(problem.apprentices)
    )
    places = (*problem.places[:p], changed, *problem.places[p + 1 :])
    return Planted(replace(problem, apprentices=apprentices, places=places), "setting-capacity", tuple(visitors))


def _evidence_out_of_reach(instance: Instance, random: np.random.Generator) -> Planted:
    """Somebody needs a criterion that only a far-away setting offers."""
    problem = instance.problem
    a = int(random.integers(len(problem.apprentices)))
    apprentice = problem.apprentices[a]
    p = int(np.argmax(problem.travel_minutes[a]))
    criterion = 1 + max(max(place.criteria, default=0) for place in problem.places)
    far = replace(problem.places[p], criteria=problem.places[p].criteria | {criterion})
    needing = replace(
        apprentice,
        needs=apprentice.needs | {criterion},
        travel_limit_minutes=min(apprentice.travel_limit_minutes, int(problem.travel_minutes[a, p]) - 1),
    )
    return Planted(
        replace(
            problem,
            apprentices=(*problem.apprentices[:a], needing, *problem.apprentices[a + 1 :]),
            places=(*problem.places[:p], far, *problem.places[p + 1 :]),
        ),
        "evidence-breadth",
        (a,),
    )


def _kind_out_of_reach(instance: Instance, random: np.random.Generator) -> Planted:
    """Somebody must see a kind of setting from all of whose settings they are excluded."""
    problem = instance.problem
    a = int(random.integers(len(problem.apprentices)))
    kind = min(problem.apprentices[a].required_kinds)
    shut = frozenset(p for p, place in enumerate(problem.places) if place.kind == kind)
    excluded = replace(problem.apprentices[a], excluded_places=shut)
    apprentices = (*problem.apprentices[:a], excluded, *problem.apprentices[a + 1 :])
    return Planted(replace(problem, apprentices=apprentices), "exclusions", (a,))
