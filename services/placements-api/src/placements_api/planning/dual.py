"""Prices of the rules between apprentices, and the lower bound that any prices prove."""

from dataclasses import dataclass

import numpy as np

from placements_api.planning.facts import IntArray
from placements_api.planning.model import FloatArray, LoadRows, Model
from placements_api.planning.pricing import NO_WAY, Priced
from placements_api.planning.task import Task


@dataclass(frozen=True, slots=True)
class Prices:
    """`rows`: by load row, positive where a head costs. `fairness`: by apprentice, at most the weight in sum."""

    rows: FloatArray
    fairness: FloatArray

    @property
    def factor(self) -> FloatArray:
        """What an apprentice's own points are multiplied by."""
        return 1.0 + self.fairness

    def towards(self, other: "Prices", share: float) -> "Prices":
        """`share` of the way to the other prices."""
        return Prices(
            (1 - share) * self.rows + share * other.rows, (1 - share) * self.fairness + share * other.fairness
        )


def no_prices(model: Model) -> Prices:
    return Prices(np.zeros(len(model.rows)), np.zeros(model.apprentice_count))


def legal(task: Task, prices: Prices) -> Prices:
    """The nearest prices that prove a bound worth having."""
    rows = np.where(task.rows.least > 0, prices.rows, np.maximum(prices.rows, 0.0))
    fairness = np.maximum(prices.fairness, 0.0)
    total = float(fairness.sum())
    if total > task.model.fairness:
        fairness = fairness * (task.model.fairness / total)
    return Prices(rows, fairness)


def cheapest_loads(rows: LoadRows, prices: FloatArray) -> tuple[FloatArray, IntArray]:
    """For each row, the least of (cost of the load - price x load) over loads in range, and where it lies."""
    middle = np.clip(rows.above, rows.least, rows.most)
    at_least = -prices * rows.least
    at_middle = -prices * middle
    at_most = rows.points_above * (rows.most - middle) - prices * rows.most
    choices = np.stack([at_least, at_middle, at_most])
    where = choices.argmin(axis=0)
    loads = np.stack([rows.least, middle, rows.most])
    everything = np.arange(len(rows))
    return choices[where, everything], loads[where, everything]


def lower_bound(task: Task, prices: Prices, priced: Priced) -> float:
    """Proven bound on the points of any way to do the task; `priced` is about its people at these prices."""
    if (priced.lower >= NO_WAY).any():
        return float("inf")
    terms, _ = cheapest_loads(task.rows, prices.rows)
    slack = max(0.0, task.model.fairness - float(prices.fairness.sum()))
    return float(priced.lower.sum() + terms.sum() + slack * task.floor)
