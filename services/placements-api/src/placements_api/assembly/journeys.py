"""Minutes from people's homes to settings, as the engine sees them."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from placements_api.assembly.assembled import Person, PlanSetting
from placements_api.planning.problem import IntArray
from placements_api.travel.estimate import Point, TravelMeans, estimate

_NOT_TOLD = (TravelMeans.PUBLIC_TRANSPORT,)
"""Who has not told how they travel is taken to use what everybody can."""


def journeys(people: Sequence[Person], settings: Sequence[PlanSetting]) -> tuple[IntArray, NDArray[np.bool_]]:
    """One journey of each person to each setting, and whether it is known: where it is not, it counts as none."""
    homes: list[Point | None] = [
        None if (home := person.facts.home_position) is None else (home.latitude, home.longitude) for person in people
    ]
    places: list[Point | None] = [_point(setting) for setting in settings]
    minutes = estimate(homes, places, [person.facts.travel_means or _NOT_TOLD for person in people])
    known = np.array([home is not None for home in homes], bool)[:, None] & np.array(
        [place is not None for place in places], bool
    )
    return np.where(known, minutes, 0).reshape(len(people), len(settings)), known


def _point(setting: PlanSetting) -> Point | None:
    row = setting.row
    return None if row.latitude is None or row.longitude is None else (row.latitude, row.longitude)
