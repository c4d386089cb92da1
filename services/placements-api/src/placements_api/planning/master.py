"""The linear program over itineraries: column generation with fairness rows added when they are broken.

Large ones are solved by HiGHS's interior point method without crossover, at a loose tolerance: its prices lie
well inside the optimal face and are what the pricing needs. The bound never relies on the program: any prices
prove one (`dual.lower_bound`).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from placements_api.planning.columns import Columns
from placements_api.planning.dual import Prices, legal, lower_bound
from placements_api.planning.facts import IntArray
from placements_api.planning.highs import INFINITY, LinearProgram, run
from placements_api.planning.model import FloatArray
from placements_api.planning.pricing import NO_WAY, Pricer
from placements_api.planning.task import Task

SMOOTHING = (0.0, 0.5, 0.8)
_FAIRNESS_ROWS_A_ROUND = 60
_COLUMNS_A_ROUND = 4
_INTERIOR_FROM = 150


@dataclass(frozen=True, slots=True)
class Relaxed:
    """`duals`: prices at the last solution; `prices`: those of the best bound."""

    duals: Prices
    prices: Prices
    bound: float
    objective: float
    rounds: int


class Master:
    """One linear program that grows by columns and fairness rows."""

    def __init__(self, task: Task, pricer: Pricer, columns: Columns, interior: bool | None = None) -> None:
        self.task, self.pricer, self.columns = task, pricer, columns
        model, rows = task.model, task.rows
        people = len(task.people)
        self._convexity = np.full(model.apprentice_count, -1, np.int64)
        self._convexity[task.people] = np.arange(people)
        used = np.unique(model.rows_of(np.unique(model.cell[self._candidates()]))[1])
        used = used[rows.most[used] > 0]
        self._used = used
        self._load_row = np.full(len(rows), -1, np.int64)
        self._load_row[used] = people + np.arange(len(used))
        program = LinearProgram()
        program.add_rows(np.ones(people), 1.0)
        priced_above = rows.points_above[used] > 0
        most = np.where(priced_above, np.minimum(rows.above[used], rows.most[used]), rows.most[used])
        program.add_rows(np.where(rows.least[used] > 0, rows.least[used], -INFINITY), most)
        program.add_entries(np.arange(people), program.add_columns(np.full(people, task.missing), INFINITY))
        short = np.flatnonzero(rows.least[used] > 0)
        program.add_entries(people + short, program.add_columns(np.full(len(short), task.missing), INFINITY))
        over = np.flatnonzero(priced_above & (rows.most[used] > rows.above[used]))
        room = (rows.most - rows.above)[used][over].astype(np.float64)
        excess = program.add_columns(rows.points_above[used][over], room)
        program.add_entries(people + over, excess, -1.0)
        self._worst = int(program.add_columns(model.fairness, INFINITY, task.floor)[0])
        self._first_column = program.column_count
        self._interior = people >= _INTERIOR_FROM if interior is None else interior
        options = {"solver": "ipm", "run_crossover": "off", "ipm_optimality_tolerance": 1e-4}
        self._solver = program.load(**(options if self._interior else {}))
        self._inside = np.zeros(0, np.int64)
        self._fairness_row = np.full(model.apprentice_count, -1, np.int64)
        self._row_count = program.row_count

    def take(self, positions: IntArray) -> None:
        """Take in columns; those that are in already or that do not fit are left out."""
        fresh = np.setdiff1d(positions, self._inside)
        fresh = fresh[self.task.fits(self.columns.path[fresh])]
        if not len(fresh):
            return
        self._inside = np.concatenate([self._inside, fresh])
        person, cost = self.columns.person[fresh], self.columns.cost[fresh]
        owner, load_row = self.columns.entries(fresh)
        fair = np.flatnonzero(self._fairness_row[person] >= 0)
        position = np.concatenate([np.arange(len(fresh)), owner, fair])
        row = np.concatenate([self._convexity[person], self._load_row[load_row], self._fairness_row[person[fair]]])
        value = np.concatenate([np.ones(len(fresh) + len(owner)), -cost[fair]])
        order = np.lexsort((row, position))
        starts = np.searchsorted(position[order], np.arange(len(fresh)))
        self._solver.addCols(
            len(fresh),
            cost,
            np.zeros(len(fresh)),
            np.full(len(fresh), INFINITY),
            len(order),
            starts.astype(np.int32),
            row[order].astype(np.int32),
            value[order],
        )

    def relax(
        self, start: Prices, bound: float, *, gap: float, rounds: int, carry_on: Callable[[float, float], bool]
    ) -> Relaxed:
        """Generate columns until the program is within `gap` of the bound it proves, or after `rounds`."""
        centre, done = start, 0
        while True:
            answer = run(self._solver)
            done += 1
            broken = answer.values is not None and self._add_fairness_rows(answer.values)
            duals = self._prices(answer.row_duals)
            for share in SMOOTHING:
                at = duals.towards(centre, share)
                priced = self.task.price(self.pricer, at.rows, at.factor)
                proven = lower_bound(self.task, at, priced)
                self.columns.add(*priced.columns())
                if proven > bound:
                    bound, centre = proven, at
            fresh = self._take_promising(duals, answer.row_duals)
            close = answer.objective - bound <= gap * abs(answer.objective)
            finished = not broken and (close or not fresh)
            if finished or done >= rounds or not carry_on(answer.objective, bound):
                return Relaxed(duals, centre, bound, answer.objective, done)

    def shares(self) -> FloatArray:
        """Weight of each column of `Columns` in a basic solution: few of them are fractional."""
        if self._interior:
            self._solver.setOptionValue("run_crossover", "on")
        answer = run(self._solver)
        if self._interior:
            self._solver.setOptionValue("run_crossover", "off")
        shares = np.zeros(len(self.columns))
        if answer.values is not None:
            shares[self._inside] = answer.values[self._first_column :]
        return shares

    def reduced_costs(self, duals: Prices, among: IntArray) -> FloatArray:
        """Of columns, against the cheapest itinerary of each person at these prices."""
        priced = self.task.price(self.pricer, duals.rows, duals.factor)
        least = np.full(self.task.model.apprentice_count, NO_WAY)
        least[self.task.people] = priced.value
        reduced: FloatArray = self.columns.prices(duals.rows, duals.factor, among) - least[self.columns.person[among]]
        return reduced

    def _candidates(self) -> IntArray:
        first = self.task.model.first
        low, high = first[self.task.people, 0], first[self.task.people, -1]
        return np.concatenate([np.arange(a, b) for a, b in zip(low.tolist(), high.tolist(), strict=True)])

    def _take_promising(self, duals: Prices, row_duals: FloatArray) -> int:
        """Take in what has a negative reduced cost, wherever it came from."""
        candidates = np.setdiff1d(self.columns.of(self.task.people), self._inside)
        candidates = candidates[self.task.fits(self.columns.path[candidates])]
        own = row_duals[self._convexity[self.columns.person[candidates]]]
        reduced = self.columns.prices(duals.rows, duals.factor, candidates) - own
        promising = reduced < -1e-4
        chosen = self.columns.best_of_each(candidates[promising], reduced[promising], _COLUMNS_A_ROUND)
        self.take(chosen)
        return len(chosen)

    def _prices(self, row_duals: FloatArray) -> Prices:
        model = self.task.model
        loads = np.zeros(len(model.rows))
        loads[self._used] = -row_duals[self._load_row[self._used]]
        fairness = np.zeros(model.apprentice_count)
        held = np.flatnonzero((self._fairness_row >= 0) & (self._fairness_row < len(row_duals)))
        fairness[held] = row_duals[self._fairness_row[held]]
        return legal(self.task, Prices(loads, fairness))

    def _add_fairness_rows(self, values: FloatArray) -> bool:
        """Rows for the apprentices who are worse off than the program believes."""
        model = self.task.model
        if not model.fairness:
            return False
        person, cost = self.columns.person[self._inside], self.columns.cost[self._inside]
        own = np.bincount(person, cost * values[self._first_column :], model.apprentice_count)
        tolerance = 1e-4 * max(1.0, float(values[self._worst]))
        broken = np.flatnonzero((own > values[self._worst] + tolerance) & (self._fairness_row < 0))
        broken = broken[np.argsort(-own[broken], kind="stable")][:_FAIRNESS_ROWS_A_ROUND]
        for a in broken.tolist():
            members = np.flatnonzero(person == a)
            columns = np.concatenate([[self._worst], self._first_column + members]).astype(np.int32)
            self._fairness_row[a] = self._row_count
            self._row_count += 1
            self._solver.addRow(0.0, INFINITY, len(columns), columns, np.concatenate([[1.0], -cost[members]]))
        return bool(len(broken))


def fitting(task: Task, columns: Columns, prices: Prices, keep: int) -> IntArray:
    """The best columns of each person that fit into the room left."""
    own = columns.of(task.people)
    own = own[task.fits(columns.path[own])]
    return columns.best_of_each(own, columns.prices(prices.rows, prices.factor, own), keep)
