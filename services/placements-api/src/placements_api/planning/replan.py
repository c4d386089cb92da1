"""Mend a plan in force with as few changes as possible, and show the alternatives side by side."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from placements_api.planning.choose import Effort, choose
from placements_api.planning.columns import Columns
from placements_api.planning.dual import no_prices
from placements_api.planning.facts import IntArray
from placements_api.planning.improve import Improver
from placements_api.planning.master import Master, Relaxed
from placements_api.planning.model import Model, compile_problem
from placements_api.planning.pricing import Pricer
from placements_api.planning.problem import Plan, Problem, Weights
from placements_api.planning.recheck import Assessment, recheck
from placements_api.planning.standing import stand
from placements_api.planning.task import Task, free_task, whole_task

_SCALE = 100
_ROUNDS = 60
_COLUMNS_EACH = 25
_REPAIRS = 60
_NEAR = 800.0


@dataclass(frozen=True, slots=True)
class Strategy:
    """`points_a_change`: what a changed block may cost before it is left as it is."""

    name: str
    points_a_change: int


FEWEST_CHANGES = Strategy("fewest changes", 2_000)
BALANCED = Strategy("balanced", 300)
STRATEGIES = (FEWEST_CHANGES, BALANCED)


@dataclass(frozen=True, slots=True, order=True)
class Move:
    """One block of one apprentice that changes; places may be HOME."""

    apprentice: int
    block: int
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Alternative:
    """A mended plan. `assessment` is under the problem's own weights."""

    strategy: Strategy
    plan: Plan
    moves: tuple[Move, ...]
    assessment: Assessment

    @property
    def people(self) -> tuple[int, ...]:
        return tuple(sorted({move.apprentice for move in self.moves}))

    def hosts_to_agree(self, problem: Problem) -> tuple[int, ...]:
        """Hosts who get or lose somebody."""
        places = {p for move in self.moves for p in (move.before, move.after) if p >= 0}
        return tuple(sorted({problem.places[p].host for p in places}))


@dataclass(frozen=True, slots=True)
class Replan:
    """`alternatives`: fewest changes first. `least_changes`: proven, no plan changes fewer blocks; None when
    somebody has no itinerary left at all, which `explain` can say more about."""

    alternatives: tuple[Alternative, ...]
    least_changes: int | None
    seconds: float


def replan(
    problem: Problem,
    seconds: float = 20.0,
    seed: int = 1,
    strategies: Sequence[Strategy] = STRATEGIES,
) -> Replan:
    """Mend `problem.plan_in_force`, which may break rules of the problem. No alternatives: none was found."""
    started = time.monotonic()
    plan = problem.plan_in_force
    if plan is None:
        raise ValueError("there is no plan in force to mend")
    ends = started + seconds
    least = _least_changes(problem, plan, ends)
    alternatives: list[Alternative] = []
    if least is not None:
        for strategy in strategies:
            mended = _mend(problem, plan, strategy, ends, seed)
            if mended is not None and all(mended.plan != other.plan for other in alternatives):
                alternatives.append(mended)
    ordered = sorted(alternatives, key=lambda found: (len(found.moves), found.assessment.cost))
    return Replan(tuple(ordered), least, time.monotonic() - started)


def find_moves(before: Plan, after: Plan) -> tuple[Move, ...]:
    """What differs between two plans of the same people."""
    return tuple(
        Move(a, b, old, new)
        for a, (was, now) in enumerate(zip(before, after, strict=True))
        for b, (old, new) in enumerate(zip(was, now, strict=True))
        if old != new
    )


def _least_changes(problem: Problem, plan: Plan, ends: float) -> int | None:
    """A proven lower bound on the number of changed blocks; None when somebody has no itinerary left."""
    only_changes = Weights(0, 0, 0, fairness=0, moved=_SCALE)
    model = compile_problem(replace(problem, weights=only_changes))
    pricer = Pricer(model)
    whole = whole_task(model, pricer)
    if not whole.price(pricer, np.zeros(len(model.rows)), np.ones(model.apprentice_count)).possible.all():
        return None
    _, relaxed, _ = _relax(model, whole, pricer, plan, ends)
    return int(np.ceil(relaxed.bound / _SCALE - 1e-6))


def _relax(model: Model, whole: Task, pricer: Pricer, plan: Plan, ends: float) -> tuple[Master, Relaxed, Columns]:
    columns = Columns(model)
    everybody = np.arange(model.apprentice_count)
    columns.add(everybody, model.encode(plan))
    nothing = no_prices(model)
    columns.add(*whole.price(pricer, nothing.rows, nothing.factor).columns())
    master = Master(whole, pricer, columns, interior=False)
    master.take(np.arange(len(columns)))
    relaxed = master.relax(nothing, -np.inf, gap=1e-6, rounds=_ROUNDS, carry_on=lambda *_: time.monotonic() < ends)
    return master, relaxed, columns


def _mend(problem: Problem, plan: Plan, strategy: Strategy, ends: float, seed: int) -> Alternative | None:
    weights = replace(problem.weights, moved=strategy.points_a_change, fairness=0)
    model = compile_problem(replace(problem, weights=weights))
    pricer = Pricer(model)
    whole = whole_task(model, pricer)
    master, relaxed, columns = _relax(model, whole, pricer, plan, ends)
    table = model.encode(plan)
    table[_out_of_place(model, table)] = -1
    everything = np.arange(len(columns))
    reduced = master.reduced_costs(relaxed.prices, everything)
    near = columns.best_of_each(everything, reduced, _COLUMNS_EACH)
    near = near[reduced[near] <= _NEAR]
    options = np.bincount(columns.person[near], minlength=model.apprentice_count)
    free = np.flatnonzero((options > 1) | (table < 0).all(axis=1))
    task = free_task(whole, table, free)
    near = near[np.isin(columns.person[near], free)]
    near = near[task.fits(columns.path[near])]
    chosen = choose(task, columns, near, Effort(1e-5, 500, max(1.0, ends - time.monotonic())))
    if chosen is not None:
        table[free] = chosen
    improver = Improver(whole, pricer, columns, relaxed.prices, table, seed)
    improver.run(lambda now: not now.feasible and time.monotonic() < ends and improver.tried < _REPAIRS)
    return _alternative(problem, plan, strategy, model, whole, improver.table)


def _alternative(
    problem: Problem, plan: Plan, strategy: Strategy, model: Model, whole: Task, table: IntArray
) -> Alternative | None:
    if not stand(whole, table).feasible:
        return None
    mended = model.decode(table)
    assessment = recheck(problem, mended)
    return Alternative(strategy, mended, find_moves(plan, mended), assessment) if assessment.holds else None


def _out_of_place(model: Model, table: IntArray) -> NDArray[np.bool_]:
    """(A,) who cannot stay: some block is not allowed any more, or is where there are too many."""
    inside = np.arange(model.widest) < model.block_count[:, None]
    out: NDArray[np.bool_] = np.logical_or.reduce((table < 0) & inside, axis=1)
    crowded = model.count_loads(table.ravel()) > model.rows.most
    owner, block = np.nonzero(table >= 0)
    position, rows = model.rows_of(model.cell[table[owner, block]])
    out[owner[position[crowded[rows]]]] = True
    return out
