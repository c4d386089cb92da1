"""Mend a plan: the search behind `replan`.

The points of a changed block are part of what an itinerary costs, so that pricing, negotiation and the programs
know of them. A first search counts changes only: its bound is the proven least number of them.
"""

from dataclasses import dataclass, replace

import numpy as np

from placements_api.planning.choose import Effort, choose
from placements_api.planning.columns import Columns
from placements_api.planning.compact import EXACT_AS_LAST_RESORT, CompactProgram
from placements_api.planning.crowd import find_crowd
from placements_api.planning.dual import no_prices
from placements_api.planning.facts import BoolArray, IntArray
from placements_api.planning.highs import run
from placements_api.planning.lagrangian import ascend
from placements_api.planning.master import Master, fitting
from placements_api.planning.model import Model, compile_problem
from placements_api.planning.negotiate import negotiate
from placements_api.planning.pricing import Pricer
from placements_api.planning.problem import Plan, Problem
from placements_api.planning.progress import Watch
from placements_api.planning.standing import Standing, stand
from placements_api.planning.task import Task, free_task, whole_task

_POINTS = 100
"""Of a change, when nothing else counts."""
_CHANGES_A_PERSON = 100
"""Rather so many changes for others than one person without a place."""
_STEPS = 120
_FAR = 3.0
_UNITS = (0.03, 0.1, 0.3)
_ROUNDS = 40
_STARTING_COLUMNS = 6
_COLUMNS_EACH = 25
_NEAR = 4
_NODES = 500


@dataclass(frozen=True, slots=True)
class Mended:
    """`table`: candidates, -1 where somebody is left out. `bound`: proven for plans that place everybody."""

    table: IntArray
    standing: Standing
    bound: float


