"""Verdicts on moves before they are made. Nothing here changes anything."""

from collections.abc import Sequence
from uuid import UUID

from placements_api.assembly.assembled import CellKey, Where
from placements_api.planning.problem import HOME, UNPLACED
from placements_api.planning.recheck import Violation, count_load, recheck_apprentice
from placements_api.scenarios.bench import Bench
from placements_api.scenarios.schemas import Move, OptionRead, OptionsRead, VerdictRead
from placements_api.wording.violations import violation_sentence
from service_common.problems import InvalidInput


def after_moves(bench: Bench, moves: Sequence[Move]) -> Bench:
    """Raises InvalidInput for people, blocks and settings that are not on the board."""
    faults = [
        (f"/moves/{n}/{field}", message) for n, move in enumerate(moves) for field, message in _faults(bench, move)
    ]
    if faults:
        raise InvalidInput(faults)
    places: dict[CellKey, Where] = {}
    emptied = set()
    for move in moves:
        key = (move.enrolment_id, move.block)
        if move.to.at == "nowhere":
            emptied.add(key)
        else:
            places[key] = move.to.setting_id
            emptied.discard(key)
    return bench.moved(places, emptied)


def _faults(bench: Bench, move: Move) -> list[tuple[str, str]]:
    faults = []
    if move.enrolment_id not in bench.assembled.person_at:
        faults.append(("enrolment_id", "Choose somebody of the cohort."))
    if move.block >= len(bench.assembled.timeline.blocks):
        faults.append(("block", "Choose one of the board's blocks."))
    if move.to.setting_id is not None and move.to.setting_id not in bench.assembled.setting_at:
        faults.append(("to/setting_id", "Choose a setting of a kind that this rotation uses."))
    return faults


def judge_moves(bench: Bench, moves: Sequence[Move]) -> VerdictRead:
    """What the moves, made together, would break. Raises InvalidInput."""
    moved = after_moves(bench, moves)
    fresh = moved.fresh_violations(bench)
    return VerdictRead(
        allowed=not fresh,
        violations=[moved.violation_read(violation) for violation in fresh],
        remedy=moved.remedy_for(fresh),
        suggested_blocks=_suggested(bench, moves[0]) if fresh and len(moves) == 1 else [],
        cost_difference=moved.total_points - bench.total_points,
    )


def _suggested(bench: Bench, move: Move) -> list[int]:
    """Other blocks in which the person could be at the same place."""
    if move.to.at == "nowhere":
        return []
    others = [block.number for block in bench.assembled.timeline.blocks if block.number != move.block]
    return [
        number
        for number in others
        if not bench.moved({(move.enrolment_id, number): move.to.setting_id}).fresh_violations(bench)
    ]


def options_for(bench: Bench, enrolment_id: UUID, block: int) -> OptionsRead:
    """Every place for somebody in a block: the rules about them, and the room that the others leave.

    Those that are allowed come first, then by minutes of travel. Raises InvalidInput.
    """
    at = bench.assembled
    if enrolment_id not in at.person_at or block >= len(at.timeline.blocks):
        raise InvalidInput([("query:enrolment_id", "Choose somebody of the cohort, and one of the board's blocks.")])
    a = at.person_at[enrolment_id]
    row = bench.plan[a]
    load = count_load(at.problem, bench.plan)
    known = _own(bench, a, row)
    items = []
    for place in (HOME, *range(len(at.settings))):
        fresh = [
            violation
            for violation in _own(bench, a, (*row[:block], place, *row[block + 1 :]))
            if violation not in known
        ]
        free = None
        if place != HOME:
            free = at.problem.places[place].most[block] - load[place, block] + (row[block] == place)
        if free is not None and free < 1:
            over = Violation("setting-capacity", place=place, period=block, subject=place, amount=1 - free)
            fresh.append(over)
        minutes = int(at.problem.travel_minutes[a, place]) if place != HOME and at.journeys_known[a, place] else None
        items.append(
            OptionRead(
                at="home" if place == HOME else "setting",
                setting_id=at.where(place),
                allowed=not fresh,
                sentence=violation_sentence(at, fresh[0]) if fresh else None,
                travel_minutes=None if minutes is not None and minutes < 0 else minutes,
                free=free,
            )
        )
    items.sort(key=lambda option: (not option.allowed, option.travel_minutes or 0))
    return OptionsRead(items=items)


def _own(bench: Bench, a: int, row: tuple[int, ...]) -> list[Violation]:
    """Broken rules about the person alone; what the whole way has to offer only when the way is whole."""
    found = recheck_apprentice(bench.assembled.problem, a, row)
    if UNPLACED not in row:
        return found
    return [violation for violation in found if violation.block is not None and violation.rule != "one-setting"]
