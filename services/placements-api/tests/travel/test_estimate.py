"""Journeys estimated from positions."""

from collections.abc import Collection, Sequence

import numpy as np
import pytest

from placements_api.travel.estimate import (
    NO_WAY,
    Minutes,
    Point,
    by_car,
    by_public_transport,
    cycling,
    quickest,
    road_km,
)

WORTHING, BRIGHTON, CHICHESTER = (50.8148, -0.3728), (50.8225, -0.1372), (50.8365, -0.7792)
LEEDS, ROUND_THE_CORNER = (53.8008, -1.5491), (50.8190, -0.3728)
BOTH = {"car", "public_transport"}


def estimate(
    people: Sequence[Point | None], settings: Sequence[Point | None], means: Sequence[Collection[str]]
) -> Minutes:
    road = road_km(people, settings)
    return quickest(road, by_car(road), means)


@pytest.mark.parametrize(
    ("home", "place", "kilometres"),
    [(WORTHING, WORTHING, 0), (WORTHING, BRIGHTON, 23.2), (WORTHING, LEEDS, 480), (WORTHING, ROUND_THE_CORNER, 0.65)],
)
def test_ways_are_longer_than_the_straight_line(home: Point, place: Point, kilometres: float) -> None:
    assert road_km([home], [place])[0, 0] == pytest.approx(kilometres, rel=0.02)


@pytest.mark.parametrize(
    ("place", "means", "least", "most"),
    [
        (BRIGHTON, {"car"}, 30, 45),
        (BRIGHTON, {"public_transport"}, 60, 80),
        (BRIGHTON, BOTH, 30, 45),
        (CHICHESTER, {"car"}, 45, 60),
        (ROUND_THE_CORNER, set(), 6, 10),
        (ROUND_THE_CORNER, BOTH, 5, 8),
        (BRIGHTON, set(), NO_WAY, NO_WAY),
        (BRIGHTON, {"cycling"}, NO_WAY, NO_WAY),
        (None, BOTH, NO_WAY, NO_WAY),
        (LEEDS, {"car"}, 280, 360),
    ],
)
def test_the_quickest_means_of_those_they_have(place: Point | None, means: set[str], least: int, most: int) -> None:
    minutes = int(estimate([WORTHING], [place], [means])[0, 0])
    assert least <= minutes <= most


def test_one_row_a_person_and_one_column_a_setting() -> None:
    minutes = estimate([WORTHING, None, BRIGHTON], [BRIGHTON, CHICHESTER], [BOTH, BOTH, {"public_transport"}])
    assert minutes.shape == (3, 2)
    assert (minutes[1] == NO_WAY).all()
    assert minutes[2, 0] == 0
    assert (estimate([], [BRIGHTON], [])).shape == (0, 1)


def test_further_is_never_quicker() -> None:
    road = np.linspace(0, 200, 2000)
    for means in (by_car, by_public_transport):
        assert (np.diff(means(road)) >= 0).all()
    assert by_car(road)[-1] < by_public_transport(road)[-1]
    assert list(cycling(np.array([4.0, 40.0]))) == [15, NO_WAY]
