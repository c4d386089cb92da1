"""The table of settings. A row is about the setting of its name in its organisation."""

from typing import Any

from placements_api.host_settings.models import Setting
from placements_api.host_settings.schemas import Adjustment, SettingKind, SettingUpdate
from placements_api.host_settings.shifts import FixedWeek, RollingShifts, Rota
from placements_api.imports.layouts import Cells, Layout, code, listed, number, postcode, yes_or_no
from placements_api.organisations.kinds import Sector

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_NUMBERS_OF_DAYS = {name.lower(): number for number, name in enumerate(_WEEKDAYS, 1)}
_PLAIN = ("name", "kind", "sector", "postcode", "minimum_age", "lone_working", "independent_travel")
_SHIFTS = {
    "fixed_week": {"weekdays": "weekdays", "starts_at": "starts_at", "ends_at": "ends_at"},
    "rolling": {"days_on": "days_on", "days_off": "days_off", "starts_at": "starts_at", "shift_hours": "shift_hours"},
    "rota": {
        "weekly_hours": "weekly_hours",
        "earliest_start": "starts_at",
        "latest_end": "ends_at",
        "weekends": "weekends",
        "note": "shift_note",
    },
}
"""Columns by the fields of each kind of shift pattern; the unpaid break is told of two."""
_NO_ADJUSTMENTS = "none"
_SHIFT_COLUMNS = (
    "shift_kind",
    "weekdays",
    "starts_at",
    "ends_at",
    "shift_hours",
    "days_on",
    "days_off",
    "break_minutes",
    "weekly_hours",
    "weekends",
    "shift_note",
)


def _body(cells: Cells) -> dict[str, Any]:
    told = {column: text for column, text in cells.items() if text}
    body: dict[str, Any] = {column: told[column] for column in _PLAIN if column in told}
    body |= {column: code(told[column]) for column in ("kind", "sector") if column in told}
    if "postcode" in told:
        body["postcode"] = postcode(told["postcode"])
    position = {column: told[column] for column in ("latitude", "longitude") if column in told}
    contact = {
        name: told[f"contact_{name}"] for name in ("name", "role", "email", "telephone") if f"contact_{name}" in told
    }
    return body | {
        "position": position or None,
        "clearances": [each.lower() for each in listed(told.get("clearances", ""))],
        "adjustments": _adjustments(told.get("adjustments", "")),
        "permitted_tasks": listed(told.get("permitted_tasks", "")),
        "shift_pattern": _shift_pattern(told),
        "evidence": [_opportunity(each) for each in listed(told.get("evidence", ""))],
        "mentors": [_mentor(each) for each in listed(told.get("mentors", ""))],
        "contact": contact or None,
    }


def _adjustments(text: str) -> list[str] | None:
    """“none” is an answer, an empty cell is not."""
    if not text:
        return None
    return [] if text.strip().lower() == _NO_ADJUSTMENTS else [code(each) for each in listed(text)]


def _shift_pattern(told: Cells) -> dict[str, Any]:
    kind = code(told.get("shift_kind", ""))
    pattern: dict[str, Any] = {field: told[column] for field, column in _SHIFTS.get(kind, {}).items() if column in told}
    for field in pattern.keys() & {"starts_at", "ends_at", "earliest_start", "latest_end"}:
        pattern[field] = _clock(pattern[field])
    if "weekdays" in pattern:
        pattern["weekdays"] = _weekdays(pattern["weekdays"])
    if kind in {"fixed_week", "rolling"} and "break_minutes" in told:
        pattern["break_minutes"] = told["break_minutes"]
    return {"kind": kind, **pattern}


def _clock(text: str) -> str:
    """Also without the leading nought, and with the seconds that a spreadsheet adds."""
    return text.removesuffix(":00").zfill(5) if text.count(":") == 2 else text.zfill(5)


def _weekdays(text: str) -> list[int | str]:
    """“Mon-Fri”, “Mon, Wed”; what are no days stays as it was written."""
    days: list[int | str] = []
    for part in listed(text.replace(";", ","), ","):
        ends = [_NUMBERS_OF_DAYS.get(name.strip().lower()[:3], 0) for name in part.split("-")]
        is_stretch = 0 < ends[0] <= ends[-1] and len(ends) <= 2
        days += range(ends[0], ends[-1] + 1) if is_stretch else [part]
    return days


def _opportunity(text: str) -> dict[str, Any]:
    """“care_certificate: 8.3, 13.3”"""
    qualification, _, criteria = text.partition(":")
    return {"qualification": code(qualification), "criteria": listed(criteria, ",")}


def _mentor(text: str) -> dict[str, Any]:
    """“Nadia Okafor-Lind, nadia@example.org, 2”, or without the address."""
    before, _, at_once = text.rpartition(",")
    names = listed(before, ",")
    email = names.pop() if names and "@" in names[-1] else None
    return {"name": ", ".join(names), "email": email, "apprentices_at_once": at_once.strip()}


def _cells(setting: SettingUpdate) -> Cells:
    position, contact = setting.position, setting.contact
    return {
        **{name: str(getattr(setting, name)) for name in ("name", "kind", "sector", "postcode", "minimum_age")},
        "latitude": number(position.latitude) if position else "",
        "longitude": number(position.longitude) if position else "",
        "clearances": "; ".join(setting.clearances),
        "adjustments": "" if setting.adjustments is None else "; ".join(setting.adjustments) or _NO_ADJUSTMENTS,
        "lone_working": yes_or_no(setting.lone_working),
        "independent_travel": yes_or_no(setting.independent_travel),
        "permitted_tasks": "; ".join(setting.permitted_tasks),
        **_shift_cells(setting.shift_pattern),
        "evidence": "; ".join(f"{each.qualification}: {', '.join(each.criteria)}" for each in setting.evidence),
        "mentors": "; ".join(
            ", ".join(filter(None, (each.name, each.email, str(each.apprentices_at_once)))) for each in setting.mentors
        ),
        **{f"contact_{name}": getattr(contact, name, None) or "" for name in ("name", "role", "email", "telephone")},
    }


