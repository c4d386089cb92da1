"""A good plan out of the relaxation: fix what is nearly decided, price again in the room that is left."""

from collections.abc import Callable

import numpy as np

from placements_api.planning.choose import Effort, choose
from placements_api.planning.columns import Columns
from placements_api.planning.dual import Prices
from placements_api.planning.facts import IntArray
from placements_api.planning.master import Master, fitting
from placements_api.planning.model import FloatArray
from placements_api.planning.pricing import Pricer
from placements_api.planning.task import Task, free_task

_ROUNDS = 3
_SMALL_ENOUGH = 90
_SHARE_A_ROUND = 0.2
_DECIDED = 0.999
_COLUMNS_EACH = 14
_LAST_COLUMNS_EACH = 40


def dive(
    whole: Task,
    table: IntArray,
    task: Task,
    pricer: Pricer,
    columns: Columns,
    prices: Prices,
    shares: FloatArray,
    *,
    seed: int,
    carry_on: Callable[[], bool],
) -> IntArray:
    """The table with the task's people placed; `shares` are those of a relaxation of the task.

    Some may be left out (-1). The last people are placed by an integer program.
    """
    table = table.copy()
    table[task.people] = -1
    while carry_on():
        _fix(task, columns, shares, table)
        free = task.people[(table[task.people] < 0).all(axis=1)]
        if not len(free):
            return table
        task = free_task(whole, table, free)
        if len(free) <= _SMALL_ENOUGH:
            break
        master = restart(task, pricer, columns, prices, _COLUMNS_EACH)
        relaxed = master.relax(
            prices, -np.inf, gap=2e-3, rounds=_ROUNDS, carry_on=lambda _objective, _bound: carry_on()
        )
        prices, shares = relaxed.duals, master.shares()
    _vary(task, pricer, columns, prices, seed)
    among = fitting(task, columns, prices, _LAST_COLUMNS_EACH)
    chosen = choose(task, columns, among, Effort(gap=2e-3, nodes=100, seconds=20.0))
    if chosen is not None:
        table[task.people] = chosen
    return table


def _fix(task: Task, columns: Columns, shares: FloatArray, table: IntArray) -> None:
    """Write decided itineraries into the table as long as there is room."""
    order = np.argsort(-shares, kind="stable")
    order = order[shares[order] > 0.1]
    quota = max(15, int(_SHARE_A_ROUND * len(task.people)))
    room = task.rows.most.copy()
    owner, rows = columns.entries(order)
    bounds = np.searchsorted(owner, np.arange(len(order) + 1))
    fixed = 0
    for position, column in enumerate(order.tolist()):
        if shares[column] < _DECIDED and (fixed >= quota or shares[column] < 0.5) and fixed:
            break
        person = columns.person[column]
        mine = rows[bounds[position] : bounds[position + 1]]
        if (table[person] >= 0).any() or (room[mine] <= 0).any():
            continue
        table[person] = columns.path[column]
        room[mine] -= 1
        fixed += 1


def restart(task: Task, pricer: Pricer, columns: Columns, prices: Prices, keep: int) -> Master:
    columns.add(*task.price(pricer, prices.rows, prices.factor).columns())
    master = Master(task, pricer, columns)
    master.take(fitting(task, columns, prices, keep))
    return master


def _vary(task: Task, pricer: Pricer, columns: Columns, prices: Prices, seed: int) -> None:
    """More columns around the prices, by disturbing them."""
    random = np.random.default_rng(seed)
    for strength in range(6):
        noise = random.normal(0.0, 4.0 * strength, len(prices.rows)) * (prices.rows != 0)
        disturbed = np.where(
            prices.rows > 0, np.maximum(prices.rows + noise, 0.0), np.minimum(prices.rows + noise, 0.0)
        )
        columns.add(*task.price(pricer, disturbed, prices.factor).columns())
