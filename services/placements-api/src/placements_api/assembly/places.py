"""Settings as the engine sees them."""

from collections import Counter
from collections.abc import Sequence

from pydantic import TypeAdapter

from placements_api.assembly.assembled import PlanSetting
from placements_api.assembly.positions import Positions
from placements_api.assembly.sources import Sources
from placements_api.assembly.weeks import Weeks, room_of
from placements_api.host_settings.models import Setting
from placements_api.host_settings.schemas import Adjustment, CapacityPeriod, Closure
from placements_api.host_settings.shifts import AnyShiftPattern, FixedWeek, ShiftPattern, working_time
from placements_api.organisations.kinds import Sector
from placements_api.planning.problem import Mentor, Place, Shift
from placements_api.programmes.rotation import SectorRule

_SHIFTS: TypeAdapter[AnyShiftPattern] = TypeAdapter(ShiftPattern)


def plan_setting(sources: Sources, row: Setting, weeks: Weeks, rules: Sequence[SectorRule]) -> PlanSetting:
    mentors = [mentor["apprentices_at_once"] for mentor in row.mentors]
    room = room_of(
        weeks,
        [CapacityPeriod.model_validate(each) for each in sources.periods.get(row.id, ())],
        [Closure.model_validate(each) for each in sources.closures.get(row.id, ())],
        sources.others.get(row.id, ()),
        sum(mentors) if mentors else None,
    )
    asked = max((rule.minimum_age for rule in rules if rule.sector == row.sector), default=0)
    return PlanSetting(row, sources.organisations[row.organisation_id], room, max(row.minimum_age, asked))


def place_of(setting: PlanSetting, at: Positions, weeks: Weeks, offered: frozenset[int]) -> Place:
    """`offered`: groups of criteria. Settings promise apprentices only in blocks that some of them can spend there, and
    are not ruled out by adjustments of which they have said nothing."""
    row, room = setting.row, setting.room
    stretches = [weeks.of(block) for block in at.timeline.blocks]
    useful = [
        block.is_hosted
        and (block.kinds is None or row.kind in block.kinds)
        and (block.sectors is None or row.sector in block.sectors)
        for block in at.timeline.blocks
    ]
    shifts = _SHIFTS.validate_python(row.shift_pattern)
    time = working_time(shifts)
    worked = Shift.DAYS
    for is_worked, shift in (
        (time.evenings, Shift.EVENINGS),
        (time.nights, Shift.NIGHTS),
        (time.weekends, Shift.WEEKENDS),
    ):
        worked |= shift if is_worked else Shift.DAYS
    stated = list(Adjustment) if row.adjustments is None else row.adjustments
    shaped = {"no_night_shifts": not time.nights, "fixed_hours": isinstance(shifts, FixedWeek)}
    return Place(
        host=at.host_at[row.organisation_id],
        kind=at.kind_at[row.kind],
        sector=at.sector_at[Sector(row.sector)],
        most=tuple(room.most(each) for each in stretches),
        least=tuple(room.least(each) if use else 0 for each, use in zip(stretches, useful, strict=True)),
        opens_with=tuple(room.opens_with(each) for each in stretches),
        closed_periods=frozenset(n for n, each in enumerate(stretches) if room.is_closed(each)),
        minimum_age=setting.minimum_age,
        clearances=frozenset(at.clearance_at[code] for code in row.clearances),
        adjustments=frozenset(
            at.adjustment_at[code] for code in (*stated, *(code for code, can in shaped.items() if can))
        ),
        criteria=offered,
        shifts=worked,
        weekly_hours=time.weekly_hours,
    )


def shared_mentors(settings: Sequence[PlanSetting]) -> tuple[Mentor, ...]:
    """A limit for each group of settings that share a mentor; what one setting's own mentors take is in its room.

    Mentors are the same who have the same e-mail address. Others' apprentices count with their busiest week.
    """
    at: dict[str, set[int]] = {}
    for place, setting in enumerate(settings):
        for mentor in setting.row.mentors:
            if mentor.get("email"):
                at.setdefault(mentor["email"], set()).add(place)
    found = []
    for group in _joined([places for places in at.values() if len(places) > 1]):
        takes: Counter[str] = Counter()
        for place in group:
            for n, mentor in enumerate(settings[place].row.mentors):
                takes[mentor.get("email") or f"{place}/{n}"] = mentor["apprentices_at_once"]
        weeks = zip(*(settings[place].room.others for place in group), strict=True)
        busiest = max((sum(week) for week in weeks), default=0)
        found.append(Mentor(frozenset(group), max(0, takes.total() - busiest)))
    return tuple(found)


def _joined(groups: Sequence[set[int]]) -> list[set[int]]:
    """Groups that share a member become one."""
    joined: list[set[int]] = []
    for group in groups:
        touching = [other for other in joined if other & group]
        joined = [other for other in joined if not other & group] + [group.union(*touching)]
    return joined
