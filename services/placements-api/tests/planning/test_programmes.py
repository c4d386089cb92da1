"""The shapes of the real programmes, each planned in both ways: exactly, and by columns."""

from datetime import date, timedelta

import numpy as np
import pytest

from placements_api.planning.problem import (
    HOME,
    Apprentice,
    Block,
    Host,
    Once,
    Pattern,
    Period,
    Place,
    Plan,
    Problem,
    Share,
    Shift,
    Stay,
    Validity,
)
from placements_api.planning.recheck import recheck
from placements_api.planning.solve import Options, solve
from placements_api.planning.warm_up import warm_up

SOCIAL, HEALTH = 0, 1
ADULT = date(1998, 5, 1)
WAYS = (Options(seconds=600), Options(seconds=600, exact_candidates=0, tries=100))


def periods(first_day: date, *weeks: int) -> tuple[Period, ...]:
    found: list[Period] = []
    for count in weeks:
        found.append(Period(first_day, count))
        first_day += timedelta(weeks=count)
    return tuple(found)


def programme(
    weeks: tuple[int, ...],
    patterns: tuple[Pattern, ...],
    places: tuple[Place, ...],
    apprentices: tuple[Apprentice, ...],
    shares: tuple[Share, ...] = (),
    first_day: date = date(2026, 3, 2),
) -> Problem:
    return Problem(
        periods=periods(first_day, *weeks),
        patterns=patterns,
        hosts=tuple(Host() for _ in range(1 + max(place.host for place in places))),
        places=places,
        apprentices=apprentices,
        travel_minutes=np.full((len(apprentices), len(places)), 25),
        shares=shares,
    )


def planned(problem: Problem, options: Options) -> Plan:
    solution = solve(problem, options)
    assert solution.plan is not None
    assert recheck(problem, solution.plan).holds
    return solution.plan


@pytest.mark.parametrize("options", WAYS)
def test_half_start_in_each_and_the_youngest_starts_in_social_care(options: Options) -> None:
    """Coastal West Sussex: eight apprentices, two half-years, 18 in the NHS."""
    pattern = Pattern((Block(0, 1), Block(1, 2)), once=frozenset({Once.KIND}), required_sectors=frozenset({0, 1}))
    places = (
        Place(host=0, kind=0, sector=SOCIAL, most=(4, 4)),
        Place(host=1, kind=1, sector=HEALTH, most=(4, 4), minimum_age=18, clearances=frozenset({0})),
    )
    vaccinated = {0: Validity(date(2026, 1, 1))}
    births = [ADULT] * 7 + [date(2008, 6, 1)]
    people = tuple(Apprentice(0, born_on, 60, clearances=vaccinated) for born_on in births)
    problem = programme((26, 26), (pattern,), places, people, shares=(Share(SOCIAL, 0, 4, 4),))
    plan = planned(problem, options)
    assert sum(row[0] == 0 for row in plan) == 4
    assert plan[7] == (0, 1)


@pytest.mark.parametrize("options", WAYS)
def test_every_apprentice_meets_moving_and_handling(options: Options) -> None:
    """Lincolnshire: four placements of twelve weeks; community mental health offers only some evidence."""
    kinds = 4
    pattern = Pattern(
        tuple(Block(b, b + 1) for b in range(4)),
        once=frozenset({Once.KIND}),
        required_kinds=frozenset(range(kinds)),
        budget=Shift.DAYS,
    )
    days = tuple(
        Place(host=k, kind=k, sector=HEALTH if k < 3 else SOCIAL, most=(2,) * 4, criteria=frozenset({k, 10 + k}))
        for k in range(kinds)
    )
    places = (*days, Place(host=0, kind=0, sector=HEALTH, most=(5,) * 4, shifts=Shift.NIGHTS))
    people = tuple(Apprentice(0, ADULT, 60, needs=frozenset({0, 3, 12})) for _ in range(5))
    plan = planned(programme((12, 12, 12, 12), (pattern,), places, people), options)
    assert all(sorted(row) == [0, 1, 2, 3] for row in plan)


@pytest.mark.parametrize("options", WAYS)
def test_home_blocks_and_two_different_partners(options: Options) -> None:
    """Leeds: twenty weeks at home, two placements at different partners, four weeks at home."""
    pattern = Pattern(
        (Block(0, 1, Stay.HOME), Block(1, 2), Block(2, 3), Block(3, 4, Stay.HOME)),
        home_blocks=2,
        once=frozenset({Once.HOST}),
    )
    places = tuple(Place(host=h, kind=h % 2, sector=h % 2, most=(2,) * 4) for h in (0, 0, 1, 2, 3))
    people = tuple(Apprentice(0, ADULT, 60, excluded_hosts=frozenset({a % 4})) for a in range(6))
    plan = planned(programme((20, 12, 12, 4), (pattern,), places, people), options)
    for row in plan:
        assert row[0] == row[3] == HOME
        assert places[row[1]].host != places[row[2]].host


@pytest.mark.parametrize("options", WAYS)
def test_groups_that_swap(options: Options) -> None:
    """North West: six start in hospital and six in social care, then they change over."""
    first, second = frozenset({HEALTH}), frozenset({SOCIAL})
    patterns = (
        Pattern((Block(0, 1, sectors=first), Block(1, 2, sectors=second))),
        Pattern((Block(0, 1, sectors=second), Block(1, 2, sectors=first))),
    )
    places = (
        Place(host=0, kind=0, sector=SOCIAL, most=(6, 6), least=(6, 6)),
        Place(host=1, kind=1, sector=HEALTH, most=(6, 6), least=(6, 6)),
    )
    people = tuple(Apprentice(a % 2, ADULT, 60) for a in range(12))
    plan = planned(programme((26, 26), patterns, places, people), options)
    assert set(plan[::2]) == {(1, 0)}
    assert set(plan[1::2]) == {(0, 1)}


@pytest.mark.parametrize("options", WAYS)
def test_a_home_employer_with_short_placements(options: Options) -> None:
    """Herefordshire: four of six blocks at home, two elsewhere, whenever it suits."""
    pattern = Pattern(
        tuple(Block(b, b + 1, Stay.EITHER) for b in range(6)),
        home_blocks=4,
        once=frozenset({Once.PLACE}),
        required_kinds=frozenset({0}),
    )
    places = tuple(Place(host=k, kind=k, sector=HEALTH, most=(1,) * 6) for k in range(2))
    people = tuple(Apprentice(0, ADULT, 60) for _ in range(5))
    plan = planned(programme((8,) * 6, (pattern,), places, people), options)
    assert all(row.count(HOME) == 4 and 0 in row and 1 in row for row in plan)


def test_the_compiled_search_can_be_loaded_ahead() -> None:
    warm_up()