def _shift_cells(pattern: FixedWeek | RollingShifts | Rota) -> Cells:
    cells = dict.fromkeys(_SHIFT_COLUMNS, "") | {"shift_kind": pattern.kind}
    for field, column in _SHIFTS[pattern.kind].items():
        match getattr(pattern, field):
            case list() as days:
                cells[column] = ", ".join(_WEEKDAYS[day - 1] for day in days)
            case bool() as weekends:
                cells[column] = yes_or_no(weekends)
            case int() | float() as amount:
                cells[column] = number(amount)
            case text:
                cells[column] = text or ""
    return cells if isinstance(pattern, Rota) else cells | {"break_minutes": str(pattern.break_minutes)}


_POSITION = "Enter latitude and longitude in degrees, like 50.817 and -0.365, or leave both empty."
_CLOCK = (
    "Enter a time of day as hours and minutes, like 07:30. A fixed_week starts and ends, rolling shifts start, a rota"
    " starts and ends between the two."
)
_YES_OR_NO = "Enter yes or no."
SETTINGS = Layout(
    schema=SettingUpdate,
    leading=("organisation",),
    fields={
        "name": ("name",),
        "kind": ("kind",),
        "sector": ("sector",),
        "postcode": ("postcode",),
        "position": ("latitude", "longitude"),
        "minimum_age": ("minimum_age",),
        "clearances": ("clearances",),
        "adjustments": ("adjustments",),
        "lone_working": ("lone_working",),
        "independent_travel": ("independent_travel",),
        "permitted_tasks": ("permitted_tasks",),
        "shift_pattern": _SHIFT_COLUMNS,
        "evidence": ("evidence",),
        "mentors": ("mentors",),
        "contact": ("contact_name", "contact_role", "contact_email", "contact_telephone"),
    },
    required=("organisation", "name"),
    advice={
        "name": "Enter the name, of at most 200 characters.",
        "kind": f"Enter one of: {', '.join(SettingKind)}.",
        "sector": f"Enter one of: {', '.join(Sector)}.",
        "postcode": "Enter a full postcode, like BN11 2DH.",
        "latitude": _POSITION,
        "longitude": _POSITION,
        "minimum_age": "Enter the minimum age, from 14 to 25.",
        "clearances": "Enter clearances separated by semicolons, such as dbs_enhanced; right_to_work;"
        " occupational_health; mandatory_training; driving_licence; car; vaccination:hepatitis_b.",
        "adjustments": f"Enter those that can be made, separated by semicolons: {', '.join(Adjustment)}; or none;"
        " or leave it empty where nobody has said yet.",
        "lone_working": _YES_OR_NO,
        "independent_travel": _YES_OR_NO,
        "permitted_tasks": "Enter tasks separated by semicolons, each of at most 200 characters.",
        "shift_kind": "Enter one of: fixed_week, rolling, rota.",
        "weekdays": "Enter the days of a fixed_week, like Mon-Fri or Mon, Wed, Sat; leave it empty otherwise.",
        "starts_at": _CLOCK,
        "ends_at": _CLOCK,
        "shift_hours": "Enter the hours of a rolling shift with its break, from 3.5 to 13 in quarters; leave it empty"
        " otherwise.",
        "days_on": "Enter the days on of a rolling pattern, from 1 to 7; leave it empty otherwise.",
        "days_off": "Enter the days off of a rolling pattern, from 1 to 14; leave it empty otherwise.",
        "break_minutes": "Enter the unpaid break of fixed_week or rolling shifts in minutes, from 0 to 180.",
        "weekly_hours": "Enter the weekly hours of a rota, up to 60 in quarters; leave it empty otherwise.",
        "weekends": "Enter yes or no for a rota; leave it empty otherwise.",
        "shift_note": "Enter a note about a rota, of at most 200 characters; leave it empty otherwise.",
        "evidence": "Enter each qualification's code and criteria, like care_certificate: 8.3, 13.3; qualifications are"
        " separated by semicolons, and each is there once.",
        "mentors": "Enter each mentor's name, email address if known, and how many apprentices at once, like Nadia"
        " Okafor-Lind, nadia@example.org, 2; mentors are separated by semicolons.",
        "contact_name": "Enter the contact's name, which the other columns of the contact need.",
        "contact_email": "Enter an email address in the right form, like name@example.org.",
        "contact_telephone": "Enter the telephone number, of at most 60 characters.",
    },
    cells_of=_cells,
    body_of=_body,
    renamed={"earliest_start": "starts_at", "latest_end": "ends_at", "note": "shift_note"},
)


def wanted_of(setting: Setting) -> SettingUpdate:
    facts = {name: getattr(setting, name) for name in SettingUpdate.model_fields if name != "position"}
    position = {"latitude": setting.latitude, "longitude": setting.longitude}
    return SettingUpdate.model_validate(facts | {"position": None if setting.latitude is None else position})


def without_old_position(recorded: SettingUpdate, given: Cells) -> SettingUpdate:
    """Where a setting moves to another postcode, its position goes, too, unless the row has a new one."""
    moves = postcode(given.get("postcode", recorded.postcode)) != recorded.postcode
    return recorded.model_copy(update={"position": None}) if moves else recorded
