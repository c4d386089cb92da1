"""A first plan straight from prices: people are placed one by one, and the prices follow the room that is left."""

from collections.abc import Callable

import numpy as np

from placements_api.planning.columns import Columns
from placements_api.planning.dual import Prices, legal
from placements_api.planning.facts import IntArray
from placements_api.planning.lagrangian import ascend
from placements_api.planning.pricing import Pricer
from placements_api.planning.task import FULL, Task, free_task

_SHARE_A_ROUND = 0.1
_LEAST_A_ROUND = 20
_STEPS_A_ROUND = 8


def settle(whole: Task, pricer: Pricer, columns: Columns, prices: Prices, carry_on: Callable[[], bool]) -> IntArray:
    """(A, B) candidates; who finds no room is left out (-1). Those with the fewest candidates come first."""
    model = whole.model
    table = np.full((model.apprentice_count, model.widest), -1, np.int64)
    waiting = np.argsort(model.first[:, -1] - model.first[:, 0], kind="stable")
    while len(waiting):
        task = free_task(whole, table, np.sort(waiting))
        prices = ascend(
            task,
            pricer,
            columns,
            legal(task, prices),
            steps=_STEPS_A_ROUND if carry_on() else 0,
            carry_on=lambda _bound: carry_on(),
            target=1.005,
        ).prices
        quota = max(_LEAST_A_ROUND, int(_SHARE_A_ROUND * len(waiting)))
        place_in_turn(task, pricer, prices, waiting[:quota], table)
        waiting = waiting[quota:]
    return table


def place_in_turn(task: Task, pricer: Pricer, prices: Prices, people: IntArray, table: IntArray) -> None:
    """Give each person, in this order, the cheapest itinerary that the room left allows."""
    model = task.model
    room = task.rows.most.copy()
    for person in people.tolist():
        tolls = prices.rows + FULL * (room <= 0)
        priced = pricer.price(tolls, people=np.array([person]), factor=prices.factor)
        if priced.value[0] < FULL / 2:
            path = priced.paths[0, 0]
            table[person] = path
            _, rows = model.rows_of(model.cell[path[path >= 0]])
            room[rows] -= 1
