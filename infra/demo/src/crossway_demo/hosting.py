"""What a host of the demonstration is made of: its settings, and what its policies say.

The published accounts name hardly any setting. So a setting's name, place, numbers, mentors and tasks are illustrative
throughout; from what age it takes apprentices, its vaccination rule and its hours are those of the programme, where the
programme's own record does not call them illustrative. What can be evidenced in it is told in `evidence`.
"""

from dataclasses import dataclass
from typing import Any

from crossway_demo.vocabulary import Sector, SettingKind

ShiftPattern = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Setting:
    organisation: str
    """Key of the organisation that it belongs to."""
    name: str
    kind: SettingKind
    at_most: int
    shifts: ShiftPattern
    postcode: str | None = None
    """None where it is at the organisation's own address."""
    latitude: float | None = None
    longitude: float | None = None
    minimum_age: int | None = None
    """None where the programme's rule for the sector holds."""
    at_least: int = 0
    lone_working: bool = False
    independent_travel: bool = False
    lacks: tuple[str, ...] = ()
    """Criteria of the Care Certificate that settings of the kind offer, but this one does not."""
    mentors: tuple[tuple[str, int], ...]
    """Name, and how many apprentices at once."""

    @property
    def sector(self) -> Sector:
        return Sector.SOCIAL_CARE if self.kind in _SOCIAL_CARE else Sector.HEALTH


_SOCIAL_CARE = {SettingKind.CARE_HOME, SettingKind.DAY_CENTRE, SettingKind.HOME_CARE}

WARD_SHIFTS: ShiftPattern = {
    "kind": "rolling",
    "days_on": 4,
    "days_off": 4,
    "starts_at": "07:30",
    "shift_hours": 12,
    "break_minutes": 60,
}
EIGHT_TO_FIVE: ShiftPattern = {
    "kind": "fixed_week",
    "weekdays": [1, 2, 3, 4, 5],
    "starts_at": "08:00",
    "ends_at": "17:00",
    "break_minutes": 60,
}
OFFICE_DAYS: ShiftPattern = {**EIGHT_TO_FIVE, "starts_at": "08:30", "ends_at": "16:30", "break_minutes": 30}


def rota(earliest_start: str, latest_end: str, *, weekends: bool, note: str) -> ShiftPattern:
    return {
        "kind": "rota",
        "weekly_hours": 37.5,
        "earliest_start": earliest_start,
        "latest_end": latest_end,
        "weekends": weekends,
        "note": note,
    }


TASKS: dict[SettingKind, tuple[str, ...]] = {
    SettingKind.ACUTE_WARD: ("Personal care", "Meals and drinks", "Moving and handling", "Observations, supervised"),
    SettingKind.COMMUNITY_HEALTH_TEAM: ("Visits beside a colleague", "Moving and handling", "Records of visits"),
    SettingKind.MENTAL_HEALTH_TEAM: ("Visits beside a colleague", "Group activities", "Records of visits"),
    SettingKind.GP_PRACTICE: ("Reception", "Clinics beside a colleague", "Health promotion"),
    SettingKind.CARE_HOME: ("Personal care", "Meals and drinks", "Moving and handling", "Activities"),
    SettingKind.DAY_CENTRE: ("Activities", "Meals and drinks", "Outings"),
    SettingKind.HOME_CARE: ("Personal care", "Meals and drinks", "Moving and handling", "Health promotion"),
    SettingKind.HOSPICE: ("Personal care", "Meals and drinks", "Moving and handling", "Time with families"),
}
