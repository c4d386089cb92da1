"""Good prices before any linear program: a deflected subgradient ascent on the Lagrangian bound.

Hundreds of pricings cost less than one linear program of the master, and every itinerary met on the way is kept.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from placements_api.planning.columns import Columns
from placements_api.planning.dual import Prices, cheapest_loads, legal, lower_bound
from placements_api.planning.model import FloatArray
from placements_api.planning.pricing import Priced, Pricer
from placements_api.planning.task import Task

_DEFLECTION = 0.15
_PATIENCE = 10
_CUT = 0.66


@dataclass(frozen=True, slots=True)
class Ascent:
    prices: Prices
    bound: float
    steps: int


def ascend(
    task: Task,
    pricer: Pricer,
    columns: Columns,
    start: Prices,
    *,
    steps: int,
    carry_on: Callable[[float], bool],
    target: float,
) -> Ascent:
    """Raise the row prices from `start`; columns met are added.

    `target`: what the bound may come to, as a multiple of the first one. `carry_on(bound)` is asked after each step.
    """
    prices = start
    priced = task.price(pricer, prices.rows, prices.factor)
    columns.add(*priced.columns())
    bound = lower_bound(task, prices, priced)
    best, goal = prices, target * bound
    direction: FloatArray | None = None
    size, stale, done = 0.1, 0, 0
    for _ in range(steps):
        slope = _slope(task, prices, priced)
        direction = slope if direction is None else _DEFLECTION * slope + (1 - _DEFLECTION) * direction
        norm = float(direction @ direction)
        if norm == 0.0:
            break
        goal = max(goal, bound + 0.002 * abs(bound))
        step = size * max(goal - bound, 1.0) / norm
        prices = legal(task, Prices(_without_crossing(prices.rows, step * direction), prices.fairness))
        priced = task.price(pricer, prices.rows, prices.factor)
        columns.add(*priced.columns())
        value = lower_bound(task, prices, priced)
        done += 1
        if value > bound + 1e-6:
            bound, best, stale = value, prices, 0
        else:
            stale += 1
            if stale >= _PATIENCE:
                size, stale, prices, direction = size * _CUT, 0, best, None
                priced = task.price(pricer, prices.rows, prices.factor)
        if not carry_on(bound):
            break
    return Ascent(best, bound, done)


def _slope(task: Task, prices: Prices, priced: Priced) -> FloatArray:
    """How far the loads of the cheapest itineraries are from the loads that suit the prices."""
    rows = task.rows
    loads = task.model.count_loads(priced.paths[:, 0])
    _, suited = cheapest_loads(rows, prices.rows)
    idle = prices.rows == 0.0
    suited = np.where(idle, np.clip(loads, rows.least, np.minimum(rows.above, rows.most)), suited)
    return (loads - suited).astype(np.float64)


def _without_crossing(prices: FloatArray, change: FloatArray) -> FloatArray:
    """A price that would turn negative stops at nought."""
    moved = prices + change
    return np.where((prices > 0) & (moved < 0), 0.0, moved)
