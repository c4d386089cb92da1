"""Rotas from patterns, learning days and changes."""

from datetime import UTC, date, datetime

import pytest

from placements_api.host_settings.shifts import AnyShiftPattern, FixedWeek, RollingShifts, Rota
from placements_api.programmes.rotation import LearningDay
from placements_api.rotas.generate import Change, Shift, ShiftKind, generate_shifts, with_changes

OFFICE = FixedWeek(kind="fixed_week", weekdays=[1, 2, 3, 4, 5], starts_at="08:00", ends_at="17:00", break_minutes=60)
WARD = RollingShifts(kind="rolling", days_on=4, days_off=4, starts_at="07:30", shift_hours=12, break_minutes=60)
NIGHTS = FixedWeek(kind="fixed_week", weekdays=[1, 2, 3], starts_at="21:00", ends_at="07:00", break_minutes=60)
AGREED = Rota(kind="rota", weekly_hours=37.5, earliest_start="07:00", latest_end="22:00", weekends=True)
MONDAY, FOUR_WEEKS = date(2027, 3, 1), date(2027, 3, 28)


def learning(frequency: str, weekday: int | None = 3, days: int = 1, sector: str | None = None) -> LearningDay:
    return LearningDay.model_validate(
        {"text": "College", "frequency": frequency, "weekday": weekday, "days": days, "sector": sector}
    )


def days(shifts: list[Shift], kind: ShiftKind = ShiftKind.WORK) -> list[int]:
    return [shift.day.day for shift in shifts if shift.kind is kind]


@pytest.mark.parametrize(
    ("pattern", "worked", "hours"),
    [
        (OFFICE, [1, 2, 3, 4, 5, 8, 9, 10, 11, 12], 8),
        (WARD, [1, 2, 3, 4, 9, 10, 11, 12], 11),
        (NIGHTS, [1, 2, 3, 8, 9, 10], 9),
        (AGREED, [], 0),
        (None, [], 0),
    ],
)
def test_patterns(pattern: AnyShiftPattern | None, worked: list[int], hours: float) -> None:
    shifts = generate_shifts(pattern, [], "health", MONDAY, date(2027, 3, 14))
    assert days(shifts) == worked
    assert {shift.hours for shift in shifts} == ({hours} if worked else set())


@pytest.mark.parametrize(
    ("rule", "learnt"),
    [
        (learning("weekly"), [3, 10, 17, 24]),
        (learning("fortnightly", 5), [5, 19]),
        (learning("monthly", 2), [2]),
        (learning("between_blocks", None, 2), [1, 2]),
        (learning("weekly", None), [3, 10, 17, 24]),
        (learning("monthly", 5, 2), [5, 8]),
        (learning("weekly", sector="health"), [3, 10, 17, 24]),
        (learning("weekly", sector="social_care"), []),
    ],
)
def test_learning_days_take_the_place_of_shifts(rule: LearningDay, learnt: list[int]) -> None:
    shifts = generate_shifts(OFFICE, [rule], "health", MONDAY, FOUR_WEEKS)
    assert days(shifts, ShiftKind.LEARNING) == learnt
    assert set(learnt).isdisjoint(days(shifts))
    assert len(shifts) == 20
    assert all(shift.note == "College" for shift in shifts if shift.kind is ShiftKind.LEARNING)


def test_nobody_comes_to_college_from_a_night() -> None:
    shifts = generate_shifts(NIGHTS, [learning("weekly", 3)], "health", MONDAY, date(2027, 3, 7))
    assert days(shifts) == [1]
    assert days(shifts, ShiftKind.LEARNING) == [3]


def test_clocks_are_those_of_london() -> None:
    shifts = generate_shifts(OFFICE, [], "health", date(2027, 3, 26), date(2027, 3, 29))
    assert [shift.starts_at for shift in shifts] == [
        datetime(2027, 3, 26, 8, tzinfo=UTC),
        datetime(2027, 3, 29, 7, tzinfo=UTC),
    ]
    every_night = NIGHTS.model_copy(update={"weekdays": [6, 7]})
    short, normal = generate_shifts(every_night, [], "health", date(2027, 3, 27), date(2027, 3, 28))
    assert (short.hours, normal.hours) == (8, 9)


def test_the_host_swaps_a_day() -> None:
    shifts = generate_shifts(OFFICE, [], "health", MONDAY, date(2027, 3, 7))
    swapped = with_changes(
        shifts,
        {
            date(2027, 3, 2): Change(None, None, 0, "Dentist"),
            date(2027, 3, 6): Change("09:00", "15:00", 30, "Instead of Tuesday"),
        },
    )
    assert days(swapped) == [1, 3, 4, 5, 6]
    assert (swapped[-1].changed, swapped[-1].hours, swapped[-1].note) == (True, 5.5, "Instead of Tuesday")
    assert not any(shift.changed for shift in swapped[:-1])
