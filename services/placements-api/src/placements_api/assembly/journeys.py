"""Minutes from people's homes to settings, as the engine sees them."""

from collections.abc import Mapping, Sequence
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from placements_api.assembly.assembled import Person, PlanSetting
from placements_api.car_journeys.kept import kept_minutes
from placements_api.car_journeys.models import CarJourneys
from placements_api.planning.problem import IntArray
from placements_api.travel.estimate import Point, TravelMeans, by_car, quickest, road_km
from placements_api.travel.routing import TravelSource

_NOT_TOLD = (TravelMeans.PUBLIC_TRANSPORT,)
"""Who has not told how they travel is taken to use what everybody can."""


def journeys(
    people: Sequence[Person], settings: Sequence[PlanSetting], driven: Mapping[UUID, CarJourneys]
) -> tuple[IntArray, NDArray[np.bool_], frozenset[TravelSource]]:
    """One journey of each person to each setting, whether it is known, and where those that are known come from.

    A journey that is not known counts as none.
    """
    homes: list[Point | None] = [
        None if (at := person.facts.home_position) is None else (at.latitude, at.longitude) for person in people
    ]
    places: list[Point | None] = [_point(setting) for setting in settings]
    means = [person.facts.travel_means or _NOT_TOLD for person in people]
    road = road_km(homes, places)
    car = by_car(road)
    asked = np.zeros(car.shape, bool)
    for a, (person, home) in enumerate(zip(people, homes, strict=True)):
        learner_id = person.row.learner_id
        if home is not None and learner_id in driven and TravelMeans.CAR in means[a]:
            kept = kept_minutes(driven[learner_id], learner_id, home, places)
            asked[a] = [minutes is not None for minutes in kept]
            car[a, asked[a]] = [minutes for minutes in kept if minutes is not None]
    minutes = quickest(road, car, means)
    known = ~np.isnan(road)
    from_routing = asked & (minutes == car)
    sources = (
        (TravelSource.ESTIMATE, known & ~from_routing),
        (TravelSource.ROUTING_SERVICE, known & from_routing),
    )
    return (
        np.where(known, minutes, 0).reshape(len(people), len(settings)),
        known,
        frozenset(source for source, where in sources if where.any()),
    )


def _point(setting: PlanSetting) -> Point | None:
    row = setting.row
    return None if row.latitude is None or row.longitude is None else (row.latitude, row.longitude)