class Mender:
    """One plan in force and the problem as it is now. Fairness is left out: it would move those who are well off."""

    def __init__(self, problem: Problem, plan: Plan, seed: int, watch: Watch) -> None:
        self._seed, self._watch = seed, watch
        self._model = compile_problem(replace(problem, weights=replace(problem.weights, moved=0, fairness=0)))
        self._kept = self._model.encode(plan)
        self._moved = np.ones(len(self._model.place))
        self._moved[self._kept[self._kept >= 0]] = 0.0
        self._stuck: BoolArray = ~Pricer(self._model).price(np.zeros(len(self._model.rows))).possible
        self._start = self._kept.copy()
        self._start[self._out_of_place()] = -1
        for a in self.without_itinerary:
            for b in problem.apprentices[a].pins:
                self._start[a, b] = self._kept[a, b]

    @property
    def without_itinerary(self) -> tuple[int, ...]:
        """Who has no itinerary left, whatever the others do."""
        return tuple(np.flatnonzero(self._stuck).tolist())

    def count_changes(self) -> tuple[Mended, int | None]:
        """As few changes as possible, whatever else they cost; and the proven least number, None when it is proven
        that nobody's changes are enough to place everybody."""
        mended = self._search(replace(self._model, cost=_POINTS * self._moved), _POINTS, ())
        if self._stuck.any():
            return mended, None
        if not mended.standing.feasible:
            exact = self._exactly(mended)
            if exact is None:
                return mended, None
            mended = exact
        return mended, int(np.ceil(mended.bound / _POINTS - 1e-6))

    def mend(self, points_a_change: int, known: IntArray) -> Mended:
        """As cheap as possible when a change costs so many points; `known` is a table to start from."""
        cost = self._model.cost + points_a_change * self._moved
        return self._search(replace(self._model, cost=cost), points_a_change, (known,))

    def plan_of(self, table: IntArray) -> Plan:
        """The plan of a table; who is left out keeps what they had, as far as there is room."""
        model, rows = self._model, self._model.rows
        table = table.copy()
        load = model.count_loads(table.ravel())
        for a, b in zip(*(axis.tolist() for axis in np.nonzero((table < 0) & (self._kept >= 0))), strict=True):
            _, mine = model.rows_of(model.cell[self._kept[a, b : b + 1]])
            there = load[mine] + 1
            if (there <= rows.most[mine]).all() and (there >= rows.opens_with[mine]).all():
                table[a, b] = self._kept[a, b]
                load[mine] = there
        return model.decode(table)

    def _search(self, model: Model, points: int, known: tuple[IntArray, ...]) -> Mended:
        pricer, columns = Pricer(model), Columns(model)
        whole = replace(whole_task(model, pricer), missing=float(_CHANGES_A_PERSON * points))
        if self._stuck.all():
            return Mended(self._start, stand(whole, self._start), float("-inf"))  # nothing is left to choose
        task = free_task(whole, self._start, np.flatnonzero(~self._stuck))
        ascent = ascend(
            task,
            pricer,
            columns,
            no_prices(model),
            steps=_STEPS,
            carry_on=lambda _bound: self._watch.carries_on,
            target=_FAR,
        )
        tables = [
            negotiate(task, pricer, ascent.prices, self._start, unit=unit * points, seed=self._seed, watch=self._watch)
            for unit in _UNITS
        ]
        table = min((*known, *tables), key=lambda table: stand(whole, table))
        columns.add(task.people, table[task.people])
        master = Master(task, pricer, columns, interior=False)
        master.take(fitting(task, columns, ascent.prices, _STARTING_COLUMNS))
        master.take(columns.find(table[task.people]))
        relaxed = master.relax(
            ascent.prices, ascent.bound, gap=1e-6, rounds=_ROUNDS, carry_on=lambda *_: self._watch.carries_on
        )
        own = fitting(task, columns, relaxed.prices, _COLUMNS_EACH)
        near = own[master.reduced_costs(relaxed.prices, own) <= _NEAR * points]
        again = self._choose(whole, columns, near, table, points)
        table = min(table, again, key=lambda table: stand(whole, table))
        return Mended(table, stand(whole, table), relaxed.bound)

    def _choose(self, whole: Task, columns: Columns, near: IntArray, table: IntArray, points: int) -> IntArray:
        """Out of all near columns; people who have no other stay where they are."""
        known = columns.find(table[~self._stuck])
        among = np.union1d(near, known)
        choices = np.bincount(columns.person[among], minlength=len(table))
        free = np.flatnonzero((choices > 1) | (table < 0).all(axis=1) & ~self._stuck)
        task = free_task(whole, table, free)
        among = among[np.isin(columns.person[among], free)]
        among = among[task.fits(columns.path[among])]
        gap = 0.1 * points / max(1.0, stand(whole, table).penalised(whole))
        chosen = choose(task, columns, among, Effort(gap, _NODES, max(1.0, self._watch.left)), start=known)
        again = table.copy()
        if chosen is not None:
            again[free] = chosen
        return again

    def _exactly(self, mended: Mended) -> Mended | None:
        """A plan that places everybody, by whatever takes long; None when it is proven that there is none."""
        if len(self._model.place) > EXACT_AS_LAST_RESORT:
            return mended if find_crowd(self._model) is None else None
        model = replace(self._model, cost=_POINTS * self._moved)
        compact = CompactProgram(model)
        answer = run(compact.program.load(time_limit=max(1.0, self._watch.left)))
        if answer.infeasible:
            return None
        if answer.values is None:
            return mended
        table = compact.table(answer.values)
        return Mended(table, stand(whole_task(model, Pricer(model)), table), max(mended.bound, answer.bound))

    def _out_of_place(self) -> BoolArray:
        """(A,) who cannot stay: some block is not allowed any more, or is where there are too many."""
        model, table = self._model, self._kept
        inside = np.arange(model.widest) < model.block_count[:, None]
        out: BoolArray = np.logical_or.reduce((table < 0) & inside, axis=1)
        crowded = model.count_loads(table.ravel()) > model.rows.most
        owner, block = np.nonzero(table >= 0)
        position, rows = model.rows_of(model.cell[table[owner, block]])
        out[owner[position[crowded[rows]]]] = True
        return out
