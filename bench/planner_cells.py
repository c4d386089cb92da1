"""The cells of the planner benchmark: one method on one instance, each run in a process of its own."""

import resource
import sys
import time
from collections import Counter
from typing import Any

import numpy as np
from ortools.sat.python import cp_model

from placements_api.planning.blame import BlameModel
from placements_api.planning.changes import apply_all
from placements_api.planning.compact import CompactProgram
from placements_api.planning.disruption import HostLeaves, disrupt
from placements_api.planning.explain import Explanation, explain
from placements_api.planning.facts import IntArray
from placements_api.planning.highs import INFINITY
from placements_api.planning.model import Model, compile_problem
from placements_api.planning.problem import UNPLACED, Problem
from placements_api.planning.progress import Progress
from placements_api.planning.recheck import count_load, recheck
from placements_api.planning.replan import FEWEST_CHANGES, replan
from placements_api.planning.solve import Options, solve
from placements_api.planning.testing.conflicts import plant_conflict
from placements_api.planning.testing.instances import generate
from placements_api.planning.warm_up import warm_up

_CERTAIN = 60.0
"""Seconds for a check of an answer; not part of the time of the answer."""

Size = tuple[int, ...]
"""Apprentices, blocks, places."""
Trace = list[tuple[float, float | None, float | None]]
"""(seconds, cost of the best plan, bound) whenever one of them got better; None while unknown."""


def outcome(trace: Trace, bound: float, seconds: float, violations: int, cpu: float) -> dict[str, Any]:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "trace": trace,
        "bound": bound,
        "seconds": seconds,
        "violations": violations,
        "peak_mb": peak,
        "cpu_seconds": cpu,
    }


def run_ours(size: Size, seconds: float) -> dict[str, Any]:
    problem = generate(*size).problem
    warm_up()
    trace: Trace = []

    def note(progress: Progress) -> None:
        if not trace or trace[-1][1:] != (progress.best, progress.bound):
            trace.append((progress.seconds, progress.best, progress.bound))

    cpu = time.process_time()
    solution = solve(problem, Options(seconds=seconds), note)
    cpu = time.process_time() - cpu
    violations = 0 if solution.plan is None else len(recheck(problem, solution.plan).violations)
    return outcome(trace, solution.bound, solution.seconds, violations, cpu)


def _judge(problem: Problem, model: Model, table: IntArray) -> int:
    return len(recheck(problem, model.decode(table)).violations)


def _close(trace: Trace, seconds: float, bound: float) -> None:
    """The last word on the bound."""
    trace.append((seconds, trace[-1][1] if trace else None, bound))


def run_highs(size: Size, seconds: float) -> dict[str, Any]:
    """HiGHS with its defaults on the full compact program, two threads."""
    problem = generate(*size).problem
    started, cpu = time.monotonic(), time.process_time()
    model = compile_problem(problem)
    compact = CompactProgram(model)
    solver = compact.program.load(time_limit=seconds, threads=2, mip_rel_gap=0.0)
    trace: Trace = []

    def note(event: Any) -> None:
        found = event.data_out
        trace.append((time.monotonic() - started, found.mip_primal_bound, found.mip_dual_bound))

    solver.cbMipImprovingSolution += note
    solver.run()
    info = solver.getInfo()
    violations = 0
    if trace:
        violations = _judge(problem, model, compact.table(np.array(solver.getSolution().col_value)))
    elapsed = time.monotonic() - started
    _close(trace, elapsed, info.mip_dual_bound)
    return outcome(trace, info.mip_dual_bound, elapsed, violations, time.process_time() - cpu)


def run_cp_sat(size: Size, seconds: float) -> dict[str, Any]:
    """CP-SAT with its defaults on the same program, rule by rule."""
    problem = generate(*size).problem
    started, cpu = time.monotonic(), time.process_time()
    model = compile_problem(problem)
    compact = CompactProgram(model)
    arrays = compact.program.arrays()
    cp = cp_model.CpModel()
    ceiling = int(model.cost.max()) * model.widest
    variables = [cp.new_int_var(0, int(min(upper, ceiling)), "") for upper in arrays.upper]
    bounds = np.searchsorted(arrays.row, np.arange(len(arrays.row_lower) + 1))
    for r, (low, high) in enumerate(zip(arrays.row_lower, arrays.row_upper, strict=True)):
        inside = slice(bounds[r], bounds[r + 1])
        terms = [variables[j] for j in arrays.column[inside]]
        expression = cp_model.LinearExpr.weighted_sum(terms, arrays.value[inside].astype(int).tolist())
        least = int(low) if low > -INFINITY else -(10**9)
        most = int(high) if high < INFINITY else 10**9
        cp.add_linear_constraint(expression, least, most)
    cp.minimize(cp_model.LinearExpr.weighted_sum(variables, arrays.cost.astype(int).tolist()))
    trace: Trace = []

    class Note(cp_model.CpSolverSolutionCallback):
        def on_solution_callback(self) -> None:
            trace.append((time.monotonic() - started, self.objective_value, self.best_objective_bound))

    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(1.0, seconds - (time.monotonic() - started))
    solver.solve(cp, Note())
    violations = 0
    if trace:
        violations = _judge(problem, model, compact.table(np.array([solver.value(v) for v in variables], float)))
    elapsed = time.monotonic() - started
    _close(trace, elapsed, solver.best_objective_bound)
    return outcome(trace, solver.best_objective_bound, elapsed, violations, time.process_time() - cpu)


