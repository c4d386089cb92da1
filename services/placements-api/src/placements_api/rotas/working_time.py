"""Working-time rules held against a rota. Pure.

Source: Working Time Regulations 1998 (SI 1998/1833); the regulation is named with each finding. A person under 18 is a
young worker in their sense. Training for the work counts as work (regulation 2(1)).
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from placements_api.clock import LONDON
from placements_api.host_settings.capacity import monday_of
from placements_api.planning.problem import age_on
from placements_api.rotas.generate import DAY, Shift

WEEK = 7 * DAY
_HOUR = timedelta(hours=1)
_REFERENCE_WEEKS = 17


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that the rota breaks: on which day first, and on how many days or weeks in all."""

    rule: str
    regulation: str
    words: str
    first_on: date
    times: int


@dataclass(frozen=True, slots=True)
class Rule:
    """`breaches` gives, for each breach in order, the day and what is wrong with it in words."""

    name: str
    regulation: str
    breaches: Callable[[Sequence[Shift], date], Iterator[tuple[date, str]]]


def check_working_time(shifts: Sequence[Shift], born_on: date) -> list[Finding]:
    """In the order of `RULES`; empty when the rota keeps them all. `shifts` are in order."""
    findings = []
    for rule in RULES:
        breaches = list(rule.breaches(shifts, born_on))
        if breaches:
            day, words = breaches[0]
            findings.append(Finding(rule.name, rule.regulation, words, day, len(breaches)))
    return findings


def _is_young(born_on: date, day: date) -> bool:
    return age_on(born_on, day) < 18


def _average_week(shifts: Sequence[Shift], _born_on: date) -> Iterator[tuple[date, str]]:
    """Over 17 weeks, or over all of a shorter rota."""
    hours = _hours_by_week(shifts)
    if not hours:
        return
    first, last = min(hours), max(hours)
    weeks = (last - first) // WEEK + 1
    span = min(weeks, _REFERENCE_WEEKS)
    for begin in range(weeks - span + 1):
        monday = first + begin * WEEK
        average = sum(hours.get(monday + n * WEEK, 0) for n in range(span)) / span
        if average > 48:
            yield monday, f"On average {_number(average)} hours a week over {span} weeks: at most 48."


def _young_week(shifts: Sequence[Shift], born_on: date) -> Iterator[tuple[date, str]]:
    for monday, hours in _hours_by_week(shifts).items():
        if _is_young(born_on, monday) and hours > 40:
            yield monday, f"{_number(hours)} hours in a week under 18: at most 40."


def _young_day(shifts: Sequence[Shift], born_on: date) -> Iterator[tuple[date, str]]:
    hours: dict[date, float] = defaultdict(float)
    for shift in shifts:
        hours[shift.day] += shift.hours
    for day, worked in hours.items():
        if _is_young(born_on, day) and worked > 8:
            yield day, f"{_number(worked)} hours in a day under 18: at most 8."


def _young_night(shifts: Sequence[Shift], born_on: date) -> Iterator[tuple[date, str]]:
    for shift in shifts:
        nights = [shift.day - DAY, shift.day]
        if _is_young(born_on, shift.day) and any(
            shift.starts_at < _at(night + DAY, time(6)) and shift.ends_at > _at(night, time(22)) for night in nights
        ):
            yield shift.day, "Work between 10 pm and 6 am under 18: none is allowed."


def _daily_rest(shifts: Sequence[Shift], born_on: date) -> Iterator[tuple[date, str]]:
    for before, after in pairwise(shifts):
        least = 12 if _is_young(born_on, after.day) else 11
        rest = (after.starts_at - before.ends_at) / _HOUR
        if rest < least:
            yield after.day, f"{_number(max(rest, 0))} hours of rest before the shift: at least {least}."


def _weekly_rest(shifts: Sequence[Shift], born_on: date) -> Iterator[tuple[date, str]]:
    """Of an adult 24 hours in each week, or 48 in each fortnight; under 18, 48 hours in each week."""
    weeks = _hours_by_week(shifts)
    for monday in weeks:
        longest = max(_rests(shifts, monday, 1))
        if _is_young(born_on, monday):
            if longest < 48:
                yield monday, f"{_number(longest)} hours without work at a stretch in a week under 18: at least 48."
        elif longest < 24 and not any(
            _rested(shifts, first) for first in (monday - WEEK, monday) if first in weeks and first + WEEK in weeks
        ):
            yield monday, f"{_number(longest)} hours without work at a stretch in a week: at least 24."


def _rested(shifts: Sequence[Shift], monday: date) -> bool:
    """Whether the fortnight has twice 24 hours without work, or once 48."""
    return sum(rest // 24 for rest in _rests(shifts, monday, 2)) >= 2


def _breaks(shifts: Sequence[Shift], born_on: date) -> Iterator[tuple[date, str]]:
    for shift in shifts:
        hours, minutes = (4.5, 30) if _is_young(born_on, shift.day) else (6, 20)
        if shift.length_hours > hours and shift.break_minutes < minutes:
            yield (
                shift.day,
                f"A break of {shift.break_minutes} minutes in {_number(shift.length_hours)} hours: {minutes}.",
            )


RULES = (
    Rule("average_week", "regulation 4", _average_week),
    Rule("young_worker_week", "regulation 5A", _young_week),
    Rule("young_worker_day", "regulation 5A", _young_day),
    Rule("young_worker_night", "regulation 6A", _young_night),
    Rule("daily_rest", "regulation 10", _daily_rest),
    Rule("weekly_rest", "regulation 11", _weekly_rest),
    Rule("breaks", "regulation 12", _breaks),
)


def _hours_by_week(shifts: Sequence[Shift]) -> dict[date, float]:
    """By the Monday of the week; weeks without work are missing."""
    hours: dict[date, float] = defaultdict(float)
    for shift in shifts:
        hours[monday_of(shift.day)] += shift.hours
    return hours


def _rests(shifts: Sequence[Shift], monday: date, weeks: int) -> list[float]:
    """Hours of each stretch without work within so many weeks."""
    begin, end = _at(monday, time()), _at(monday + weeks * WEEK, time())
    rests, free_from = [], begin
    for shift in shifts:
        if shift.ends_at > begin and shift.starts_at < end:
            rests.append(max((shift.starts_at - free_from) / _HOUR, 0))
            free_from = max(free_from, shift.ends_at)
    return [*rests, max((end - free_from) / _HOUR, 0)]


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, LONDON)


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
