"""Minutes from home to a setting, estimated from the two positions alone. Pure.

It is an estimate and is called one wherever it is shown: no road, no timetable and no hour of the day is known to it.
It is meant to be a little long rather than short, because a journey that turns out too long breaks a placement.
"""

from collections.abc import Collection, Sequence
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
"""Latitude and longitude in degrees (WGS 84)."""
Minutes = NDArray[np.int64]
NO_WAY = -1

EARTH_RADIUS_KM = 6371.0
DETOUR = 1.4
"""Length of the way on roads over the straight line.
Source: Ballou, Rahardja and Sakai, "Selected country circuity factors for road travel distance estimation",
Transportation Research Part A 36 (2002), table 1: United Kingdom."""

_CAR = ((8.0, 29.0), (40.0, 56.0), (np.inf, 93.0))
"""Up to so many kilometres of the way, at so many km/h: in towns, on country A roads, on trunk roads and motorways.
Source: Department for Transport, Travel time measures for local A roads (about 18 mph in urban and 35 mph in rural
areas of England) and for the strategic road network (about 58 mph). How far each reaches is our own choice."""
_PARKING_MINUTES = 5.0
"""From the parked car to the door: our own choice."""

_PUBLIC_TRANSPORT = ((10.0, 18.0), (30.0, 30.0), (np.inf, 60.0))
"""Buses in towns, then interurban ones, then trains with their changes. No national table says this; our own choice,
near to the 10 to 12 mph that operators give for town buses."""
_STOPS_MINUTES = 15.0
"""To the stop, waiting for half of a headway of 15 minutes, and from the stop to the door: our own choice."""

_WALKING_KMH = 4.8
"""Source: Department for Transport, Journey time statistics, notes and definitions: 3 mph."""
_CYCLING_KMH = 16.0
"""Source: the same: 10 mph."""
LONGEST_WALK_MINUTES = 30
LONGEST_RIDE_MINUTES = 30


class TravelMeans(StrEnum):
    CAR = "car"
    PUBLIC_TRANSPORT = "public_transport"
    WALKING = "walking"
    CYCLING = "cycling"


def quickest(road: NDArray[np.float64], car: Minutes, means: Sequence[Collection[str]]) -> Minutes:
    """One journey of each person (rows) to each setting (columns) by the quickest means that they have.

    `car`: minutes by car, which may come from elsewhere than the estimate. Everybody may walk for half an hour; nobody
    is taken to have a bicycle. `NO_WAY` where a position is not known or no means reaches.
    """
    drives, rides = (
        np.array([mean in own for own in means], dtype=bool)[:, None]
        for mean in (TravelMeans.CAR, TravelMeans.PUBLIC_TRANSPORT)
    )
    never = np.iinfo(np.int64).max
    best = np.full(road.shape, never)
    for usable, minutes in ((drives, car), (rides, by_public_transport(road)), (True, walking(road))):
        best = np.where(usable & (minutes >= 0), np.minimum(best, minutes), best)
    return np.where(best == never, NO_WAY, best)


def road_km(people: Sequence[Point | None], settings: Sequence[Point | None]) -> NDArray[np.float64]:
    """Kilometres on roads from each person to each setting; NaN where a position is not known."""
    home, place = np.radians(_degrees(people))[:, None, :], np.radians(_degrees(settings))[None, :, :]
    half = np.sin((place - home) / 2) ** 2
    chord = half[..., 0] + np.cos(home[..., 0]) * np.cos(place[..., 0]) * half[..., 1]
    return np.asarray(DETOUR * 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(chord, 0, 1))))


def by_car(road: NDArray[np.float64]) -> Minutes:
    return _whole(_PARKING_MINUTES + _along(road, _CAR))


def by_public_transport(road: NDArray[np.float64]) -> Minutes:
    return _whole(_STOPS_MINUTES + _along(road, _PUBLIC_TRANSPORT))


def walking(road: NDArray[np.float64]) -> Minutes:
    """`NO_WAY` beyond half an hour."""
    return _at_most(_whole(road / _WALKING_KMH * 60), LONGEST_WALK_MINUTES)


def cycling(road: NDArray[np.float64]) -> Minutes:
    """`NO_WAY` beyond half an hour. Shown, never relied on in a plan."""
    return _at_most(_whole(road / _CYCLING_KMH * 60), LONGEST_RIDE_MINUTES)


def _along(road: NDArray[np.float64], bands: Sequence[tuple[float, float]]) -> NDArray[np.float64]:
    """Minutes for a way whose first kilometres are slower than its later ones."""
    minutes = np.zeros_like(road)
    begin = 0.0
    for end, speed in bands:
        minutes += np.clip(road - begin, 0, end - begin) / speed * 60
        begin = end
    return minutes


def _whole(minutes: NDArray[np.float64]) -> Minutes:
    """Rounded up; `NO_WAY` for NaN."""
    return np.where(np.isnan(minutes), NO_WAY, np.ceil(minutes)).astype(np.int64)


def _at_most(minutes: Minutes, limit: int) -> Minutes:
    return np.where(minutes > limit, NO_WAY, minutes)


def _degrees(points: Sequence[Point | None]) -> NDArray[np.float64]:
    return np.array([point or (np.nan, np.nan) for point in points], dtype=np.float64).reshape(-1, 2)
