"""The problem compiled for the solver: candidates, itinerary graphs and load rows as flat arrays."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from placements_api.planning import constraints as _families
from placements_api.planning.constraints.registry import (
    CELL_COSTS,
    CELL_RULES,
    LOAD_PRICES,
    LOAD_RULES,
    PATH_RULES,
)
from placements_api.planning.facts import BoolArray, Facts, IntArray
from placements_api.planning.itinerary_graph import Graph, PathSpec, build_graph, read_limits
from placements_api.planning.problem import HOME, UNPLACED, Plan, Problem

FloatArray = NDArray[np.float64]

__all__ = ["FloatArray", "LoadRows", "Model", "compile_problem"]
_ = _families  # importing the families fills the registry

COVER_BITS = 62


class TooManyCriteria(ValueError):
    """An apprentice's missing criteria cannot be told apart by 62 groups of settings."""


@dataclass(frozen=True, slots=True)
class LoadRows:
    """One row for each group of places and period that a rule counts.

    Load must be within least..most; it costs `points_above` a head above `above`, `points_alone` when it is 1,
    and must be 0 or at least `opens_with`. `one_waits`: somebody who is not counted is there alone already.
    """

    least: IntArray
    most: IntArray
    opens_with: IntArray
    above: IntArray
    points_above: IntArray
    points_alone: IntArray
    one_waits: BoolArray

    def __len__(self) -> int:
        return len(self.most)


@dataclass(frozen=True, slots=True)
class Model:
    """A: apprentices, B: most blocks of any pattern, P: places, N: candidates.

    A *cell* is (pattern, block, place or home); a *candidate* is a cell that one apprentice may use. Candidates
    are sorted by apprentice, block and place: those of (a, b) are `first[a, b]:first[a, b + 1]`.
    `cover` and `need` are bit sets of criteria, their bits private to each apprentice.
    """

    problem: Problem
    block_count: IntArray
    first: IntArray
    place: IntArray
    cell: IntArray
    step: NDArray[np.int32]
    cover: IntArray
    cost: FloatArray
    need: IntArray
    graph_of: IntArray
    graphs: tuple[Graph, ...]
    rows: LoadRows
    cell_row_first: IntArray
    cell_row: IntArray
    fairness: float

    @property
    def apprentice_count(self) -> int:
        return len(self.block_count)

    @property
    def widest(self) -> int:
        return int(self.first.shape[1]) - 1

    @property
    def owner(self) -> IntArray:
        """(N,) apprentice of each candidate."""
        counts = self.first[:, -1] - self.first[:, 0]
        return np.repeat(np.arange(self.apprentice_count), counts)

    def cell_prices(self, row_prices: FloatArray) -> FloatArray:
        """Price of each cell: the sum over the load rows that it counts in."""
        cells = len(self.cell_row_first) - 1
        counts = np.diff(self.cell_row_first)
        owner = np.repeat(np.arange(cells), counts)
        return np.bincount(owner, row_prices[self.cell_row], cells).astype(np.float64, copy=False)

    def rows_of(self, cells: IntArray) -> tuple[IntArray, IntArray]:
        """(position in `cells`, load row) for every row that each of the cells counts in."""
        counts = self.cell_row_first[cells + 1] - self.cell_row_first[cells]
        position = np.repeat(np.arange(len(cells)), counts)
        offset = np.arange(len(position)) - np.repeat(np.cumsum(counts) - counts, counts)
        return position, self.cell_row[self.cell_row_first[cells][position] + offset]

    def count_loads(self, candidates: IntArray) -> IntArray:
        """(rows,) how many of the candidates count in each load row; -1 counts nowhere."""
        _, rows = self.rows_of(self.cell[candidates[candidates >= 0]])
        return np.bincount(rows, minlength=len(self.rows))

    def own_cost(self, table: IntArray) -> FloatArray:
        """Own points of each row of a table of candidates."""
        points: FloatArray = np.where(table >= 0, self.cost[table], 0.0).sum(axis=1)
        return points

    def find_candidate(self, a: int, block: int, place: int) -> int:
        """Position of the candidate, or -1 when the apprentice may not be there."""
        low, high = int(self.first[a, block]), int(self.first[a, block + 1])
        position = low + int(np.searchsorted(self.place[low:high], place))
        found = bool(position < high and self.place[position] == place)
        return position if found else -1

    def encode(self, plan: Plan) -> IntArray:
        """(A, B) candidates of a plan, -1 for what is not placed, not allowed or beyond the pattern."""
        table = np.full((self.apprentice_count, self.widest), -1, np.int64)
        for a, itinerary in enumerate(plan):
            for b, place in enumerate(itinerary):
                if place != UNPLACED:
                    table[a, b] = self.find_candidate(a, b, place)
        return table

    def decode(self, table: IntArray) -> Plan:
        """The plan of (A, B) candidates; -1 within the pattern becomes UNPLACED."""
        places = np.append(self.place, UNPLACED)[table].tolist()  # -1, nowhere, is the last
        return tuple(tuple(row[:count]) for row, count in zip(places, self.block_count.tolist(), strict=True))