def run_greedy(size: Size, _seconds: float) -> dict[str, Any]:
    """First come, first served: the cheapest place with room that repeats no kind, wanted kinds first."""
    problem = generate(*size).problem
    started, cpu = time.monotonic(), time.process_time()
    model = compile_problem(problem)
    load: Counter[tuple[int, int]] = Counter()
    plan = [[UNPLACED] * len(problem.blocks_of(a)) for a in range(len(problem.apprentices))]
    kinds: list[set[int]] = [set() for _ in plan]
    for b in range(model.widest):
        for a, row in enumerate(plan):
            pattern = problem.patterns[problem.apprentices[a].pattern]
            options = []
            for j in range(int(model.first[a, b]), int(model.first[a, b + 1])):
                p = int(model.place[j])
                if p < 0:
                    if row.count(p) < pattern.home_blocks:
                        options.append((2, 0.0, p))
                elif load[p, b] < problem.places[p].most[b] and problem.places[p].kind not in kinds[a]:
                    wanted = problem.places[p].kind in problem.apprentices[a].required_kinds
                    options.append((0 if wanted else 1, float(model.cost[j]), p))
            if options:
                _, _, p = min(options)
                row[b] = p
                if p >= 0:
                    load[p, b] += 1
                    kinds[a].add(problem.places[p].kind)
    assessment = recheck(problem, tuple(tuple(row) for row in plan))
    elapsed = time.monotonic() - started
    trace: Trace = [] if assessment.violations else [(elapsed, assessment.cost, None)]
    return outcome(trace, float("-inf"), elapsed, len(assessment.violations), time.process_time() - cpu)


def run_replan(size: Size, seconds: float) -> dict[str, Any]:
    """The busiest host that can be spared goes from the middle block on."""
    instance = generate(*size)
    warm_up()
    plan = solve(instance.problem, Options(seconds=seconds, gap=1e-3)).plan
    if plan is None:
        raise RuntimeError("no plan to disturb")
    from_period = size[1] // 2
    busy: Counter[int] = Counter()
    for (p, t), n in count_load(instance.problem, plan).items():
        busy[instance.problem.places[p].host] += n * (t >= from_period)
    for host, displaced in busy.most_common(10):
        problem, _ = disrupt(instance.problem, plan, HostLeaves(host, from_period), from_period)
        cpu = time.process_time()
        result = replan(problem, seconds=60, strategies=(FEWEST_CHANGES,))
        cpu = time.process_time() - cpu
        if result.least_changes:
            return {
                "displaced": displaced,
                "seconds": result.seconds,
                "cpu_seconds": cpu,
                "moves": len(result.alternatives[0].moves),
                "least": result.least_changes,
            }
        left_out = [len(alternative.unplaced) for alternative in result.alternatives]
        print(f"host {host}: proven impossible: {result.impossible}; left out {left_out}", file=sys.stderr)
    raise RuntimeError("no host can leave")


def run_explanations(size: Size, seconds: float) -> dict[str, Any]:
    """Planted conflicts of cohorts of a size, from one seed on: `size` is (people, blocks, places, seed, count)."""
    people, blocks, places, first, count = size
    warm_up()
    return {"found": [_explain((people, blocks, places), seed, seconds) for seed in range(first, first + count)]}


def _explain(size: Size, seed: int, seconds: float) -> dict[str, Any]:
    people, blocks, places = size
    planted = plant_conflict(people, blocks, places, seed)
    cpu = time.process_time()
    found = explain(planted.problem, seconds)
    cpu = time.process_time() - cpu
    return {"seed": seed, "true": _is_true(planted.problem, found), "seconds": found.seconds, "cpu_seconds": cpu}


def _is_true(problem: Problem, found: Explanation) -> bool:
    """The rules named cannot hold together, any of them left out the others can, and a remedy leads to a plan."""
    conflict = found.conflict
    if conflict is None or not conflict.minimal:
        return False
    model = BlameModel(problem, conflict.crowd)
    if model.find_conflict(conflict.culprits, _CERTAIN) is None:
        return False
    for culprit in conflict.culprits:
        if model.find_conflict([c for c in conflict.culprits if c != culprit], _CERTAIN) is not None:
            return False
    for remedy in found.remedies:
        mended = apply_all(problem, remedy.changes)
        plan = solve(mended, Options(seconds=_CERTAIN, gap=1.0)).plan
        if plan is not None and recheck(mended, plan).holds:
            return True
    return False
