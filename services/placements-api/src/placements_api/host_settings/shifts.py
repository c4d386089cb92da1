"""Shift patterns: when apprentices are at work in a setting, and what follows from it for a plan."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, model_validator

from service_common.types import Input, Line

ClockTime = Annotated[
    str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$", examples=["07:30"], description="Time of day in London.")
]
Weekday = Annotated[int, Field(ge=1, le=7, description="1 is Monday, 7 is Sunday.")]
BreakMinutes = Annotated[int, Field(ge=0, le=180, description="Unpaid break in each shift.")]

DAY_MINUTES = 24 * 60
_EVENING = (20 * 60, 23 * 60)
_NIGHT = (23 * 60, 30 * 60)


class FixedWeek(Input):
    """The same hours on the same days of every week."""

    kind: Literal["fixed_week"]
    weekdays: Annotated[list[Weekday], Field(min_length=1, max_length=7)]
    starts_at: ClockTime
    ends_at: ClockTime
    break_minutes: BreakMinutes = 0

    @model_validator(mode="after")
    def _leaves_time_to_work(self) -> "FixedWeek":
        self.weekdays = sorted(set(self.weekdays))
        if _length(self.starts_at, self.ends_at) <= self.break_minutes:
            msg = "The break is as long as the shift: correct the times or the break."
            raise ValueError(msg)
        return self


class RollingShifts(Input):
    """So many days on, so many off, whatever day of the week it is."""

    kind: Literal["rolling"]
    days_on: Annotated[int, Field(ge=1, le=7)]
    days_off: Annotated[int, Field(ge=1, le=14)]
    starts_at: ClockTime
    shift_hours: Annotated[float, Field(ge=3.5, le=13, multiple_of=0.25, description="With the break.")]
    break_minutes: BreakMinutes = 0


class Rota(Input):
    """A rota that the setting makes anew each time, within bounds."""

    kind: Literal["rota"]
    weekly_hours: Annotated[float, Field(gt=0, le=60, multiple_of=0.25)]
    earliest_start: ClockTime
    latest_end: ClockTime
    weekends: bool
    note: Line | None = None


AnyShiftPattern = FixedWeek | RollingShifts | Rota
ShiftPattern = Annotated[AnyShiftPattern, Field(discriminator="kind")]


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """What a full week at the setting asks for."""

    weekly_hours: float
    """Paid hours of an average week."""
    evenings: bool
    nights: bool
    weekends: bool


def working_time(pattern: AnyShiftPattern) -> WorkingTime:
    """Evenings are from 8 pm to 11 pm, nights from 11 pm to 6 am, both on any day.

    Source: NHS Terms and Conditions of Service Handbook, section 2 (unsocial hours); Working Time Regulations 1998,
    regulation 2(1) (night time).
    """
    match pattern:
        case FixedWeek():
            minutes = _length(pattern.starts_at, pattern.ends_at)
            hours = len(pattern.weekdays) * (minutes - pattern.break_minutes) / 60
            return _working_time(hours, pattern.starts_at, minutes, weekends=max(pattern.weekdays) > 5)
        case RollingShifts():
            hours_each = pattern.shift_hours - pattern.break_minutes / 60
            hours = hours_each * 7 * pattern.days_on / (pattern.days_on + pattern.days_off)
            return _working_time(hours, pattern.starts_at, int(pattern.shift_hours * 60), weekends=True)
        case Rota():
            minutes = _length(pattern.earliest_start, pattern.latest_end)
            return _working_time(pattern.weekly_hours, pattern.earliest_start, minutes, weekends=pattern.weekends)


def _working_time(weekly_hours: float, starts_at: str, minutes: int, *, weekends: bool) -> WorkingTime:
    start = _minute(starts_at)
    return WorkingTime(
        weekly_hours=round(weekly_hours, 2),
        evenings=_meets(start, start + minutes, _EVENING),
        nights=_meets(start, start + minutes, _NIGHT),
        weekends=weekends,
    )


def _minute(time: str) -> int:
    return int(time[:2]) * 60 + int(time[3:])


def _length(starts_at: str, ends_at: str) -> int:
    """Minutes of a shift that may go past midnight; one that ends when it starts lasts a day."""
    return (_minute(ends_at) - _minute(starts_at)) % DAY_MINUTES or DAY_MINUTES


def _meets(start: int, end: int, stretch: tuple[int, int]) -> bool:
    """Whether work from `start` to `end` touches the stretch on the day before, the same day or the day after."""
    return any(start < stretch[1] + day and end > stretch[0] + day for day in (-DAY_MINUTES, 0, DAY_MINUTES))