class _Merged(NamedTuple):
    rows: LoadRows
    places: list[tuple[int, ...]]
    periods: list[int]


def compile_problem(problem: Problem) -> Model:
    """Apply every registered rule once. Raises ItineraryTooFree or TooManyCriteria beyond the engine's limits."""
    facts = Facts(problem)
    merged = _merge_load_rules(facts)
    shut = _shut(merged, facts.place_count, len(problem.periods))
    widest = max((len(pattern.blocks) for pattern in problem.patterns), default=0)
    people = len(problem.apprentices)
    width = facts.place_count + 1
    first = np.zeros((people, widest + 1), np.int64)
    need = np.zeros(people, np.int64)
    graph_of = np.zeros(people, np.int64)
    graphs: dict[object, tuple[int, Graph]] = {}
    parts: dict[str, list[NDArray[np.int64]]] = {name: [] for name in ("place", "cell", "step", "cover", "cost")}
    total = 0
    for a in range(people):
        pattern = problem.apprentices[a].pattern
        blocks = problem.blocks_of(a)
        allowed = _allowed(facts, a) & ~_shut_in_blocks(shut, problem, a)
        spec = read_limits(
            [x for rule in PATH_RULES.values() for x in rule.limits(facts, a)], np.logical_or.reduce(allowed, axis=0)
        )
        key = (pattern, spec.key)
        if key not in graphs:
            graphs[key] = (len(graphs), build_graph(spec, blocks))
        graph_of[a] = graphs[key][0]
        block, place = np.nonzero(np.roll(allowed, 1, axis=1))  # home first: places in ascending order, home -1
        place = place - 1
        cover, need[a] = _cover_bits(spec, place)
        points = sum(
            np.broadcast_to(rule.points(facts, a), allowed.shape)[block, place] for rule in CELL_COSTS.values()
        )
        steps = np.searchsorted(np.unique(spec.tokens[:-1]), spec.tokens)
        steps[HOME] = len(np.unique(spec.tokens[:-1]))
        parts["place"].append(place)
        parts["cell"].append((pattern * widest + block) * width + place % width)
        parts["step"].append(steps[place])
        parts["cover"].append(cover)
        parts["cost"].append(np.asarray(points, np.int64))
        ends = np.searchsorted(block, np.arange(1, widest + 1))
        first[a] = total + np.concatenate([[0], ends])
        total += len(block)
    flat = {name: np.concatenate(chunks) if chunks else np.zeros(0, np.int64) for name, chunks in parts.items()}
    cell_row_first, cell_row = _rows_of_cells(problem, merged, widest, width)
    return Model(
        problem=problem,
        block_count=np.array([len(problem.blocks_of(a)) for a in range(people)], np.int64),
        first=first,
        place=flat["place"],
        cell=flat["cell"],
        step=flat["step"].astype(np.int32),
        cover=flat["cover"],
        cost=flat["cost"].astype(np.float64),
        need=need,
        graph_of=graph_of,
        graphs=tuple(graph for _, graph in graphs.values()),
        rows=merged.rows,
        cell_row_first=cell_row_first,
        cell_row=cell_row,
        fairness=float(problem.weights.fairness),
    )


def _allowed(facts: Facts, a: int) -> BoolArray:
    allowed = np.ones((len(facts.blocks(a)), facts.place_count + 1), bool)
    for rule in CELL_RULES.values():
        allowed &= rule.allows(facts, a)
    return allowed


