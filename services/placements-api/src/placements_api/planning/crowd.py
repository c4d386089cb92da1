"""Find people who cannot all be placed: a small crowd that already proves that there is no plan.

Costs are left out and everybody without a place costs 100. If prices exist at which the itineraries of some
people must cost more than all the room there is, these people cannot be placed, whatever the others do.
"""

from dataclasses import replace

import numpy as np

from placements_api.planning.columns import Columns
from placements_api.planning.dual import Prices, cheapest_loads, no_prices
from placements_api.planning.facts import IntArray
from placements_api.planning.master import Master
from placements_api.planning.model import LoadRows, Model
from placements_api.planning.pricing import Pricer
from placements_api.planning.task import Task

_MISSING = 100.0
_ROUNDS = 80
_SHRINKS = 6


def people_without_itinerary(model: Model, pricer: Pricer) -> IntArray:
    """Who has no itinerary even with all the room in the world."""
    return np.flatnonzero(~pricer.price(np.zeros(len(model.rows))).possible)


def find_crowd(model: Model) -> IntArray | None:
    """People for whom there is no room, as few as prices alone can tell; None when the relaxation places all.

    Everybody must have some itinerary. Minima are left out: they concern those who could go there, not a crowd.
    """
    free = replace(model, cost=np.zeros_like(model.cost), fairness=0.0, rows=_only_room(model.rows))
    free_pricer = Pricer(free)
    crowd = _price_out(free, free_pricer, np.arange(model.apprentice_count))
    if crowd is None:
        return None
    for _ in range(_SHRINKS):
        smaller = _price_out(free, free_pricer, crowd)
        if smaller is None or len(smaller) >= len(crowd):
            break
        crowd = smaller
    return crowd


def _price_out(model: Model, pricer: Pricer, people: IntArray) -> IntArray | None:
    surcharge = model.cell_prices((model.rows.most <= 0).astype(np.float64)) * 1e7
    task = Task(model, people, model.rows, 0.0, _MISSING, surcharge)
    columns = Columns(model)
    columns.add(*task.price(pricer, np.zeros(len(model.rows)), np.ones(model.apprentice_count)).columns())
    master = Master(task, pricer, columns)
    master.take(np.arange(len(columns)))
    relaxed = master.relax(
        no_prices(model),
        0.0,
        gap=0.05,
        rounds=_ROUNDS,
        carry_on=lambda objective, _bound: objective > 1e-6,
    )
    if relaxed.bound <= 1e-6:
        return None
    return _fewest(task, pricer, relaxed.prices)


def _fewest(task: Task, pricer: Pricer, prices: Prices) -> IntArray:
    """The people who pay most, as many as it takes to exceed what the room is worth."""
    value = task.price(pricer, prices.rows, prices.factor).lower
    terms, _ = cheapest_loads(task.rows, prices.rows)
    order = np.argsort(-value, kind="stable")
    proven = np.cumsum(value[order]) + terms.sum() > 1e-6
    count = int(np.argmax(proven)) + 1 if proven.any() else len(order)
    return np.sort(task.people[order[:count]])


def _only_room(rows: LoadRows) -> LoadRows:
    nothing = np.zeros_like(rows.most)
    return replace(rows, least=nothing, opens_with=nothing, points_above=nothing, points_alone=nothing)
