"""Plan a whole problem: exactly when it is small, by itinerary column generation when it is not."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

import numpy as np

from placements_api.planning.columns import Columns
from placements_api.planning.compact import EXACT_AS_LAST_RESORT, CompactProgram
from placements_api.planning.dive import dive
from placements_api.planning.dual import Prices, no_prices
from placements_api.planning.facts import IntArray
from placements_api.planning.highs import run
from placements_api.planning.improve import Improver
from placements_api.planning.lagrangian import ascend
from placements_api.planning.master import Master, Relaxed, fitting
from placements_api.planning.model import Model, compile_problem
from placements_api.planning.negotiate import negotiate
from placements_api.planning.pricing import Pricer
from placements_api.planning.problem import Plan, Problem
from placements_api.planning.progress import Phase, Progress, Watch, relative_gap
from placements_api.planning.recheck import Assessment, recheck
from placements_api.planning.standing import stand
from placements_api.planning.task import Task, whole_task

_STEPS = (20, 100)
_LAST_STEPS = 160
_RELAX_UP_TO = 1_500
_TARGET = 1.03
_TRIES = 3
_FIRST_UNIT = 2e-3
_UNIT = 4e-4
_LEAST_UNIT = 0.1
_DIVE_UP_TO = 500
_STARTING_COLUMNS = 6
_ROUNDS = 12
DEFAULT_GAP = 2e-4


class Outcome(Enum):
    OPTIMAL = "optimal"
    WITHIN_GAP = "within the gap asked for"
    STOPPED = "best within the limits"
    CANCELLED = "cancelled"
    NO_PLAN = "no plan found"


@dataclass(frozen=True, slots=True)
class Options:
    """`gap`: good enough, as a share; up to the default, small problems are solved to the optimum.
    `tries`: most neighbourhoods of the improvement.

    The same seed gives the same plan as long as the time limit is not what ends the solve.
    """

    seconds: float = 60.0
    gap: float = DEFAULT_GAP
    seed: int = 1
    tries: int = 2_000
    exact_candidates: int = 5_000


@dataclass(frozen=True, slots=True)
class Solution:
    """`plan` is the best plan that keeps every hard rule by the re-check, or None. `bound` is proven."""

    outcome: Outcome
    plan: Plan | None
    assessment: Assessment | None
    bound: float
    seconds: float

    @property
    def cost(self) -> int | None:
        return None if self.assessment is None else self.assessment.cost

    @property
    def gap(self) -> float | None:
        return relative_gap(self.cost, self.bound)


class RecheckDisagrees(RuntimeError):
    """The solver believes in a plan that the independent re-check rejects: a defect, never a plan."""


def solve(
    problem: Problem,
    options: Options = Options(),
    on_progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    now: Callable[[], float] = time.monotonic,
) -> Solution:
    """The cheapest plan within the limits. Raises ItineraryTooFree or TooManyCriteria beyond the engine's limits."""
    watch = Watch(options.seconds, on_progress, cancelled, now=now)
    watch.report(Phase.READING)
    model = compile_problem(problem)
    if any(graph.is_empty for graph in model.graphs):
        return _conclude(problem, model, None, watch, options)
    if len(model.place) <= options.exact_candidates:
        table = _solve_exactly(model, options, watch)
    else:
        table = _Search(model, options, watch).run()
        if table is None and len(model.place) <= EXACT_AS_LAST_RESORT and watch.carries_on:
            table = _solve_exactly(model, options, watch)
    return _conclude(problem, model, table, watch, options)


def _conclude(problem: Problem, model: Model, table: IntArray | None, watch: Watch, options: Options) -> Solution:
    bound = watch.bound if watch.bound is not None else float("-inf")
    plan = assessment = None
    if table is not None:
        plan = model.decode(table)
        assessment = recheck(problem, plan)
        if not assessment.holds:
            raise RecheckDisagrees(str(assessment.violations[:3]))
    gap = relative_gap(None if assessment is None else assessment.cost, bound)
    if gap is not None and gap <= 1e-9:
        outcome = Outcome.OPTIMAL
    elif gap is not None and gap <= options.gap:
        outcome = Outcome.WITHIN_GAP
    elif watch.was_cancelled:
        outcome = Outcome.CANCELLED
    else:
        outcome = Outcome.NO_PLAN if plan is None else Outcome.STOPPED
    return Solution(outcome, plan, assessment, bound, watch.elapsed)


