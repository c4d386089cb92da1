"""Working-time rules: for each one kept, one at its bound and one broken."""

from datetime import date, timedelta

import pytest

from placements_api.host_settings.shifts import FixedWeek, RollingShifts
from placements_api.rotas.generate import Change, generate_shifts, with_changes
from placements_api.rotas.working_time import RULES, check_working_time

ADULT, YOUNG = date(2000, 1, 1), date(2010, 1, 1)
MONDAY = date(2027, 3, 1)


def fixed(weekdays: str, starts_at: str, ends_at: str, break_minutes: int) -> FixedWeek:
    return FixedWeek(
        kind="fixed_week",
        weekdays=[int(day) for day in weekdays],
        starts_at=starts_at,
        ends_at=ends_at,
        break_minutes=break_minutes,
    )


WARD = RollingShifts(kind="rolling", days_on=4, days_off=4, starts_at="07:30", shift_hours=12, break_minutes=60)


@pytest.mark.parametrize(
    ("pattern", "born_on", "weeks", "broken"),
    [
        (WARD, ADULT, 26, set()),
        (fixed("12345", "08:00", "17:00", 60), ADULT, 26, set()),
        (fixed("123456", "08:00", "16:30", 30), ADULT, 26, set()),
        (fixed("123456", "08:00", "16:45", 30), ADULT, 26, {"average_week"}),
        (fixed("123456", "08:00", "16:45", 30), ADULT, 3, {"average_week"}),
        (fixed("12345", "08:00", "14:00", 0), ADULT, 2, set()),
        (fixed("12345", "08:00", "14:15", 15), ADULT, 2, {"breaks"}),
        (fixed("12345", "08:00", "14:15", 20), ADULT, 2, set()),
        (fixed("123", "08:00", "21:00", 60), ADULT, 2, set()),
        (fixed("123", "08:00", "21:15", 60), ADULT, 2, {"daily_rest"}),
        (fixed("1234567", "09:00", "14:00", 0), ADULT, 4, {"weekly_rest"}),
        (fixed("12345", "09:00", "17:30", 30), YOUNG, 4, set()),
        (fixed("12345", "09:00", "17:45", 30), YOUNG, 4, {"young_worker_week", "young_worker_day"}),
        (fixed("1234", "09:00", "17:45", 30), YOUNG, 4, {"young_worker_day"}),
        (fixed("123456", "09:00", "13:30", 0), YOUNG, 4, {"weekly_rest"}),
        (fixed("12", "09:00", "13:45", 20), YOUNG, 4, {"breaks"}),
        (fixed("12", "15:00", "22:00", 30), YOUNG, 4, set()),
        (fixed("12", "15:00", "22:15", 30), YOUNG, 4, {"young_worker_night"}),
        (fixed("12", "05:45", "09:00", 30), YOUNG, 4, {"young_worker_night"}),
        (fixed("12", "14:00", "22:00", 30), YOUNG, 4, set()),
        (WARD, YOUNG, 3, {"young_worker_day", "young_worker_week"}),
    ],
)
def test_rules(pattern: FixedWeek | RollingShifts, born_on: date, weeks: int, broken: set[str]) -> None:
    shifts = generate_shifts(pattern, [], "health", MONDAY, MONDAY + timedelta(weeks=weeks, days=-1))
    findings = check_working_time(shifts, born_on)
    assert {finding.rule for finding in findings} == broken


def test_a_fortnight_may_have_its_rest_together() -> None:
    shifts = generate_shifts(fixed("1234567", "09:00", "14:00", 0), [], "health", MONDAY, date(2027, 3, 14))
    off = Change(None, None, 0, None)
    together = with_changes(shifts, {date(2027, 3, 13): off, date(2027, 3, 14): off})
    assert check_working_time(together, ADULT) == []
    once = with_changes(shifts, {date(2027, 3, 14): off})
    assert [finding.first_on for finding in check_working_time(once, ADULT)] == [MONDAY]
    assert {finding.rule for finding in check_working_time(shifts, ADULT)} == {"weekly_rest"}


def test_who_turns_18_is_young_until_then() -> None:
    shifts = generate_shifts(fixed("1", "08:00", "18:00", 60), [], "health", MONDAY, date(2027, 3, 28))
    [finding] = check_working_time(shifts, date(2009, 3, 10))
    assert (finding.rule, finding.first_on, finding.times) == ("young_worker_day", MONDAY, 2)
    assert finding.words == "9 hours in a day under 18: at most 8."
    assert finding.regulation == "regulation 5A"


def test_a_change_by_hand_is_held_against_the_rules_too() -> None:
    shifts = generate_shifts(fixed("12", "08:00", "20:00", 60), [], "health", MONDAY, MONDAY + timedelta(days=6))
    late = with_changes(shifts, {MONDAY: Change("12:00", "23:00", 60, None)})
    [finding] = check_working_time(late, ADULT)
    assert (finding.rule, finding.first_on) == ("daily_rest", MONDAY + timedelta(days=1))


def test_every_rule_has_a_regulation() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert check_working_time([], ADULT) == []
