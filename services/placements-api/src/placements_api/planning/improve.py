"""Better plans by freeing a few people at a time and placing them again.

Most often they negotiate, and may push others aside. When that has failed for a while, a neighbourhood is solved as
well as possible: relaxed by column generation first, which often proves that nothing can be gained there.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from placements_api.planning.choose import Effort, choose
from placements_api.planning.columns import Columns
from placements_api.planning.dual import Prices
from placements_api.planning.facts import BoolArray, IntArray
from placements_api.planning.master import Master
from placements_api.planning.model import FloatArray, Model
from placements_api.planning.negotiate import negotiate
from placements_api.planning.pricing import Pricer
from placements_api.planning.progress import Watch
from placements_api.planning.standing import Standing, stand
from placements_api.planning.task import Task, free_task

_FREED = 45
_NEGOTIATING = 30
_PATIENCE = 12
_COLUMNS_EACH = 12
_CHOICES = 30
_SLACK = 0.05
_REPAIR_SLACK = 0.2
_NODES = 100
_ROUNDS = 8


@dataclass(slots=True)
class Improver:
    """A plan under improvement. `prices` are the best known ones of the whole task."""

    whole: Task
    pricer: Pricer
    columns: Columns
    prices: Prices
    table: IntArray
    unit: float
    seed: int
    watch: Watch
    tried: int = 0
    random: np.random.Generator = field(init=False)
    standing: Standing = field(init=False)
    _reach: BoolArray = field(init=False)
    _alone: FloatArray = field(init=False)
    _failed: int = 0

    def __post_init__(self) -> None:
        self.random = np.random.default_rng(self.seed)
        self.standing = stand(self.whole, self.table)
        self._reach = _reach(self.whole.model)
        self._alone = self.whole.price(self.pricer, self.prices.rows, self.prices.factor).value

    def run(self, carry_on: Callable[[Standing], bool]) -> None:
        """Try neighbourhoods until `carry_on` says no."""
        while carry_on(self.standing):
            self.step()

    def step(self) -> None:
        """Try one neighbourhood."""
        self.tried += 1
        if self._failed < _PATIENCE:
            improved = self.consider(self._negotiated(self._neighbourhood(_NEGOTIATING)))
        else:
            people = self._neighbourhood(_FREED)
            again = self._place_again(people)
            table = self.table.copy()
            if again is not None:
                table[people] = again
            improved = self.consider(table)
        self._failed = 0 if improved or self._failed >= _PATIENCE else self._failed + 1

    def consider(self, table: IntArray) -> bool:
        """Go on from this table if it is no worse; whether it is better."""
        standing = stand(self.whole, table)
        better = standing < self.standing
        if standing <= self.standing:
            self.table, self.standing = table, standing
        return better

    def reprice(self, prices: Prices) -> None:
        """Better prices of the whole task are known."""
        self.prices = prices
        self._alone = self.whole.price(self.pricer, prices.rows, prices.factor).value

    def _negotiated(self, people: IntArray) -> IntArray:
        table = self.table.copy()
        table[people] = -1
        return negotiate(
            self.whole, self.pricer, self.prices, table, unit=self.unit, seed=self.seed + self.tried, watch=self.watch
        )

    def _place_again(self, people: IntArray) -> IntArray | None:
        """Itineraries for these people; None when the relaxation proves that no better ones exist."""
        whole = self.whole
        task = free_task(whole, self.table, people)
        cleared = self.table.copy()
        cleared[people] = -1
        now = self.standing.penalised(whole) - _penalised_rest(whole, cleared, task)
        self.columns.add(people, self.table[people])
        master = Master(task, self.pricer, self.columns)
        own = self.columns.of(people)
        own = own[task.fits(self.columns.path[own])]
        values = self.columns.prices(self.prices.rows, self.prices.factor, own)
        master.take(self.columns.best_of_each(own, values, _COLUMNS_EACH))
        relaxed = master.relax(
            self.prices, -np.inf, gap=0.0, rounds=_ROUNDS, carry_on=lambda objective, bound: bound < now - 1 + 1e-6
        )
        if relaxed.bound > now - 1 + 1e-6:
            return None
        own = self.columns.of(people)
        own = own[task.fits(self.columns.path[own])]
        reduced = master.reduced_costs(relaxed.prices, own)
        hopeful = reduced <= now - relaxed.bound + 1e-6
        among = self.columns.best_of_each(own[hopeful], reduced[hopeful], _CHOICES)
        known = self.columns.find(self.table[people])
        among = np.union1d(among, known)
        slack = _SLACK if self.standing.feasible else _REPAIR_SLACK
        gap = slack * (now - relaxed.bound) / max(now, 1.0)
        return choose(task, self.columns, among, Effort(gap, _NODES, 6.0), start=known)

    def _neighbourhood(self, count: int) -> IntArray:
        """So many people who compete for the same places."""
        left_out = np.flatnonzero((self.table < 0).all(axis=1))
        first = int(self.random.choice(left_out)) if len(left_out) else self._troublemaker()
        nearness = self._reach @ self._reach[first].astype(np.float32)
        nearness = nearness * self.random.uniform(0.5, 1.0, len(nearness))
        nearness[first] = np.inf
        return np.sort(np.argsort(-nearness, kind="stable")[:count])

    def _troublemaker(self) -> int:
        """Somebody near a place that lacks people, or far from what would be best for them."""
        rows, model = self.whole.model.rows, self.whole.model
        loads = model.count_loads(self.table.ravel())
        short = np.flatnonzero((loads < rows.least) | ((loads > 0) & (loads < rows.opens_with)))
        if len(short):
            row = int(self.random.choice(short))
            cells = np.repeat(np.arange(len(model.cell_row_first) - 1), np.diff(model.cell_row_first))
            counted = np.isin(model.cell, cells[model.cell_row == row])
            there = np.flatnonzero(((self.table >= 0) & counted[self.table]).any(axis=1))
            return int(self.random.choice(there if len(there) else model.owner[counted]))
        paid = self.columns_value(self.table)
        order = np.argsort(-(paid - self._alone), kind="stable")
        position = abs(self.random.normal(0.0, 0.12)) * len(order)
        return int(order[min(len(order) - 1, int(position))])

    def columns_value(self, table: IntArray) -> FloatArray:
        """Priced cost of everybody's itinerary."""
        cell_prices = self.whole.model.cell_prices(self.prices.rows)
        rented = np.where(table >= 0, cell_prices[self.whole.model.cell[table]], 0.0).sum(axis=1)
        value: FloatArray = self.prices.factor * self.whole.model.own_cost(table) + rented
        return value


def _penalised_rest(whole: Task, cleared: IntArray, task: Task) -> float:
    """What the plan costs without the freed people, in the same currency as the task's programs."""
    model, rows = whole.model, whole.model.rows
    placed = (cleared >= 0).any(axis=1)
    loads = model.count_loads(cleared.ravel())
    above = rows.points_above * np.maximum(loads - rows.above, 0)
    return float(model.own_cost(cleared[placed]).sum() + above.sum())


def _reach(model: Model) -> BoolArray:
    """(A, P+1) the places that each apprentice may have at all."""
    reach = np.zeros((model.apprentice_count, len(model.problem.places) + 1), bool)
    reach[model.owner, model.place] = True
    reach[:, -1] = False
    return reach