def _solve_exactly(model: Model, options: Options, watch: Watch) -> IntArray | None:
    watch.report(Phase.EXACT)
    if len(model.place) == 0:
        return None  # no place takes anybody: HiGHS has no answer to a program without variables
    compact = CompactProgram(model)
    gap = options.gap if options.gap > DEFAULT_GAP else 0.0
    answer = run(compact.program.load(time_limit=max(1.0, watch.left), mip_rel_gap=gap))
    if answer.values is None:
        return None
    watch.report(Phase.EXACT, best=round(answer.objective), bound=np.ceil(answer.bound - 1e-6))
    return compact.table(answer.values)


class _Search:
    """Column generation from the first prices to the last improvement."""

    def __init__(self, model: Model, options: Options, watch: Watch) -> None:
        self.model, self.options, self.watch = model, options, watch
        self.pricer = Pricer(model)
        self.columns = Columns(model)
        self.whole: Task = whole_task(model, self.pricer)
        self.table = np.full((model.apprentice_count, model.widest), -1, np.int64)

    def run(self) -> IntArray | None:
        """The best feasible table, or None."""
        prices = no_prices(self.model)
        by_program = len(self.table) <= _RELAX_UP_TO
        for steps in _STEPS if by_program else (*_STEPS, _LAST_STEPS):
            ascent = ascend(
                self.whole,
                self.pricer,
                self.columns,
                prices,
                steps=steps,
                carry_on=self._priced,
                target=_TARGET if self.watch.gap is None else 1.0 + self.watch.gap,
            )
            prices = ascent.prices
            self._negotiate(prices, _FIRST_UNIT, tries=1 if self.watch.best is not None else _TRIES)
            if not self._goes_on:
                break
        else:
            if by_program:
                prices = self._relax(prices, ascent.bound)
            self._negotiate(prices, _UNIT, tries=_TRIES)
            self._improve(prices)
        return self.table if stand(self.whole, self.table).feasible else None

    def _negotiate(self, prices: Prices, share: float, tries: int, start: IntArray | None = None) -> None:
        """From where `start` has people, or from nobody placed."""
        unit = self._points(share)
        start = np.full_like(self.table, -1) if start is None else start
        for seed in range(self.options.seed, self.options.seed + tries):
            if seed > self.options.seed and not self._goes_on:
                break
            table = negotiate(self.whole, self.pricer, prices, start, unit=unit, seed=seed, watch=self.watch)
            self._offer(Phase.SETTLING, table)

    def _relax(self, prices: Prices, bound: float) -> Prices:
        master = Master(self.whole, self.pricer, self.columns)
        master.take(fitting(self.whole, self.columns, prices, _STARTING_COLUMNS))
        self.columns.add(np.arange(len(self.table)), self.table)
        master.take(self.columns.find(self.table))
        relaxed = master.relax(prices, bound, gap=1e-4, rounds=_ROUNDS, carry_on=self._relaxed)
        # costs are whole numbers, so the bound may be rounded up
        self.watch.report(Phase.RELAXING, bound=float(np.ceil(relaxed.bound - 1e-6)))
        if len(self.table) <= _DIVE_UP_TO and self.watch.carries_on:
            self._dive(relaxed, master)
        return relaxed.prices

    def _dive(self, relaxed: Relaxed, master: Master) -> None:
        table = dive(
            self.whole,
            self.table,
            self.whole,
            self.pricer,
            self.columns,
            relaxed.duals,
            master.shares(),
            seed=self.options.seed,
            carry_on=lambda: self.watch.carries_on,
        )
        self._offer(Phase.DIVING, table)
        self._negotiate(relaxed.prices, _UNIT, tries=1, start=table)

    def _improve(self, prices: Prices) -> None:
        improver = Improver(
            self.whole,
            self.pricer,
            self.columns,
            prices,
            self.table,
            self._points(_UNIT),
            self.options.seed,
            self.watch,
        )
        while self._goes_on and improver.tried < self.options.tries:
            improver.step()
            self._offer(Phase.IMPROVING, improver.table)

    def _points(self, share: float) -> float:
        """As a share of what one person costs."""
        return max(_LEAST_UNIT, share * (self.watch.bound or 0.0) / len(self.table))

    def _priced(self, bound: float) -> bool:
        self.watch.report(Phase.PRICING, bound=bound)
        return self.watch.carries_on

    def _relaxed(self, _objective: float, bound: float) -> bool:
        self.watch.report(Phase.RELAXING, bound=bound)
        return self.watch.carries_on

    @property
    def _goes_on(self) -> bool:
        gap = self.watch.gap
        good_enough = gap is not None and gap <= self.options.gap
        return not good_enough and self.watch.carries_on

    def _offer(self, phase: Phase, table: IntArray) -> None:
        """Keep the table if it is better, and tell when it is a better plan."""
        standing = stand(self.whole, table)
        if not standing < stand(self.whole, self.table):
            self.watch.report(phase)
            return
        self.table = table.copy()
        self.watch.report(phase, best=standing.points if standing.feasible else None)
