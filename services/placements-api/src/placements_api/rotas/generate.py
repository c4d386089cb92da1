"""The shifts of a placement from the setting's shift pattern, the programme's learning days and the host's changes.

Pure. Patterns speak the time of clocks in London; shifts are instants in UTC, so that an hour lost or won in a night of
March or October is not paid wrongly.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from placements_api.clock import LONDON
from placements_api.host_settings.shifts import AnyShiftPattern, FixedWeek, RollingShifts, Rota
from placements_api.programmes.rotation import LearningDay

DAY = timedelta(days=1)
LEARNING_HOURS = (time(9), time(17))
LEARNING_BREAK_MINUTES = 30
_LEARNING_WEEKDAY = 3
"""Where a programme does not say which day it is. This and the hours above are our own choice."""


class ShiftKind(StrEnum):
    WORK = "work"
    LEARNING = "learning"


@dataclass(frozen=True, slots=True)
class Shift:
    """Work or learning that begins on `day` in London."""

    day: date
    starts_at: datetime
    ends_at: datetime
    break_minutes: int
    kind: ShiftKind = ShiftKind.WORK
    changed: bool = False
    """The host put it there."""
    note: str | None = None

    @property
    def length_hours(self) -> float:
        return (self.ends_at - self.starts_at) / timedelta(hours=1)

    @property
    def hours(self) -> float:
        """Without the break."""
        return round(self.length_hours - self.break_minutes / 60, 2)


@dataclass(frozen=True, slots=True)
class Change:
    """What a host wants on a day instead of what is generated; without times it is a day off."""

    starts_at: str | None
    ends_at: str | None
    break_minutes: int
    note: str | None


def generate_shifts(
    pattern: AnyShiftPattern | None, learning: Iterable[LearningDay], sector: str, starts_on: date, ends_on: date
) -> list[Shift]:
    """From the first to the last day, in order. Without a pattern, or with one that only has bounds, there is no work.

    A learning day takes the place of the shift of that day, and of one that would run into it from the day before.
    """
    learnt = [
        _shift(day, *LEARNING_HOURS, LEARNING_BREAK_MINUTES, kind=ShiftKind.LEARNING, note=text)
        for day, text in sorted(_learning_days(learning, sector, starts_on, ends_on).items())
    ]
    taken = {shift.day for shift in learnt}
    work = [
        shift
        for shift in (_work(pattern, starts_on, ends_on) if pattern else ())
        if taken.isdisjoint({shift.day, (shift.ends_at.astimezone(LONDON) - timedelta(minutes=1)).date()})
    ]
    return sorted([*work, *learnt], key=lambda shift: shift.starts_at)


def with_changes(shifts: Sequence[Shift], changes: Mapping[date, Change]) -> list[Shift]:
    """The shifts with each changed day as the host wants it."""
    kept = [shift for shift in shifts if shift.day not in changes]
    added = [
        _shift(
            day,
            time.fromisoformat(change.starts_at),
            time.fromisoformat(change.ends_at),
            change.break_minutes,
            changed=True,
            note=change.note,
        )
        for day, change in changes.items()
        if change.starts_at is not None and change.ends_at is not None
    ]
    return sorted([*kept, *added], key=lambda shift: shift.starts_at)


def _work(pattern: AnyShiftPattern, starts_on: date, ends_on: date) -> Iterator[Shift]:
    for number in range((ends_on - starts_on).days + 1):
        day = starts_on + number * DAY
        match pattern:
            case FixedWeek() if day.isoweekday() in pattern.weekdays:
                yield _shift(
                    day,
                    time.fromisoformat(pattern.starts_at),
                    time.fromisoformat(pattern.ends_at),
                    pattern.break_minutes,
                )
            case RollingShifts() if number % (pattern.days_on + pattern.days_off) < pattern.days_on:
                start = time.fromisoformat(pattern.starts_at)
                end = (datetime.combine(day, start) + timedelta(hours=pattern.shift_hours)).time()
                yield _shift(day, start, end, pattern.break_minutes)
            case FixedWeek() | RollingShifts() | Rota():
                continue


def _shift(
    day: date,
    start: time,
    end: time,
    break_minutes: int,
    *,
    kind: ShiftKind = ShiftKind.WORK,
    changed: bool = False,
    note: str | None = None,
) -> Shift:
    """One that ends when it starts, or sooner, ends on the next day."""
    last_day = day if end > start else day + DAY
    return Shift(
        day,
        datetime.combine(day, start, LONDON).astimezone(UTC),
        datetime.combine(last_day, end, LONDON).astimezone(UTC),
        break_minutes,
        kind,
        changed,
        note,
    )


def _learning_days(rules: Iterable[LearningDay], sector: str, starts_on: date, ends_on: date) -> dict[date, str]:
    """What is learnt on which day; the first rule wins."""
    found: dict[date, str] = {}
    for rule in rules:
        if rule.sector is not None and rule.sector != sector:
            continue
        for first in _first_days(rule, starts_on, ends_on):
            for day in _weekdays_from(first, rule.days):
                if starts_on <= day <= ends_on:
                    found.setdefault(day, rule.text)
    return found


def _first_days(rule: LearningDay, starts_on: date, ends_on: date) -> Iterator[date]:
    weekday = rule.weekday or _LEARNING_WEEKDAY
    day = starts_on + ((weekday - starts_on.isoweekday()) % 7) * DAY
    match rule.frequency:
        case "between_blocks":
            yield starts_on
        case "monthly":
            while day <= ends_on:
                if day.day <= 7:
                    yield day
                day += 7 * DAY
        case "weekly" | "fortnightly":
            while day <= ends_on:
                yield day
                day += (7 if rule.frequency == "weekly" else 14) * DAY


def _weekdays_from(first: date, count: int) -> Iterator[date]:
    """So many days from the first on, leaving out weekends unless it is one itself."""
    day = first
    while count:
        if day == first or day.isoweekday() <= 5:
            yield day
            count -= 1
        day += DAY
