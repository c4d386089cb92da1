"""Who is where in a scenario, as rows."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.assembly.assembled import CellKey, Where
from placements_api.scenarios.models import Scenario, ScenarioAssignment, ScenarioStep


@dataclass(frozen=True, slots=True)
class Cells:
    """`where` has no entry for who is nowhere yet. What is pinned is somewhere."""

    where: dict[CellKey, Where] = field(default_factory=dict)
    pinned: frozenset[CellKey] = frozenset()

    def pins(self) -> dict[CellKey, Where]:
        return {key: self.where[key] for key in self.pinned}

    def settings(self) -> set[UUID]:
        return {where for where in self.where.values() if where is not None}


async def load_cells(session: AsyncSession, scenario: Scenario) -> Cells:
    return await load_cells_of(session, scenario.partnership_id, scenario.id)


async def load_cells_of(session: AsyncSession, partnership_id: UUID, scenario_id: UUID) -> Cells:
    rows = await session.execute(
        select(
            ScenarioAssignment.enrolment_id,
            ScenarioAssignment.block,
            ScenarioAssignment.setting_id,
            ScenarioAssignment.pinned,
        ).where(ScenarioAssignment.partnership_id == partnership_id, ScenarioAssignment.scenario_id == scenario_id)
    )
    where: dict[CellKey, Where] = {}
    pinned = set()
    for enrolment_id, block, setting_id, is_pinned in rows:
        where[enrolment_id, block] = setting_id
        if is_pinned:
            pinned.add((enrolment_id, block))
    return Cells(where, frozenset(pinned))


async def store_cells(session: AsyncSession, scenario: Scenario, before: Cells, after: Cells) -> set[CellKey]:
    """Write what is different, and answer which cells that is."""
    changed = {key for key in before.where.keys() | after.where.keys() if _state(before, key) != _state(after, key)}
    if not changed:
        return changed
    of_scenario = {"partnership_id": scenario.partnership_id, "scenario_id": scenario.id}
    for some in _in_parts(changed & before.where.keys()):
        await session.execute(
            delete(ScenarioAssignment).where(
                ScenarioAssignment.scenario_id == scenario.id,
                tuple_(ScenarioAssignment.enrolment_id, ScenarioAssignment.block).in_(some),
            )
        )
    rows = [
        {
            **of_scenario,
            "enrolment_id": enrolment_id,
            "block": block,
            "setting_id": after.where[enrolment_id, block],
            "pinned": (enrolment_id, block) in after.pinned,
        }
        for enrolment_id, block in changed & after.where.keys()
    ]
    if rows:
        await session.execute(insert(ScenarioAssignment), rows)
    return changed


async def remember(
    session: AsyncSession, scenario: Scenario, sentence: str, before: Cells, changed: Iterable[CellKey]
) -> None:
    """So that it can be undone; the assumptions are those that the scenario has at the moment."""
    session.add(
        ScenarioStep(
            partnership_id=scenario.partnership_id,
            scenario_id=scenario.id,
            sentence=sentence,
            cells=[_row(before, key) for key in changed],
            assumptions=scenario.assumptions,
        )
    )
    await session.flush()


def restored(cells: Cells, step: ScenarioStep) -> Cells:
    """The cells as they were before the step."""
    where, pinned = dict(cells.where), set(cells.pinned)
    for row in step.cells:
        key = (UUID(row[0]), int(row[1]))
        where.pop(key, None)
        pinned.discard(key)
        if len(row) > 2:
            where[key] = None if row[2] is None else UUID(row[2])
            if row[3]:
                pinned.add(key)
    return Cells(where, frozenset(pinned))


def _state(cells: Cells, key: CellKey) -> tuple[bool, Where, bool]:
    return key in cells.where, cells.where.get(key), key in cells.pinned


def _row(cells: Cells, key: CellKey) -> list[Any]:
    row: list[Any] = [str(key[0]), key[1]]
    if key in cells.where:
        where = cells.where[key]
        row += [None if where is None else str(where), key in cells.pinned]
    return row


def _in_parts(keys: Iterable[CellKey], size: int = 1000) -> Iterable[list[CellKey]]:
    ordered = sorted(keys)
    return (ordered[start : start + size] for start in range(0, len(ordered), size))
