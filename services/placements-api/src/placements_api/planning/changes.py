"""Changes to a problem that a person can agree to, each applicable as it stands."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from placements_api.planning.problem import Once, Place, Problem, Shift, Validity
from placements_api.planning.recheck import Violation

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RaiseSettingCapacity:
    place: int
    period: int
    by: int

    def apply(self, problem: Problem) -> Problem:
        return _with_place(problem, self.place, lambda p: replace(p, most=_changed(p.most, self.period, self.by)))


@dataclass(frozen=True, slots=True)
class RaiseHostCapacity:
    host: int
    period: int
    by: int

    def apply(self, problem: Problem) -> Problem:
        host = problem.hosts[self.host]
        changed = replace(host, most=_changed(host.most, self.period, self.by))
        return replace(problem, hosts=_replaced(problem.hosts, self.host, changed))


@dataclass(frozen=True, slots=True)
class RaiseMentorLoad:
    mentor: int
    by: int

    def apply(self, problem: Problem) -> Problem:
        mentor = problem.mentors[self.mentor]
        changed = replace(mentor, most=mentor.most + self.by)
        return replace(problem, mentors=_replaced(problem.mentors, self.mentor, changed))


@dataclass(frozen=True, slots=True)
class WidenShare:
    share: int
    by: int

    def apply(self, problem: Problem) -> Problem:
        share = problem.shares[self.share]
        changed = replace(share, least=max(0, share.least - self.by), most=share.most + self.by)
        return replace(problem, shares=_replaced(problem.shares, self.share, changed))


@dataclass(frozen=True, slots=True)
class LowerMinimum:
    """The setting does without so many of the apprentices that it was promised, or opens with so many fewer."""

    place: int
    period: int
    by: int

    def apply(self, problem: Problem) -> Problem:
        def lowered(place: Place) -> Place:
            least = _changed(place.least, self.period, -self.by) if place.least else ()
            opens = _changed(place.opens_with, self.period, -self.by) if place.opens_with else ()
            return replace(place, least=least, opens_with=opens)

        return _with_place(problem, self.place, lowered)


@dataclass(frozen=True, slots=True)
class OpenSetting:
    place: int
    period: int

    def apply(self, problem: Problem) -> Problem:
        return _with_place(problem, self.place, lambda p: replace(p, closed_periods=p.closed_periods - {self.period}))


@dataclass(frozen=True, slots=True)
class ArrangeAdjustment:
    place: int
    adjustment: int

    def apply(self, problem: Problem) -> Problem:
        return _with_place(problem, self.place, lambda p: replace(p, adjustments=p.adjustments | {self.adjustment}))


@dataclass(frozen=True, slots=True)
class ExtendTravel:
    apprentice: int
    minutes: int

    def apply(self, problem: Problem) -> Problem:
        return _with_apprentice(problem, self.apprentice, travel_limit_minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class ObtainClearance:
    """The clearance holds from `from_on` to `until_on`."""

    apprentice: int
    clearance: int
    from_on: date
    until_on: date

    def apply(self, problem: Problem) -> Problem:
        held = dict(problem.apprentices[self.apprentice].clearances)
        known = held.get(self.clearance)
        starts = self.from_on if known is None else min(known.from_on, self.from_on)
        ends = None if known is not None and known.until_on is None else self.until_on
        held[self.clearance] = Validity(starts, ends)
        return _with_apprentice(problem, self.apprentice, clearances=held)


@dataclass(frozen=True, slots=True)
class LiftExclusion:
    apprentice: int
    place: int

    def apply(self, problem: Problem) -> Problem:
        apprentice = problem.apprentices[self.apprentice]
        return _with_apprentice(
            problem,
            self.apprentice,
            excluded_places=apprentice.excluded_places - {self.place},
            excluded_hosts=apprentice.excluded_hosts - {problem.places[self.place].host},
        )


@dataclass(frozen=True, slots=True)
class Unpin:
    apprentice: int
    block: int

    def apply(self, problem: Problem) -> Problem:
        pins = {b: p for b, p in problem.apprentices[self.apprentice].pins.items() if b != self.block}
        return _with_apprentice(problem, self.apprentice, pins=pins)


@dataclass(frozen=True, slots=True)
class EvidenceElsewhere:
    """The criterion is evidenced outside the rotation, at home or by simulation where that is allowed."""

    apprentice: int
    criterion: int

    def apply(self, problem: Problem) -> Problem:
        needs = problem.apprentices[self.apprentice].needs - {self.criterion}
        return _with_apprentice(problem, self.apprentice, needs=needs)


@dataclass(frozen=True, slots=True)
class LengthenWeek:
    apprentice: int
    hours: float

    def apply(self, problem: Problem) -> Problem:
        return _with_apprentice(problem, self.apprentice, weekly_hours_limit=self.hours)


@dataclass(frozen=True, slots=True)
class OwnPattern:
    """The apprentice follows a rotation of their own from now on; what differs is in the other fields.

    `swapped`: two blocks exchange what they are meant for. `waived_kind`, `waived_sector`: not required.
    `waived_order`: the order before this kind is not kept. `repeats`: may be met twice. `shifts`: paid for.
    """

    apprentice: int
    swapped: tuple[int, int] | None = None
    waived_kind: int | None = None
    waived_sector: int | None = None
    waived_order: int | None = None
    repeats: Once | None = None
    shifts: Shift = Shift.DAYS

    def apply(self, problem: Problem) -> Problem:
        apprentice = problem.apprentices[self.apprentice]
        pattern = problem.patterns[apprentice.pattern]
        blocks = list(pattern.blocks)
        if self.swapped is not None:
            first, second = (blocks[b] for b in self.swapped)
            blocks[self.swapped[0]] = replace(first, kinds=second.kinds, sectors=second.sectors, stay=second.stay)
            blocks[self.swapped[1]] = replace(second, kinds=first.kinds, sectors=first.sectors, stay=first.stay)
        own = replace(
            pattern,
            blocks=tuple(blocks),
            required_kinds=pattern.required_kinds - {self.waived_kind},
            required_sectors=pattern.required_sectors - {self.waived_sector},
            order=tuple(pair for pair in pattern.order if pair[1] != self.waived_order),
            once=pattern.once - {self.repeats},
            budget=pattern.budget | self.shifts,
        )
        changed = replace(problem, patterns=(*problem.patterns, own))
        return _with_apprentice(
            changed,
            self.apprentice,
            pattern=len(problem.patterns),
            required_kinds=apprentice.required_kinds - {self.waived_kind},
        )


Change = (
    RaiseSettingCapacity
    | RaiseHostCapacity
    | RaiseMentorLoad
    | WidenShare
    | LowerMinimum
    | OpenSetting
    | ArrangeAdjustment
    | ExtendTravel
    | ObtainClearance
    | LiftExclusion
    | Unpin
    | EvidenceElsewhere
    | LengthenWeek
    | OwnPattern
)


def apply_all(problem: Problem, changes: Iterable[Change]) -> Problem:
    for change in changes:
        problem = change.apply(problem)
    return problem


def change_for(problem: Problem, violation: Violation) -> tuple[Change, ...] | None:
    """The smallest changes that make the violation none; None where nobody may change it (age, the law)."""
    find = _BY_RULE.get(violation.rule)
    return None if find is None else tuple(find(problem, violation))


def _place(violation: Violation) -> int:
    if violation.place is None:
        raise ValueError(f"{violation.rule} without a place")
    return violation.place


def _person(violation: Violation) -> int:
    if violation.apprentice is None:
        raise ValueError(f"{violation.rule} without an apprentice")
    return violation.apprentice


def _subject(violation: Violation) -> int:
    if violation.subject is None:
        raise ValueError(f"{violation.rule} without a subject")
    return violation.subject


def _open(problem: Problem, violation: Violation) -> Iterable[Change]:
    block = problem.blocks_of(_person(violation))[violation.block or 0]
    closed = problem.places[_place(violation)].closed_periods
    return [OpenSetting(_place(violation), t) for t in block.periods if t in closed]


def _clear(problem: Problem, violation: Violation) -> Iterable[Change]:
    a = _person(violation)
    block = problem.blocks_of(a)[violation.block or 0]
    first, last = problem.starts_on(block), problem.ends_on(block)
    for clearance in sorted(problem.places[_place(violation)].clearances):
        held = problem.apprentices[a].clearances.get(clearance)
        if held is None or not held.covers(first, last):
            yield ObtainClearance(a, clearance, first, last)


def _adjust(problem: Problem, violation: Violation) -> Iterable[Change]:
    place = _place(violation)
    lacking = problem.apprentices[_person(violation)].adjustments - problem.places[place].adjustments
    return [ArrangeAdjustment(place, adjustment) for adjustment in sorted(lacking)]


_BY_RULE: dict[str, Callable[[Problem, Violation], Iterable[Change]]] = {
    "setting-capacity": lambda _, v: [RaiseSettingCapacity(_place(v), v.period or 0, v.amount)],
    "host-capacity": lambda _, v: [RaiseHostCapacity(_subject(v), v.period or 0, v.amount)],
    "mentor-load": lambda _, v: [RaiseMentorLoad(_subject(v), v.amount)],
    "sector-share": lambda _, v: [WidenShare(_subject(v), v.amount)],
    "setting-minimum": lambda _, v: [LowerMinimum(_place(v), v.period or 0, v.amount)],
    "enough-or-none": lambda _, v: [LowerMinimum(_place(v), v.period or 0, v.amount)],
    "setting-open": _open,
    "adjustments": _adjust,
    "clearances": _clear,
    "travel-limit": lambda problem, v: ([ExtendTravel(_person(v), int(problem.travel_minutes[_person(v), _place(v)]))]),
    "exclusions": lambda _, v: [LiftExclusion(_person(v), _place(v))],
    "pinned": lambda _, v: [Unpin(_person(v), v.block or 0)],
    "evidence-breadth": lambda _, v: [EvidenceElsewhere(_person(v), _subject(v))],
    "weekly-hours": lambda problem, v: [LengthenWeek(_person(v), problem.places[_place(v)].weekly_hours)],
    "unsocial-hours": lambda problem, v: [OwnPattern(_person(v), shifts=problem.places[_place(v)].shifts)],
    "kinds-required": lambda _, v: [OwnPattern(_person(v), waived_kind=_subject(v))],
    "sectors-required": lambda _, v: [OwnPattern(_person(v), waived_sector=_subject(v))],
    "order": lambda _, v: [OwnPattern(_person(v), waived_order=_subject(v))],
    "kind-once": lambda _, v: [OwnPattern(_person(v), repeats=Once.KIND)],
    "host-once": lambda _, v: [OwnPattern(_person(v), repeats=Once.HOST)],
    "setting-once": lambda _, v: [OwnPattern(_person(v), repeats=Once.PLACE)],
}


def _changed(values: tuple[int, ...], period: int, by: int) -> tuple[int, ...]:
    return tuple(max(0, n + by) if t == period else n for t, n in enumerate(values))


def _replaced(items: tuple[T, ...], position: int, item: T) -> tuple[T, ...]:
    return (*items[:position], item, *items[position + 1 :])


def _with_place(problem: Problem, p: int, change: Callable[[Place], Place]) -> Problem:
    return replace(problem, places=_replaced(problem.places, p, change(problem.places[p])))


def _with_apprentice(problem: Problem, a: int, **facts: Any) -> Problem:
    changed = replace(problem.apprentices[a], **facts)
    return replace(problem, apprentices=_replaced(problem.apprentices, a, changed))
