"""A plan out of prices: everybody takes the cheapest itinerary in turn, and where too many meet the price rises.

Who is at a place with too many people is asked again at the new prices, until nobody is. This is how wires find
their ways over a chip; it needs neither a linear nor an integer program.
"""

import numpy as np

from placements_api.planning.dual import Prices
from placements_api.planning.facts import BoolArray, IntArray
from placements_api.planning.model import FloatArray
from placements_api.planning.negotiation_kernel import Room, place_in_turn
from placements_api.planning.pricing import Pricer
from placements_api.planning.progress import Watch
from placements_api.planning.task import Task

_SWEEPS = 60
_GROWTH = 1.25
_INVITED_EACH = 3


def negotiate(
    task: Task, pricer: Pricer, prices: Prices, table: IntArray, *, unit: float, seed: int, watch: Watch
) -> IntArray:
    """(A, B) candidates: the task's people placed, from where the table has them; who finds no room is left out (-1).

    `unit`: points by which the price of a place rises at first. Small ones make better plans, and take longer.
    """
    model, rows = task.model, task.rows
    random = np.random.default_rng(seed)
    table = table.copy()
    raised = np.zeros(len(rows))
    penalty = unit
    load = model.count_loads(table[task.people].ravel())
    for sweep in range(_SWEEPS):
        lacking = (load < rows.least) | ((load > 0) & (load < rows.opens_with))
        asked = _in_trouble(task, table, (load > rows.most) | ((load > 0) & (load < rows.opens_with)))
        if lacking.any() and sweep % _INVITED_EACH == _INVITED_EACH - 1:
            asked = np.union1d(asked, _who_could_come(task, lacking))
        if not (len(asked) or lacking.any()) or not watch.carries_on:
            break
        room = _room(task, prices.rows + raised, load, penalty)
        place_in_turn(
            pricer.catalogue, room, random.permutation(asked), model.cost, prices.factor, pricer.most_states, table
        )
        raised += unit * np.maximum(load - rows.most, 0) - unit * (load < rows.least)
        penalty *= _GROWTH
    return _leave_out(task, table, load)


def _room(task: Task, prices: FloatArray, load: IntArray, penalty: float) -> Room:
    model, rows = task.model, task.rows
    return Room(
        model.cell_row_first,
        model.cell_row,
        rows.least,
        rows.most,
        rows.opens_with,
        rows.above,
        rows.points_above,
        rows.points_alone,
        prices,
        load,
        penalty,
    )


def _in_trouble(task: Task, table: IntArray, trouble: BoolArray) -> IntArray:
    """Who has no place yet, or counts in a row with trouble."""
    mine = table[task.people]
    owner, block = np.nonzero(mine >= 0)
    position, rows = task.model.rows_of(task.model.cell[mine[owner, block]])
    asked: BoolArray = np.logical_and.reduce(mine < 0, axis=1)
    asked[owner[position[trouble[rows]]]] = True
    return task.people[asked]


def _who_could_come(task: Task, lacking: BoolArray) -> IntArray:
    """Who has a candidate in a row that lacks people."""
    there = task.model.cell_prices(lacking.astype(np.float64)) > 0
    able = np.unique(task.model.owner[there[task.model.cell]])
    return np.intersect1d(able, task.people)


def _leave_out(task: Task, table: IntArray, load: IntArray) -> IntArray:
    """Take people out of places with too many until there are none."""
    over = load - task.rows.most
    for a in task.people.tolist():
        path = table[a][table[a] >= 0]
        _, rows = task.model.rows_of(task.model.cell[path])
        if (over[rows] > 0).any():
            over[rows] -= 1
            table[a] = -1
    return table
