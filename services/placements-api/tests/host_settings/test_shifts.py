"""What shift patterns ask for."""

import pytest
from pydantic import ValidationError

from placements_api.host_settings.shifts import (
    AnyShiftPattern,
    FixedWeek,
    RollingShifts,
    Rota,
    WorkingTime,
    working_time,
)

MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5]


def fixed(starts_at: str, ends_at: str, *, weekdays: list[int] = MONDAY_TO_FRIDAY, break_minutes: int = 0) -> FixedWeek:
    return FixedWeek(
        kind="fixed_week", weekdays=weekdays, starts_at=starts_at, ends_at=ends_at, break_minutes=break_minutes
    )


def rolling(starts_at: str, *, shift_hours: float = 12) -> RollingShifts:
    return RollingShifts(kind="rolling", days_on=4, days_off=4, starts_at=starts_at, shift_hours=shift_hours)


@pytest.mark.parametrize(
    ("pattern", "asked"),
    [
        (fixed("08:00", "17:00", break_minutes=60), WorkingTime(40, evenings=False, nights=False, weekends=False)),
        (fixed("12:00", "20:00"), WorkingTime(40, evenings=False, nights=False, weekends=False)),
        (fixed("12:00", "20:01"), WorkingTime(40.08, evenings=True, nights=False, weekends=False)),
        (fixed("22:00", "06:00", weekdays=[5, 6]), WorkingTime(16, evenings=True, nights=True, weekends=True)),
        (fixed("06:00", "14:00", weekdays=[7]), WorkingTime(8, evenings=False, nights=False, weekends=True)),
        (fixed("05:45", "13:45", weekdays=[1]), WorkingTime(8, evenings=False, nights=True, weekends=False)),
        (rolling("07:30"), WorkingTime(42, evenings=False, nights=False, weekends=True)),
        (rolling("19:30"), WorkingTime(42, evenings=True, nights=True, weekends=True)),
        (
            Rota(kind="rota", weekly_hours=37.5, earliest_start="07:00", latest_end="21:30", weekends=False),
            WorkingTime(37.5, evenings=True, nights=False, weekends=False),
        ),
    ],
)
def test_hours_and_unsocial_times(pattern: AnyShiftPattern, asked: WorkingTime) -> None:
    assert working_time(pattern) == asked


def test_a_break_is_shorter_than_the_shift() -> None:
    with pytest.raises(ValidationError, match="The break is as long as the shift"):
        fixed("08:00", "10:00", break_minutes=120)


def test_weekdays_are_kept_once_and_in_order() -> None:
    assert fixed("08:00", "10:00", weekdays=[5, 1, 5]).weekdays == [1, 5]
