"""Changing a scenario by hand: moves, pins, assumptions, and taking them back."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.assembly.assembled import CellKey
from placements_api.assembly.assumed import changes_of
from placements_api.programmes.queries import get_cohort
from placements_api.scenarios.assumptions import AnyAssumption, Leaves, Unpin
from placements_api.scenarios.bench import Bench, assumption_document, open_bench
from placements_api.scenarios.board import cell_read
from placements_api.scenarios.cells import Cells, remember, restored, store_cells
from placements_api.scenarios.judging import after_moves, judge_moves
from placements_api.scenarios.models import Scenario
from placements_api.scenarios.problems import MoveBreaksRules, NothingToUndo
from placements_api.scenarios.progress import note_standing
from placements_api.scenarios.queries import describe_scenario, find_last_step
from placements_api.scenarios.schemas import (
    AssumptionsRequest,
    ChangedCell,
    EditRead,
    MovesRequest,
    PinsRequest,
    ScenarioState,
)
from placements_api.scenarios.service import scenario_to_change
from placements_api.sentences import counted, listed
from placements_api.wording.points import rule_points
from placements_api.wording.remedies import assumption_sentence
from service_common import audit
from service_common.auth import Principal
from service_common.problems import InvalidInput, NotFound


async def _open(session: AsyncSession, principal: Principal, scenario_id: UUID, seen_version: int) -> Bench:
    scenario = await scenario_to_change(session, principal, scenario_id, seen_version)
    return await open_bench(session, scenario, await get_cohort(session, principal, scenario.cohort_id))


async def make_moves(
    session: AsyncSession, principal: Principal, scenario_id: UUID, wanted: MovesRequest, seen_version: int
) -> EditRead:
    """Raises MoveBreaksRules unless that is accepted, InvalidInput, and what scenario_to_change does."""
    bench = await _open(session, principal, scenario_id, seen_version)
    verdict = judge_moves(bench, wanted.moves)
    if not verdict.allowed and not wanted.accept_violations:
        raise MoveBreaksRules(
            "Choose another place or another block, apply what would allow it, or make it all the same.",
            verdict=verdict.model_dump(mode="json"),
        )
    names = dict.fromkeys(bench.assembled.people[bench.assembled.person_at[m.enrolment_id]].name for m in wanted.moves)
    sentence = f"Moving {listed(names)} in {counted(len(wanted.moves), 'block', 'blocks')}"
    return await _edited(session, principal, bench, after_moves(bench, wanted.moves).cells, sentence)


async def set_pins(
    session: AsyncSession, principal: Principal, scenario_id: UUID, wanted: PinsRequest, seen_version: int
) -> EditRead:
    """Raises InvalidInput for cells with nobody in them, and what scenario_to_change does."""
    bench = await _open(session, principal, scenario_id, seen_version)
    keys = {(cell.enrolment_id, cell.block) for cell in wanted.cells}
    if wanted.pinned and not keys <= bench.cells.where.keys():
        raise InvalidInput([("/cells", "Only who has a place can be pinned to it.")])
    pinned = bench.cells.pinned | keys if wanted.pinned else bench.cells.pinned - keys
    what = "Pinning" if wanted.pinned else "Unpinning"
    sentence = f"{what} {counted(len(keys), 'placement', 'placements')}"
    return await _edited(session, principal, bench, Cells(bench.cells.where, pinned), sentence)


async def apply_assumptions(
    session: AsyncSession, principal: Principal, scenario_id: UUID, wanted: AssumptionsRequest, seen_version: int
) -> EditRead:
    """Raises InvalidInput for what does not concern this plan, and what scenario_to_change does."""
    bench = await _open(session, principal, scenario_id, seen_version)
    at = bench.assembled
    wrong = [
        (f"/changes/{n}", "It is about somebody or something that is not in this plan, or that has started.")
        for n, change in enumerate(wanted.changes)
        if not _concerns(bench, change)
    ]
    if wrong:
        raise InvalidInput(wrong)
    unpinned = {(each.enrolment_id, each.block) for each in wanted.changes if isinstance(each, Unpin)}
    lasting = [each for each in wanted.changes if not isinstance(each, Unpin)]
    added = [assumption_document(at, each) for each in lasting]
    sentence = " ".join(assumption_sentence(at, each) for each in wanted.changes)
    cells = Cells(bench.cells.where, bench.cells.pinned - unpinned)
    return await _edited(
        session, principal, bench, cells, f"Taking for granted: {sentence}", [*bench.scenario.assumptions, *added]
    )


def _concerns(bench: Bench, change: AnyAssumption) -> bool:
    """Whether it is about this plan, and not about what has started."""
    at = bench.assembled
    if isinstance(change, Leaves):
        return change.enrolment_id in at.person_at
    if not changes_of(at, change):
        return False
    return not isinstance(change, Unpin) or (at.person_at[change.enrolment_id], change.block) not in at.began


async def drop_assumption(
    session: AsyncSession, principal: Principal, scenario_id: UUID, assumption_id: UUID, seen_version: int
) -> EditRead:
    """Raises NotFound, and what scenario_to_change does."""
    bench = await _open(session, principal, scenario_id, seen_version)
    kept = [each for each in bench.scenario.assumptions if each["id"] != str(assumption_id)]
    dropped = [each for each in bench.scenario.assumptions if each["id"] == str(assumption_id)]
    if not dropped:
        raise NotFound("Look it up among the scenario's assumptions.")
    sentence = f"No longer taking for granted: {dropped[0]['sentence']}"
    return await _edited(session, principal, bench, bench.cells, sentence, kept)


async def undo(session: AsyncSession, principal: Principal, scenario_id: UUID, seen_version: int) -> EditRead:
    """Take the last change back. Raises NothingToUndo, and what scenario_to_change does."""
    bench = await _open(session, principal, scenario_id, seen_version)
    step = await find_last_step(session, bench.scenario)
    if step is None:
        raise NothingToUndo("Nothing was changed in this scenario since it was made.")
    cells = restored(bench.cells, step)
    changed = await store_cells(session, bench.scenario, bench.cells, cells)
    bench.scenario.assumptions = step.assumptions
    await session.delete(step)
    await session.flush()
    return await _told(session, principal, bench.scenario, changed, "scenario.undone")


async def _edited(
    session: AsyncSession,
    principal: Principal,
    bench: Bench,
    cells: Cells,
    sentence: str,
    assumptions: Sequence[dict[str, Any]] | None = None,
) -> EditRead:
    changed = await store_cells(session, bench.scenario, bench.cells, cells)
    await remember(session, bench.scenario, sentence, bench.cells, sorted(changed))
    if assumptions is not None:
        bench.scenario.assumptions = list(assumptions)
    return await _told(session, principal, bench.scenario, changed, "scenario.edited")


async def _told(
    session: AsyncSession,
    principal: Principal,
    scenario: Scenario,
    changed: Iterable[CellKey],
    action: str,
) -> EditRead:
    """Judge the scenario as it is now, keep what lists show of it, and answer what is different."""
    scenario.state = ScenarioState.DRAFT.value
    scenario.conflict = scenario.failure = None
    cohort = await get_cohort(session, principal, scenario.cohort_id)
    bench = await open_bench(session, scenario, cohort)
    note_standing(bench)
    await session.flush()
    await audit.record(session, principal, action, scenario.id)
    return EditRead(
        scenario=await describe_scenario(session, scenario),
        cells=[
            ChangedCell(enrolment_id=key[0], block=key[1], cell=cell_read(bench, key))
            for key in sorted(changed)
            if key[0] in bench.assembled.person_at
        ],
        violations=[bench.violation_read(violation) for violation in bench.violations],
        points=rule_points(bench.points),
        version=scenario.version,
    )
