"""What a setting can take, week by week."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from placements_api.host_settings.schemas import CapacityPeriod, Closure

WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class WeekCapacity:
    """One week, from its Monday."""

    week_of: date
    at_most: int
    at_least: int
    or_none: bool
    closed: bool
    reason: str | None


def weekly_capacity(
    periods: Sequence[CapacityPeriod], closures: Sequence[Closure], week_of: date, weeks: int
) -> list[WeekCapacity]:
    """So many weeks, from the one that holds the day `week_of`.

    A week takes as many as all of its days do: nobody when a day is in no period. Periods do not overlap.
    """
    first = monday_of(week_of)
    return [_in_week(periods, closures, first + number * WEEK) for number in range(weeks)]


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _in_week(periods: Sequence[CapacityPeriod], closures: Sequence[Closure], monday: date) -> WeekCapacity:
    for closure in closures:
        if closure.week_of <= monday < closure.week_of + closure.weeks * WEEK:
            return WeekCapacity(monday, 0, 0, or_none=False, closed=True, reason=closure.reason)
    sunday = monday + timedelta(days=6)
    touching = [each for each in periods if each.starts_on <= sunday and (each.ends_on or sunday) >= monday]
    days = sum((min(each.ends_on or sunday, sunday) - max(each.starts_on, monday)).days + 1 for each in touching)
    at_most = min(each.at_most for each in touching) if days == 7 else 0
    at_least = min(at_most, max((each.at_least for each in touching), default=0))
    or_none = at_least > 0 and all(each.or_none for each in touching if each.at_least)
    return WeekCapacity(monday, at_most, at_least, or_none=or_none, closed=False, reason=None)
