"""What to look at before a plan is published."""

from collections.abc import Iterator, Mapping
from datetime import date

from placements_api.assembly.assembled import CellKey, Where
from placements_api.placements.life import OFFER_NOTICE
from placements_api.planning.problem import UNPLACED
from placements_api.scenarios.bench import Bench
from placements_api.scenarios.comparing import host_shares
from placements_api.scenarios.publication_schemas import ChecklistItem, ChecklistLevel, ChecklistRead
from placements_api.sentences import counted, day, listed

_STOP, _ACCEPT, _KNOW = ChecklistLevel.STOP, ChecklistLevel.ACCEPT, ChecklistLevel.KNOW


def checklist(bench: Bench, in_force: Mapping[CellKey, Where], plan_version: int, today: date) -> ChecklistRead:
    """`in_force`: the cells of the published plan, none when there is none."""
    items = [
        *_places(bench),
        *_rules(bench),
        *_assumptions(bench),
        *_notice(bench, in_force, today),
        *_risks(bench),
        *_changes(bench, in_force, plan_version),
        *_unknown(bench),
    ]
    levels = {item.level for item in items}
    return ChecklistRead(
        can_publish=_STOP not in levels,
        needs_acceptance=_ACCEPT in levels,
        items=items,
        hosts=host_shares(bench.assembled, in_force, bench.cells.where),
        plan_version=plan_version,
    )


def _places(bench: Bench) -> Iterator[ChecklistItem]:
    if not bench.assembled.people:
        yield ChecklistItem(level=_STOP, topic="places", sentence="Nobody is enrolled in the cohort.")
    unplaced = [bench.assembled.people[a].name for a, row in enumerate(bench.plan) if UNPLACED in row]
    if unplaced:
        blocks = counted(bench.unplaced, "block", "blocks")
        yield ChecklistItem(
            level=_STOP, topic="places", sentence=f"{blocks} without a place: {listed(unplaced)}. Place them first."
        )
    for (enrolment_id, block), where in bench.assembled.sources.under_way.items():
        a = bench.assembled.person_at.get(enrolment_id)
        if a is not None and bench.cells.where.get((enrolment_id, block), where) != where:
            name = bench.assembled.people[a].name
            yield ChecklistItem(
                level=_STOP,
                topic="places",
                sentence=f"A placement of {name} that has started would move: leave it, or end the placement first.",
            )


def _rules(bench: Bench) -> Iterator[ChecklistItem]:
    for violation in bench.violations:
        yield ChecklistItem(level=_ACCEPT, topic="rules", sentence=bench.violation_read(violation).sentence)


def _assumptions(bench: Bench) -> Iterator[ChecklistItem]:
    for each in bench.scenario.assumptions:
        yield ChecklistItem(level=_ACCEPT, topic="assumptions", sentence=f"Taken for granted: {each['sentence']}")


def _notice(bench: Bench, in_force: Mapping[CellKey, Where], today: date) -> Iterator[ChecklistItem]:
    """Placements that are new to their hosts and begin sooner than they were to be told."""
    at = bench.assembled
    late = [
        at.timeline.blocks[block].starts_on
        for (_, block), where in bench.cells.where.items()
        if where is not None
        and in_force.get((_, block)) != where
        and today <= at.timeline.blocks[block].starts_on < today + OFFER_NOTICE
    ]
    if late:
        yield ChecklistItem(
            level=_KNOW,
            topic="notice",
            sentence=f"{counted(len(late), 'placement begins', 'placements begin')} in less than"
            f" {OFFER_NOTICE.days // 7} weeks, the first on {day(min(late))}: offer them at once.",
        )


def _risks(bench: Bench) -> Iterator[ChecklistItem]:
    at = bench.assembled
    for setting in at.settings:
        if setting.row.lone_working:
            names = [
                person.name
                for person in at.people
                if any(bench.cells.where.get((person.id, b.number)) == setting.id for b in at.timeline.blocks)
            ]
            if names:
                yield ChecklistItem(
                    level=_KNOW,
                    topic="risk",
                    sentence=f"Work alone at times at {setting.name}: {listed(names)}. Assess the risk first.",
                )


def _changes(bench: Bench, in_force: Mapping[CellKey, Where], plan_version: int) -> Iterator[ChecklistItem]:
    if not plan_version:
        return
    wanted = bench.cells.where
    moved = sum(key in in_force and in_force[key] != where for key, where in wanted.items())
    created = sum(key not in in_force for key in wanted)
    gone = sum(key not in wanted for key in in_force)
    yield ChecklistItem(
        level=_KNOW,
        topic="changes",
        sentence=f"Against the plan in force: {created} new, {moved} moved and {gone} withdrawn.",
    )


def _unknown(bench: Bench) -> Iterator[ChecklistItem]:
    for sentence in bench.assembled.unknown:
        yield ChecklistItem(level=_KNOW, topic="unknown", sentence=sentence)
