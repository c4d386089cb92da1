"""A calendar as an iCalendar document. Pure.

Everything that a calendar has shown stays in it, cancelled where it is off, so that programs take it away again. Days
are days; shifts are instants in UTC, which every program shows in its reader's time.
Source: RFC 5545, sections 3.6.1, 3.8.1.11 (STATUS), 3.8.4.7 (UID) and 3.8.7 (change management); RFC 7986.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

from placements_api.placements.life import State
from placements_api.rotas.generate import Shift, ShiftKind

_STATUS = {
    State.PROPOSED: "TENTATIVE",
    State.OFFERED: "TENTATIVE",
    State.ACCEPTED: "TENTATIVE",
    State.SUSPENDED: "TENTATIVE",
    State.DECLINED: "CANCELLED",
    State.WITHDRAWN: "CANCELLED",
}
_READ_AGAIN = timedelta(hours=4)


@dataclass(frozen=True, slots=True)
class CalendarPlacement:
    """A placement as a calendar shows it. `shifts` only where the reader is to see a published rota; `days_off` were
    taken out of it by hand."""

    id: str
    title: str
    place: str | None
    starts_on: date
    ends_on: date
    state: State
    version: int
    changed_at: datetime
    shifts: Sequence[Shift] = ()
    days_off: Sequence[date] = ()


def write_calendar(name: str, placements: Iterable[CalendarPlacement]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Crossway//Placements//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", _READ_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT4H")
    for placement in placements:
        calendar.add_component(_block(placement))
        for shift in placement.shifts:
            calendar.add_component(_shift(placement, shift))
        for day in placement.days_off:
            calendar.add_component(_day_off(placement, day))
    document: bytes = calendar.to_ical()
    return document


def _block(placement: CalendarPlacement) -> Event:
    event = _event(placement, placement.id, placement.title, _STATUS.get(placement.state, "CONFIRMED"))
    event.add("dtstart", placement.starts_on)
    event.add("dtend", placement.ends_on + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event


def _shift(placement: CalendarPlacement, shift: Shift) -> Event:
    learning = shift.kind is ShiftKind.LEARNING
    title = shift.note if learning and shift.note else "Learning" if learning else f"Shift: {placement.title}"
    stands = _STATUS.get(placement.state, "CONFIRMED") == "CONFIRMED"
    event = _event(placement, _uid_of_day(placement, shift.day), title, "CONFIRMED" if stands else "CANCELLED")
    event.add("dtstart", shift.starts_at)
    event.add("dtend", shift.ends_at)
    return event


def _day_off(placement: CalendarPlacement, day: date) -> Event:
    event = _event(placement, _uid_of_day(placement, day), f"Shift: {placement.title}", "CANCELLED")
    event.add("dtstart", day)
    return event


def _event(placement: CalendarPlacement, uid: str, title: str, status: str) -> Event:
    event = Event()
    event.add("uid", f"{uid}@crossway")
    event.add("dtstamp", placement.changed_at)
    event.add("last-modified", placement.changed_at)
    event.add("sequence", placement.version - 1)
    event.add("summary", title)
    if placement.place is not None:
        event.add("location", placement.place)
    event.add("status", status)
    return event


def _uid_of_day(placement: CalendarPlacement, day: date) -> str:
    return f"{placement.id}-{day:%Y%m%d}"
