"""The cells of the planner benchmark: one method on one instance, each run in a process of its own."""

import resource
import time
from collections import Counter
from typing import Any

import numpy as np
from ortools.sat.python import cp_model

from placements_api.planning.changes import apply_all
from placements_api.planning.compact import CompactProgram
from placements_api.planning.disruption import HostLeaves, disrupt
from placements_api.planning.explain import explain
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

Size = tuple[int, int, int]
Trace = list[tuple[float, float]]


def outcome(trace: Trace, bound: float, seconds: float, violations: int, cpu: float) -> dict[str, Any]:
    """`trace`: (seconds, cost) of every better plan."""
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
        if progress.best is not None and (not trace or progress.best < trace[-1][1]):
            trace.append((progress.seconds, float(progress.best)))

    cpu = time.process_time()
    solution = solve(problem, Options(seconds=seconds), note)
    cpu = time.process_time() - cpu
    violations = 0 if solution.plan is None else len(recheck(problem, solution.plan).violations)
    return outcome(trace, solution.bound, solution.seconds, violations, cpu)


def _judge(problem: Problem, model: Model, table: IntArray) -> tuple[int, int]:
    assessment = recheck(problem, model.decode(table))
    return len(assessment.violations), assessment.cost


def run_highs(size: Size, seconds: float) -> dict[str, Any]:
    """HiGHS with its defaults on the full compact program, two threads."""
    problem = generate(*size).problem
    started, cpu = time.monotonic(), time.process_time()
    model = compile_problem(problem)
    compact = CompactProgram(model)
    solver = compact.program.load(time_limit=seconds, threads=2, mip_rel_gap=0.0)
    trace: Trace = []

    def note(event: Any) -> None:
        trace.append((time.monotonic() - started, event.data_out.mip_primal_bound))

    solver.cbMipImprovingSolution += note
    solver.run()
    info = solver.getInfo()
    violations = 0
    if trace:
        violations, _ = _judge(problem, model, compact.table(np.array(solver.getSolution().col_value)))
    elapsed = time.monotonic() - started
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
            trace.append((time.monotonic() - started, self.objective_value))

    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(1.0, seconds - (time.monotonic() - started))
    solver.solve(cp, Note())
    violations = 0
    if trace:
        violations, _ = _judge(problem, model, compact.table(np.array([solver.value(v) for v in variables], float)))
    elapsed = time.monotonic() - started
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
    trace = [] if assessment.violations else [(elapsed, float(assessment.cost))]
    return outcome(trace, float("-inf"), elapsed, len(assessment.violations), time.process_time() - cpu)


def run_replan(size: Size, seconds: float) -> dict[str, Any]:
    """The busiest host whose leaving can be mended goes from the middle block on."""
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
        result = replan(problem, seconds=20, strategies=(FEWEST_CHANGES,))
        if result.alternatives and result.least_changes:
            return {
                "displaced": displaced,
                "seconds": result.seconds,
                "cpu_seconds": time.process_time() - cpu,
                "moves": len(result.alternatives[0].moves),
                "least": result.least_changes,
            }
    raise RuntimeError("no host can leave")


def run_explain(size: Size, seed: int, seconds: float = 40.0) -> dict[str, Any]:
    """A planted conflict: is the one found minimal, and does its first remedy lead to a plan?"""
    planted = plant_conflict(*size, seed)
    cpu = time.process_time()
    found = explain(planted.problem, seconds)
    cpu = time.process_time() - cpu
    true = found.conflict is not None and found.conflict.minimal and found.conflict.people == planted.people
    if true and found.remedies:
        mended = apply_all(planted.problem, found.remedies[0].changes)
        plan = solve(mended, Options(seconds=seconds, gap=1.0)).plan
        true = plan is not None and recheck(mended, plan).holds
    return {"true": true and bool(found.remedies), "seconds": found.seconds, "cpu_seconds": cpu}
