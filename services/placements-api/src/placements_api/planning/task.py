"""A part of the problem that is still open: some people, and the room that the others leave."""

from dataclasses import dataclass

import numpy as np

from placements_api.planning.facts import BoolArray, IntArray
from placements_api.planning.model import FloatArray, LoadRows, Model
from placements_api.planning.pricing import Priced, Pricer

FULL = 1e7
"""Surcharge that keeps an itinerary away from places without room."""


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """`people` to be placed within `rows`. `floor`: least points of the worst off, the fixed people included.

    `missing`: points for each person left out and each head that a minimum lacks, more than any plan can save.
    `surcharge`: by cell, FULL where there is no room left.
    """

    model: Model
    people: IntArray
    rows: LoadRows
    floor: float
    missing: float
    surcharge: FloatArray

    def price(
        self,
        pricer: Pricer,
        row_prices: FloatArray,
        factor: FloatArray,
        ceiling: FloatArray | None = None,
    ) -> Priced:
        return pricer.price(
            row_prices, people=self.people, factor=factor, ceiling=ceiling, cell_surcharge=self.surcharge
        )

    def fits(self, paths: IntArray) -> BoolArray:
        """Which paths keep away from places without room."""
        full = np.where(paths >= 0, self.surcharge[self.model.cell[paths]] > 0, False)
        fitting: BoolArray = ~np.logical_or.reduce(full, axis=1)
        return fitting


def whole_task(model: Model, pricer: Pricer) -> Task:
    """Everybody is to be placed. The floor is that of the person with the dearest cheapest itinerary."""
    people = np.arange(model.apprentice_count)
    alone = pricer.price(np.zeros(len(model.rows)))
    floor = float(alone.lower[alone.possible].max(initial=0.0))
    surcharge = np.zeros(len(model.cell_row_first) - 1)
    return Task(model, people, model.rows, floor, 2.0 * (1.0 + model.fairness) * max(floor, 1.0) + 1000.0, surcharge)


def free_task(whole: Task, table: IntArray, people: IntArray) -> Task:
    """`people` are to be placed again; the others stay where the table of candidates has them."""
    model = whole.model
    others = np.ones(model.apprentice_count, bool)
    others[people] = False
    fixed = table[others]
    placed = fixed[(fixed >= 0).any(axis=1)]
    taken = model.count_loads(placed.ravel())
    floor = max(whole.floor, float(model.own_cost(placed).max(initial=0.0)))
    rows = _room_left(model.rows, taken)
    full = model.cell_prices((rows.most <= 0).astype(np.float64)) * FULL
    return Task(model, people, rows, floor, whole.missing, full)


def _room_left(rows: LoadRows, taken: IntArray) -> LoadRows:
    begun = taken > 0
    least = np.where(begun, np.maximum(rows.least, rows.opens_with), rows.least)
    return LoadRows(
        least=np.maximum(least - taken, 0),
        most=rows.most - taken,
        opens_with=np.where(begun, 0, rows.opens_with),
        above=np.maximum(rows.above - taken, 0),
        points_above=rows.points_above,
        points_alone=np.where(taken <= 1, rows.points_alone, 0),
        one_waits=taken == 1,
    )