def _cover_bits(spec: PathSpec, place: IntArray) -> tuple[IntArray, int]:
    """Bits of the criteria that each candidate offers, and the bits needed; alike criteria share a bit."""
    alike: dict[bytes, BoolArray] = {}
    for offering in spec.coverage:
        offers = np.zeros(len(spec.tokens), bool)
        offers[list(offering)] = True
        alike[offers[place].tobytes()] = offers[place]
    groups = list(alike.values())
    if len(groups) > COVER_BITS:
        groups = _hardest(groups)
    cover = np.zeros(len(place), np.int64)
    for bit, members in enumerate(groups):
        cover[members] |= 1 << bit
    return cover, (1 << len(groups)) - 1


def _hardest(groups: list[BoolArray]) -> list[BoolArray]:
    """Drop every criterion that is met whenever another one is."""
    kept: list[BoolArray] = []
    for group in sorted(groups, key=lambda mask: int(mask.sum())):
        if not any((group | ~other).all() for other in kept):
            kept.append(group)
    if len(kept) > COVER_BITS:
        raise TooManyCriteria(f"{len(kept)} groups of criteria for one apprentice")
    return kept


def _merge_load_rules(facts: Facts) -> _Merged:
    """One row for each (places, period), whatever the number of rules that speak about it."""
    everybody = len(facts.problem.apprentices)
    index: dict[tuple[tuple[int, ...], int], int] = {}
    values: list[list[int]] = []

    def row(places: tuple[int, ...], period: int) -> list[int]:
        position = index.setdefault((places, period), len(values))
        if position == len(values):
            values.append([0, everybody, 0, everybody, 0, 0])
        return values[position]

    for rule in LOAD_RULES.values():
        for limit in rule.limits(facts):
            entry = row(limit.places, limit.period)
            entry[0] = max(entry[0], limit.least)
            entry[1] = min(entry[1], everybody if limit.most is None else limit.most)
            entry[2] = max(entry[2], limit.opens_with)
    for price in LOAD_PRICES.values():
        for cost in price.costs(facts):
            entry = row(cost.places, cost.period)
            if cost.points_above:
                entry[3], entry[4] = cost.above, cost.points_above
            entry[5] += cost.points_alone
    table = np.array(values, np.int64).reshape(-1, 6)
    never_opens = table[:, 1] < table[:, 2]
    table[never_opens, 1] = 0
    least, most, opens_with, above, points_above, points_alone = (np.ascontiguousarray(column) for column in table.T)
    nobody_waits = np.zeros(len(table), bool)
    rows = LoadRows(least, most, opens_with, above, points_above, points_alone, nobody_waits)
    return _Merged(rows, [places for places, _ in index], [period for _, period in index])


def _shut(merged: _Merged, places: int, periods: int) -> BoolArray:
    """(P+1, T) nobody can be there: a row that counts the place has no room."""
    shut = np.zeros((places + 1, periods), bool)
    for r in np.flatnonzero(merged.rows.most == 0).tolist():
        shut[list(merged.places[r]), merged.periods[r]] = True
    return shut


def _shut_in_blocks(shut: BoolArray, problem: Problem, a: int) -> BoolArray:
    return np.array([shut[:, block.first_period : block.end_period].any(axis=1) for block in problem.blocks_of(a)])


def _rows_of_cells(problem: Problem, merged: _Merged, widest: int, width: int) -> tuple[IntArray, IntArray]:
    at: dict[tuple[int, int], list[int]] = {}
    for r, (places, period) in enumerate(zip(merged.places, merged.periods, strict=True)):
        for place in places:
            at.setdefault((place, period), []).append(r)

    def rows_of(pattern: int, b: int) -> Iterable[list[int]]:
        blocks = problem.patterns[pattern].blocks
        periods = blocks[b].periods if b < len(blocks) else range(0)
        for place in range(width):
            yield sorted(r for t in periods for r in at.get((place, t), ()))

    lists = [rows for i in range(len(problem.patterns)) for b in range(widest) for rows in rows_of(i, b)]
    bounds = np.concatenate([[0], np.cumsum([len(rows) for rows in lists])]).astype(np.int64)
    return bounds, np.array([r for rows in lists for r in rows], np.int64)
