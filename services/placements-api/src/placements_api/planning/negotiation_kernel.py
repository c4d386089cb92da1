"""Place people one after the other, each in the cheapest way at what the room costs at that moment; compiled."""

from typing import NamedTuple

import numpy as np

from placements_api.planning.compiled import compiled
from placements_api.planning.facts import IntArray
from placements_api.planning.model import FloatArray
from placements_api.planning.pricing_kernel import NO_WAY, Answers, Catalogue, make_desk, price_one


class Room(NamedTuple):
    """By load row: its limits, its points, what a head costs on top, and how many are there now.

    `cell_row_first` and `cell_row` are those of the model. `penalty`: for each head too many or lacking.
    """

    cell_row_first: IntArray
    cell_row: IntArray
    least: IntArray
    most: IntArray
    opens_with: IntArray
    above: IntArray
    points_above: IntArray
    points_alone: IntArray
    price: FloatArray
    load: IntArray
    penalty: float


@compiled
def _toll(room: Room, r: int) -> float:
    """What one head more costs in row r."""
    n = room.load[r]
    toll: float = room.price[r]
    if n >= room.most[r]:
        toll += room.penalty * (n + 1 - room.most[r])
    elif n < room.least[r]:
        toll -= room.penalty
    if n < room.opens_with[r]:
        toll += room.penalty * (room.opens_with[r] - 1) if n == 0 else -room.penalty
    if n >= room.above[r]:
        toll += room.points_above[r]
    if n == 0:
        toll += room.points_alone[r]
    elif n == 1:
        toll -= room.points_alone[r]
    return toll


@compiled
def _count(catalogue: Catalogue, room: Room, path: IntArray, heads: int) -> None:
    for j in path:
        if j >= 0:
            cell = catalogue.cell[j]
            for k in range(room.cell_row_first[cell], room.cell_row_first[cell + 1]):
                room.load[room.cell_row[k]] += heads


@compiled
def place_in_turn(
    catalogue: Catalogue,
    room: Room,
    people: IntArray,
    cost: FloatArray,
    factor: FloatArray,
    most_states: int,
    table: IntArray,
) -> None:
    """Take each of the people out of the table and put them back in the cheapest way; keeps `room.load` true."""
    desk = make_desk(catalogue, most_states, 1)
    answers = Answers(np.empty(1), np.empty(1), np.empty(1, np.int64), np.full((1, 1, table.shape[1]), -1))
    for a in people:
        _count(catalogue, room, table[a], -1)
        origin, end = catalogue.first[a, 0], catalogue.first[a, -1]
        price = factor[a] * cost[origin:end]
        for j in range(origin, end):
            cell = catalogue.cell[j]
            for k in range(room.cell_row_first[cell], room.cell_row_first[cell + 1]):
                price[j - origin] += _toll(room, room.cell_row[k])
        price_one(catalogue, desk, a, price, NO_WAY, 0, answers)
        table[a] = -1
        if answers.found[0]:
            for b in range(catalogue.block_count[a]):
                table[a, b] = answers.paths[0, 0, b]
            _count(catalogue, room, table[a], 1)
