"""A cohort small enough to follow with a finger: two apprentices, two blocks, four places.

Places 0 and 1 are care homes of host 0 (kind 0, social care), place 2 is a ward of host 1 (kind 1, health),
place 3 a community team of host 2 (kind 2, health). Blocks are 12 weeks from 7 September 2026.
"""

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np

from placements_api.planning.problem import (
    Apprentice,
    Block,
    Host,
    Pattern,
    Period,
    Place,
    Problem,
    Weights,
)

FIRST_DAY = date(2026, 9, 7)
SECOND_BLOCK = date(2026, 11, 30)
LAST_DAY = date(2027, 2, 21)

NO_WEIGHTS = Weights(preference=0, host_preference=0, travel=0, fairness=0)


def small_world(
    *,
    apprentices: tuple[dict[str, Any], ...] = ({}, {}),
    places: dict[int, dict[str, Any]] | None = None,
    pattern: dict[str, Any] | None = None,
    **problem: Any,
) -> Problem:
    """The small world with some facts changed; `places` by number."""
    world = [
        Place(host=0, kind=0, sector=0, most=(2, 2)),
        Place(host=0, kind=0, sector=0, most=(2, 2)),
        Place(host=1, kind=1, sector=1, most=(2, 2)),
        Place(host=2, kind=2, sector=1, most=(2, 2)),
    ]
    for p, changes in (places or {}).items():
        world[p] = replace(world[p], **changes)
    facts = {"pattern": 0, "born_on": date(2000, 1, 1), "travel_limit_minutes": 60}
    values: dict[str, Any] = {
        "periods": (Period(FIRST_DAY, 12), Period(SECOND_BLOCK, 12)),
        "patterns": (replace(Pattern((Block(0, 1), Block(1, 2))), **(pattern or {})),),
        "hosts": (Host(), Host(), Host()),
        "places": tuple(world),
        "apprentices": tuple(Apprentice(**{**facts, **changes}) for changes in apprentices),
        "travel_minutes": np.full((len(apprentices), len(world)), 30),
        "weights": NO_WEIGHTS,
    }
    return Problem(**{**values, **problem})
