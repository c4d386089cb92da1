"""Assumptions of a scenario to changes of the problem, and the engine's remedies to assumptions."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from placements_api.assembly.assembled import Assembled
from placements_api.assembly.build import ONCE, SHIFTS
from placements_api.organisations.kinds import Sector
from placements_api.planning import changes
from placements_api.planning.changes import Change
from placements_api.planning.disruption import ClearanceFails
from placements_api.planning.problem import Problem
from placements_api.scenarios import assumptions
from placements_api.scenarios.assumptions import AnyAssumption

Applicable = Change | ClearanceFails


def assume(assembled: Assembled, assumed: Iterable[AnyAssumption]) -> Assembled:
    """The same with the assumptions made. Those about people or settings that are gone change nothing."""
    problem = assembled.problem
    for assumption in assumed:
        for change in changes_of(assembled, assumption):
            problem = change.apply(problem)
    return replace(assembled, problem=problem)


def changes_of(assembled: Assembled, assumption: AnyAssumption) -> Sequence[Applicable]:
    """Empty when what it is about is not in the plan (any more)."""
    try:
        return _TO_CHANGES[assumption.kind](assembled, assumption)
    except (KeyError, StopIteration, ValueError):
        return []


def assumption_of(assembled: Assembled, problem: Problem, change: Change) -> AnyAssumption:
    """`problem`: what the change is for, which may have assumptions already."""
    return _FROM_CHANGE[type(change)](assembled, problem, change)


def _block(assembled: Assembled, number: int) -> int:
    if number >= len(assembled.timeline.blocks):
        msg = f"there is no block {number}"
        raise ValueError(msg)
    return number


def _mentor(assembled: Assembled, it: assumptions.ExtraMentoring) -> int:
    places = frozenset(assembled.setting_at[setting_id] for setting_id in it.setting_ids)
    return next(n for n, mentor in enumerate(assembled.problem.mentors) if mentor.places == places)


def _criteria(assembled: Assembled, it: assumptions.EvidenceElsewhere) -> list[int]:
    """Groups of which the person needs nothing but what is evidenced elsewhere."""
    person = assembled.people[assembled.person_at[it.enrolment_id]]
    return [
        n
        for n, group in enumerate(assembled.criteria)
        if group.qualification == it.qualification
        and set(needed_of(assembled, person.row.learner_id, n)) <= set(it.criteria)
    ]


def needed_of(assembled: Assembled, learner_id: Any, group: int) -> list[str]:
    """The criteria of a group that a learner has still to evidence."""
    it = assembled.criteria[group]
    missing = {
        number
        for each in assembled.sources.missing.get(learner_id, ())
        if each.qualification == it.qualification
        for number in each.criteria
    }
    return [number for number in it.numbers if number in missing]


def _shifts(names: Iterable[str]) -> Any:
    found = next(iter(SHIFTS.values())) & ~next(iter(SHIFTS.values()))
    for name in names:
        found |= SHIFTS[name]
    return found


def _less(at: Assembled, it: assumptions.LessCapacity) -> list[Applicable]:
    """Capacity of all cohorts: others keep what they have."""
    place, block = at.setting_at[it.setting_id], _block(at, it.block)
    others = at.settings[place].room.others
    left = it.at_most - max(others[week] for week in at.weeks.of(at.timeline.blocks[block]))
    most = min(at.problem.places[place].most[block], max(0, left))
    found: list[Applicable] = [changes.RaiseSettingCapacity(place, block, most - at.problem.places[place].most[block])]
    least = at.problem.places[place].least_in(block)
    return [*found, changes.LowerMinimum(place, block, least - most)] if least > most else found


_ToChanges = Callable[[Assembled, Any], Sequence[Applicable]]
_TO_CHANGES: dict[str, _ToChanges] = {
    "extra_capacity": lambda at, it: [
        changes.RaiseSettingCapacity(at.setting_at[it.setting_id], _block(at, it.block), it.by)
    ],
    "extra_mentoring": lambda at, it: [changes.RaiseMentorLoad(_mentor(at, it), it.by)],
    "lower_minimum": lambda at, it: [changes.LowerMinimum(at.setting_at[it.setting_id], _block(at, it.block), it.by)],
    "uneven_share": lambda at, it: [changes.WidenShare(n, it.by) for n in range(len(at.problem.shares))],
    "open_setting": lambda at, it: [changes.OpenSetting(at.setting_at[it.setting_id], _block(at, it.block))],
    "arrange_adjustment": lambda at, it: [
        changes.ArrangeAdjustment(at.setting_at[it.setting_id], at.adjustments.index(it.adjustment))
    ],
    "longer_travel": lambda at, it: [changes.ExtendTravel(at.person_at[it.enrolment_id], it.minutes)],
    "obtain_clearance": lambda at, it: [
        changes.ObtainClearance(at.person_at[it.enrolment_id], at.clearances.index(it.code), it.from_on, it.until_on)
    ],
    "lift_exclusion": lambda at, it: [
        changes.LiftExclusion(at.person_at[it.enrolment_id], at.setting_at[it.setting_id])
    ],
    "unpin": lambda at, it: [changes.Unpin(at.person_at[it.enrolment_id], _block(at, it.block))],
    "evidence_elsewhere": lambda at, it: [
        changes.EvidenceElsewhere(at.person_at[it.enrolment_id], group) for group in _criteria(at, it)
    ],
    "longer_week": lambda at, it: [changes.LengthenWeek(at.person_at[it.enrolment_id], it.hours)],
    "less_capacity": _less,
    "loses_clearance": lambda at, it: [
        ClearanceFails(at.person_at[it.enrolment_id], at.clearances.index(it.code), it.from_on)
    ],
    "leaves": lambda _at, _it: [],
    "swap_blocks": lambda at, it: [
        changes.OwnPattern(at.person_at[it.enrolment_id], swapped=(_block(at, it.first), _block(at, it.second)))
    ],
    "waive_kind": lambda at, it: [
        changes.OwnPattern(at.person_at[it.enrolment_id], waived_kind=_kind_position(at, it.setting_kind))
    ],
    "waive_sector": lambda at, it: [
        changes.OwnPattern(at.person_at[it.enrolment_id], waived_sector=at.sectors.index(it.sector))
    ],
    "allow_repeat": lambda at, it: [changes.OwnPattern(at.person_at[it.enrolment_id], repeats=ONCE[it.of])],
    "pay_unsocial_hours": lambda at, it: [changes.OwnPattern(at.person_at[it.enrolment_id], shifts=_shifts(it.shifts))],
}


def _kind_position(at: Assembled, kind: str) -> int:
    return next(n for n, group in enumerate(at.kinds) if kind in group)


def _own_pattern(at: Assembled, _problem: Problem, it: changes.OwnPattern) -> AnyAssumption:
    enrolment_id = at.people[it.apprentice].id
    if it.swapped is not None:
        first, second = it.swapped
        return assumptions.SwapBlocks(kind="swap_blocks", enrolment_id=enrolment_id, first=first, second=second)
    if it.waived_kind is not None:
        kind: Any = min(at.kinds[it.waived_kind])
        return assumptions.WaiveKind(kind="waive_kind", enrolment_id=enrolment_id, setting_kind=kind)
    if it.waived_sector is not None:
        sector: Sector = at.sectors[it.waived_sector]
        return assumptions.WaiveSector(kind="waive_sector", enrolment_id=enrolment_id, sector=sector)
    if it.repeats is not None:
        again: Any = next(name for name, once in ONCE.items() if once is it.repeats)
        return assumptions.AllowRepeat(kind="allow_repeat", enrolment_id=enrolment_id, of=again)
    worked: Any = [name for name, shift in SHIFTS.items() if shift in it.shifts]
    return assumptions.PayUnsocialHours(kind="pay_unsocial_hours", enrolment_id=enrolment_id, shifts=worked)


_FromChange = Callable[[Assembled, Problem, Any], AnyAssumption]
_FROM_CHANGE: dict[type[Change], _FromChange] = {
    changes.RaiseSettingCapacity: lambda at, _, it: assumptions.ExtraCapacity(
        kind="extra_capacity", setting_id=at.settings[it.place].id, block=it.period, by=it.by
    ),
    changes.RaiseMentorLoad: lambda at, problem, it: assumptions.ExtraMentoring(
        kind="extra_mentoring",
        setting_ids=[at.settings[place].id for place in sorted(problem.mentors[it.mentor].places)],
        by=it.by,
    ),
    changes.LowerMinimum: lambda at, _, it: assumptions.LowerMinimum(
        kind="lower_minimum", setting_id=at.settings[it.place].id, block=it.period, by=it.by
    ),
    changes.WidenShare: lambda _at, _, it: assumptions.UnevenShare(kind="uneven_share", by=it.by),
    changes.OpenSetting: lambda at, _, it: assumptions.OpenSetting(
        kind="open_setting", setting_id=at.settings[it.place].id, block=it.period
    ),
    changes.ArrangeAdjustment: lambda at, _, it: assumptions.ArrangeAdjustment(
        kind="arrange_adjustment", setting_id=at.settings[it.place].id, adjustment=at.adjustments[it.adjustment]
    ),
    changes.ExtendTravel: lambda at, _, it: assumptions.LongerTravel(
        kind="longer_travel", enrolment_id=at.people[it.apprentice].id, minutes=max(1, it.minutes)
    ),
    changes.ObtainClearance: lambda at, _, it: assumptions.ObtainClearance(
        kind="obtain_clearance",
        enrolment_id=at.people[it.apprentice].id,
        code=at.clearances[it.clearance],
        from_on=it.from_on,
        until_on=it.until_on,
    ),
    changes.LiftExclusion: lambda at, _, it: assumptions.LiftExclusion(
        kind="lift_exclusion", enrolment_id=at.people[it.apprentice].id, setting_id=at.settings[it.place].id
    ),
    changes.Unpin: lambda at, _, it: assumptions.Unpin(
        kind="unpin", enrolment_id=at.people[it.apprentice].id, block=it.block
    ),
    changes.EvidenceElsewhere: lambda at, _, it: assumptions.EvidenceElsewhere(
        kind="evidence_elsewhere",
        enrolment_id=at.people[it.apprentice].id,
        qualification=at.criteria[it.criterion].qualification,
        criteria=needed_of(at, at.people[it.apprentice].row.learner_id, it.criterion),
    ),
    changes.LengthenWeek: lambda at, _, it: assumptions.LongerWeek(
        kind="longer_week", enrolment_id=at.people[it.apprentice].id, hours=it.hours
    ),
    changes.OwnPattern: _own_pattern,
}


def assumptions_of(assembled: Assembled, problem: Problem, made: Sequence[Change]) -> list[AnyAssumption]:
    """In the order of `made`; changes of one number that differ in nothing else become one by their sum."""
    return [assumption_of(assembled, problem, change) for change in _summed(made)]


_Summed = changes.RaiseSettingCapacity | changes.RaiseMentorLoad | changes.LowerMinimum | changes.WidenShare


def _summed(made: Sequence[Change]) -> list[Change]:
    found: dict[Change, Change] = {}
    for change in made:
        if not isinstance(change, _Summed):
            found[change] = change
            continue
        of_what = replace(change, by=0)
        before = found.get(of_what)
        found[of_what] = replace(change, by=change.by + before.by) if isinstance(before, _Summed) else change
    return list(found.values())
