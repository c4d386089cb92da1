"""What a setting takes in a week."""

from datetime import date, timedelta

from placements_api.host_settings.capacity import WeekCapacity, weekly_capacity
from placements_api.host_settings.schemas import CapacityPeriod, Closure

MONDAY = date(2027, 3, 1)
SUNDAY = MONDAY + timedelta(days=6)


def period(
    starts_on: date, ends_on: date | None = None, *, at_most: int = 4, at_least: int = 0, or_none: bool = False
) -> CapacityPeriod:
    return CapacityPeriod(starts_on=starts_on, ends_on=ends_on, at_most=at_most, at_least=at_least, or_none=or_none)


def in_week(*periods: CapacityPeriod, closures: tuple[Closure, ...] = ()) -> WeekCapacity:
    (week,) = weekly_capacity(periods, closures, SUNDAY, 1)
    assert week.week_of == MONDAY
    return week


def test_a_setting_without_periods_takes_nobody() -> None:
    assert in_week().at_most == 0


def test_a_week_within_a_period_takes_what_the_period_does() -> None:
    week = in_week(period(MONDAY, SUNDAY, at_most=3, at_least=2, or_none=True))
    assert (week.at_most, week.at_least, week.or_none) == (3, 2, True)


def test_a_week_with_a_day_outside_all_periods_takes_nobody() -> None:
    assert in_week(period(MONDAY + timedelta(days=1))).at_most == 0
    assert in_week(period(MONDAY, SUNDAY - timedelta(days=1), at_least=1)).at_least == 0


def test_a_week_in_two_periods_takes_what_both_do() -> None:
    wednesday = MONDAY + timedelta(days=2)
    before = period(MONDAY - timedelta(weeks=2), wednesday, at_most=2)
    week = in_week(before, period(wednesday + timedelta(days=1), at_least=3))
    assert (week.at_most, week.at_least, week.or_none) == (2, 2, False)


def test_a_closed_week_takes_nobody_and_says_why() -> None:
    closures = (Closure(week_of=MONDAY - timedelta(weeks=1), weeks=2, reason="Refurbishment"),)
    week = in_week(period(MONDAY - timedelta(weeks=4), at_least=1), closures=closures)
    assert (week.at_most, week.at_least, week.closed, week.reason) == (0, 0, True, "Refurbishment")
    ended = (Closure(week_of=MONDAY - timedelta(weeks=2), weeks=2),)
    assert in_week(period(MONDAY), closures=ended).at_most == 4
