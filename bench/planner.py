"""Rotation planning side by side: our engine, HiGHS and CP-SAT on the full program, a greedy.

    python bench/planner.py [--sizes 10,50,100,300,1000,3000] [--peer-seconds 75] [--explanations 100]

Every cell runs in a process of its own on a generated cohort with a hidden plan (same seed for everybody). The first
table compares the methods, the second mends a plan after a busy host has left, the third explains planted conflicts.
Gaps are proven: against the bound known at that moment. The last line is JSON; what was not measured is null there.
Times are wall-clock; on a busy machine the processor seconds tell more. The whole run takes about 20 minutes.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

import planner_cells as cells

SIZES: dict[int, tuple[cells.Size, float]] = {
    10: ((10, 4, 20), 10),
    50: ((50, 5, 30), 20),
    100: ((100, 6, 50), 20),
    300: ((300, 6, 100), 30),
    1000: ((1000, 8, 200), 60),
    3000: ((3000, 8, 400), 170),
}
PEERS_UP_TO = 1000
"""Beyond, the full program has no plan within any time that a run can wait for."""
GRACE_SECONDS = 120.0
"""For reading the problem and for a solver that looks at its clock late."""
METHODS = {
    "ours": cells.run_ours,
    "HiGHS": cells.run_highs,
    "CP-SAT": cells.run_cp_sat,
    "greedy": cells.run_greedy,
}
MENDED = {300: 5.0, 1000: 20.0}
"""Seconds that mending may take, by size."""
EXPLAINED_SMALL: cells.Size = (40, 5, 30)
EXPLAINED_LARGE = 300
CHUNK = 20

Cell = dict[str, Any]


def run_cell(method: str, size: cells.Size, number: float, seconds: float) -> Cell | None:
    """Run one cell in a fresh process; None, and the reason on the screen, when it fails."""
    command = [sys.executable, __file__, "--cell", method, ",".join(map(str, size)), str(number)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=seconds + GRACE_SECONDS)
        answer: Cell = json.loads(done.stdout.splitlines()[-1])
    except subprocess.TimeoutExpired:
        print(f"{method} {size}: stopped after {seconds + GRACE_SECONDS:.0f} s", flush=True)
        return None
    except subprocess.CalledProcessError as failure:
        print(f"{method} {size}: {failure.stderr.strip().splitlines()[-1:]}", flush=True)
        return None
    return answer


def gap_at(cell: Cell, seconds: float) -> float | None:
    """Proven gap in percent of the best plan after so many seconds."""
    known = [(cost, bound) for at, cost, bound in cell["trace"] if at <= seconds and cost is not None]
    if not known:
        return None
    cost, bound = known[-1]
    if bound is None or abs(bound) == float("inf"):
        return None
    return float(100 * max(0.0, cost - bound) / cost)


def seconds_to(cell: Cell, percent: float, bound: float) -> float | None:
    """When the plan was first within so many percent of this bound."""
    return next((at for at, cost, _ in cell["trace"] if cost and 100 * (cost - bound) / cost <= percent), None)


def first_plan(cell: Cell) -> float | None:
    return next((at for at, cost, _ in cell["trace"] if cost is not None), None)


def shown(value: float | None, digits: int = 2) -> str:
    return "-" if value is None or abs(value) == float("inf") else f"{value:.{digits}f}"


def row(*columns: str) -> None:
    print("| " + " | ".join(columns) + " |", flush=True)


def compare(sizes: Sequence[int], peer_seconds: float) -> dict[tuple[int, str], Cell]:
    names = [
        "people",
        "method",
        "first s",
        "to 1 % s",
        "to 0.1 % s",
        "cost",
        "bound",
        "gap %",
        "broken",
        "s",
        "cpu s",
        "MB",
    ]
    row(*names)
    row(*("---" for _ in names))
    results: dict[tuple[int, str], Cell] = {}
    for people in sizes:
        size, seconds = SIZES[people]
        bound: float | None = None
        for method in METHODS:
            if method in {"HiGHS", "CP-SAT"} and people > PEERS_UP_TO:
                continue
            limit = seconds if method == "ours" else peer_seconds
            cell = run_cell(method, size, limit, limit)
            if cell is None:
                continue
            results[people, method] = cell
            bound = cell["bound"] if method == "ours" else bound
            costs = [cost for _, cost, _ in cell["trace"] if cost is not None]
            row(
                str(people),
                method,
                shown(first_plan(cell)),
                *(shown(None if bound is None else seconds_to(cell, percent, bound)) for percent in (1.0, 0.1)),
                shown(costs[-1] if costs else None, 0),
                shown(cell["bound"], 0),
                shown(gap_at(cell, float("inf")), 3),
                str(cell["violations"]),
                *(shown(cell[key], 1) for key in ("seconds", "cpu_seconds", "peak_mb")),
            )
    return results


def mend(sizes: Sequence[int]) -> dict[int, Cell]:
    print("\nThe busiest host that can be spared leaves in the middle:")
    names = ["people", "placements lost", "changed", "proven least", "s", "cpu s"]
    row(*names)
    row(*("---" for _ in names))
    results: dict[int, Cell] = {}
    for people in (people for people in sizes if people in MENDED):
        size, seconds = SIZES[people]
        cell = run_cell("replan", size, seconds, seconds + 10 * MENDED[people])
        if cell is not None:
            results[people] = cell
            counts = (str(cell[key]) for key in ("displaced", "moves", "least"))
            row(str(people), *counts, shown(cell["seconds"]), shown(cell["cpu_seconds"]))
    return results


def explain(number: int, sizes: Sequence[int]) -> tuple[list[Cell], list[Cell]]:
    """Answers for small cohorts, and for a few large ones."""
    small: list[Cell] = []
    for first in range(0, number, CHUNK):
        count = min(CHUNK, number - first)
        chunk = run_cell("explain", (*EXPLAINED_SMALL, first, count), 40.0, 40.0 * count)
        small += [{"seed": first, "true": False}] * count if chunk is None else chunk["found"]
    large: list[Cell] = []
    if number and EXPLAINED_LARGE in sizes:
        chunk = run_cell("explain", (*SIZES[EXPLAINED_LARGE][0], 0, 3), 40.0, 120.0)
        large = [] if chunk is None else chunk["found"]
    if small:
        wrong = [cell["seed"] for cell in small if not cell["true"]]
        print(f"\nExplained: {len(small)} small cohorts, not true or not minimal: {wrong or 'none'}")
    for cell in large:
        print(f"Explained at {EXPLAINED_LARGE}: {cell}")
    return small, large


def summarise(
    results: dict[tuple[int, str], Cell], mended: dict[int, Cell], small: list[Cell], large: list[Cell], limit: float
) -> dict[str, float | None]:
    def ours(people: int) -> Cell:
        return results.get((people, "ours"), {"trace": [], "bound": None, "peak_mb": None})

    def speedup() -> float | None:
        bound, theirs = ours(300)["bound"], results.get((300, "HiGHS"))
        mine = None if bound is None else seconds_to(ours(300), 0.1, bound)
        if mine is None or theirs is None:
            return None
        return (seconds_to(theirs, 0.1, bound) or limit) / mine

    at_300 = mended.get(300, {"seconds": None, "moves": None, "least": None})
    return {
        "gap_300_10s": gap_at(ours(300), 10),
        "first_1000_s": first_plan(ours(1000)),
        "gap_1000_45s": gap_at(ours(1000), 45),
        "gap_3000_150s": gap_at(ours(3000), 150),
        "speedup_over_highs_300": speedup(),
        "peak_mb_3000": ours(3000)["peak_mb"],
        "replan_300_s": at_300["seconds"],
        "replan_300_moves_over_least": at_300["moves"] / at_300["least"] if at_300["least"] else None,
        "explain_true": sum(cell["true"] for cell in small) / len(small) if small else None,
        "explain_300_s": max((cell["seconds"] for cell in large), default=None),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="a part of the sizes, comma-separated")
    parser.add_argument("--peer-seconds", type=float, default=75.0, help="time limit of the other methods")
    parser.add_argument("--explanations", type=int, default=100, help="how many conflicts to plant; 0 for none")
    parser.add_argument("--cell", nargs=3, metavar=("METHOD", "SIZE", "NUMBER"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.cell:
        method, size, number = options.cell
        run = {**METHODS, "replan": cells.run_replan, "explain": cells.run_explanations}[method]
        print(json.dumps(run(tuple(map(int, size.split(","))), float(number)), default=float))
        return
    sizes = [int(size) for size in options.sizes.split(",")]
    results = compare(sizes, options.peer_seconds)
    mended = mend(sizes)
    small, large = explain(options.explanations, sizes)
    print(json.dumps(summarise(results, mended, small, large, options.peer_seconds)))


if __name__ == "__main__":
    main()
