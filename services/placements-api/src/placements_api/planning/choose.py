"""Pick one itinerary for each person of a task out of given columns: an integer program in HiGHS."""

from dataclasses import dataclass

import numpy as np

from placements_api.planning.columns import Columns
from placements_api.planning.compact import add_load_row
from placements_api.planning.facts import IntArray
from placements_api.planning.highs import INFINITY, LinearProgram, run
from placements_api.planning.task import Task


@dataclass(frozen=True, slots=True)
class Effort:
    """Limits of one integer program. Nodes decide, so that the answer does not depend on the machine's speed;
    the seconds are a safety net."""

    gap: float
    nodes: int
    seconds: float


def choose(
    task: Task, columns: Columns, among: IntArray, effort: Effort, start: IntArray | None = None
) -> IntArray | None:
    """(people, B) candidates in the order of the task, -1 for who is left out; None when nothing was found.

    `start`: columns of a known solution, to begin with.
    """
    if not len(among):
        return None
    model = task.model
    position_of = np.full(model.apprentice_count, -1, np.int64)
    position_of[task.people] = np.arange(len(task.people))
    program = LinearProgram()
    cost = columns.cost[among]
    program.add_columns(cost, integer=True)
    owner = position_of[columns.person[among]]
    program.add_rows(np.ones(len(task.people)), 1.0)
    program.add_entries(owner, np.arange(len(among)))
    left_out = program.add_columns(np.full(len(task.people), task.missing), 1.0)
    program.add_entries(np.arange(len(task.people)), left_out)
    _add_loads(program, task, columns, among)
    if model.fairness:
        worst = int(program.add_columns(model.fairness, INFINITY, task.floor)[0])
        dear = np.unique(owner[cost > task.floor])
        rows = program.add_rows(np.zeros(len(dear)), INFINITY)
        program.add_entries(rows, worst)
        row_of = np.full(len(task.people), -1, np.int64)
        row_of[dear] = rows
        bound = np.flatnonzero(row_of[owner] >= 0)
        program.add_entries(row_of[owner[bound]], bound, -cost[bound])
    solver = program.load(mip_rel_gap=effort.gap, mip_max_nodes=effort.nodes, time_limit=effort.seconds, random_seed=1)
    if start is not None:
        known = np.flatnonzero(np.isin(among, start)).astype(np.int32)
        solver.setSolution(len(known), known, np.ones(len(known)))
    answer = run(solver)
    if answer.values is None:
        return None
    table = np.full((len(task.people), model.widest), -1, np.int64)
    chosen = np.flatnonzero(answer.values[: len(among)] > 0.5)
    table[owner[chosen]] = columns.path[among[chosen]]
    return table


def _add_loads(program: LinearProgram, task: Task, columns: Columns, among: IntArray) -> None:
    position, row = columns.entries(among)
    order = np.argsort(row, kind="stable")
    position, row = position[order], row[order]
    for r in np.unique(np.concatenate([row, np.flatnonzero(task.rows.least > 0)])).tolist():
        low, high = np.searchsorted(row, [r, r + 1])
        add_load_row(program, task.rows, r, position[low:high], task.missing)
