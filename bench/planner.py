"""Rotation planning side by side: our engine, HiGHS and CP-SAT on the full program, a greedy.

    python bench/planner.py [--sizes 10,50,100,300] [--peer-seconds 60] [--explanations 100]

Every cell runs in a process of its own on a generated cohort with a hidden plan (same seed for everybody).
The last line is JSON. Times are wall-clock; on a busy machine the processor seconds tell more.
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
    3000: ((3000, 8, 400), 180),
}
PEERS_UP_TO = 1000
METHODS = {
    "ours": cells.run_ours,
    "HiGHS": cells.run_highs,
    "CP-SAT": cells.run_cp_sat,
    "greedy": cells.run_greedy,
}
EXPLAIN_SMALL: cells.Size = (40, 5, 30)


def run_cell(*arguments: str) -> dict[str, Any]:
    """Run one cell in a fresh process; a process that dies gives an empty result."""
    done = subprocess.run([sys.executable, __file__, "--cell", *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stderr[-2000:], file=sys.stderr)
        return {"trace": [], "bound": None, "seconds": None, "violations": None, "peak_mb": None, "cpu_seconds": None}
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def gap_at(cell: dict[str, Any], seconds: float, bound: float | None = None) -> float | None:
    """Proven gap in percent of the best plan known after so many seconds."""
    proven = cell["bound"] if bound is None else bound
    costs = [cost for at, cost in cell["trace"] if at <= seconds]
    return None if not costs or proven is None else 100 * max(0.0, costs[-1] - proven) / costs[-1]


def seconds_to(cell: dict[str, Any], percent: float, bound: float) -> float | None:
    """When the plan was first within so many percent of the bound."""
    return next((at for at, cost in cell["trace"] if 100 * (cost - bound) / cost <= percent), None)


def shown(value: float | None, digits: int = 2) -> str:
    return "-" if value is None else f"{value:.{digits}f}"


def compare(sizes: Sequence[int], peer_seconds: float) -> dict[tuple[int, str], dict[str, Any]]:
    print("| people | method | first s | to 1 % s | to 0.1 % s | cost | bound | gap % | violations | s | cpu s | MB |")
    print("|---|---|---|---|---|---|---|---|---|---|---|---|")
    results: dict[tuple[int, str], dict[str, Any]] = {}
    for people in sizes:
        size, seconds = SIZES[people]
        for method in METHODS:
            if method in {"HiGHS", "CP-SAT"} and people > PEERS_UP_TO:
                continue
            limit = seconds if method == "ours" else peer_seconds
            cell = run_cell(method, ",".join(map(str, size)), str(limit))
            results[people, method] = cell
            bound = results[people, "ours"]["bound"]
            best = cell["trace"][-1][1] if cell["trace"] else None
            first = cell["trace"][0][0] if cell["trace"] else None
            to_one = seconds_to(cell, 1.0, bound) if bound is not None else None
            to_tenth = seconds_to(cell, 0.1, bound) if bound is not None else None
            own_gap = gap_at(cell, 1e9) if method != "greedy" else None
            columns = [
                str(people),
                method,
                *(shown(value) for value in (first, to_one, to_tenth)),
                shown(best, 0),
                shown(cell["bound"], 0),
                shown(own_gap, 3),
                str(cell["violations"]),
                *(shown(cell[key], 1) for key in ("seconds", "cpu_seconds", "peak_mb")),
            ]
            print("| " + " | ".join(columns) + " |", flush=True)
    return results


def summarise(results: dict[tuple[int, str], dict[str, Any]], peer_seconds: float) -> dict[str, float | None]:
    summary: dict[str, float | None] = {}
    if (300, "ours") in results:
        ours, highs = results[300, "ours"], results[300, "HiGHS"]
        summary["gap_300_10s"] = gap_at(ours, 10)
        mine, theirs = seconds_to(ours, 0.1, ours["bound"]), seconds_to(highs, 0.1, ours["bound"])
        summary["speedup_over_highs_300"] = None if mine is None else (theirs or peer_seconds) / mine
    if (1000, "ours") in results:
        ours = results[1000, "ours"]
        summary["first_1000_s"] = ours["trace"][0][0] if ours["trace"] else None
        summary["gap_1000_45s"] = gap_at(ours, 45)
    if (3000, "ours") in results:
        summary["gap_3000_150s"] = gap_at(results[3000, "ours"], 150)
        summary["peak_mb_3000"] = results[3000, "ours"]["peak_mb"]
    return summary


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10,50,100,300,1000,3000")
    parser.add_argument("--peer-seconds", type=float, default=60.0)
    parser.add_argument("--explanations", type=int, default=100)
    parser.add_argument("--cell", nargs=3, metavar=("METHOD", "SIZE", "NUMBER"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.cell:
        method, size, number = options.cell
        people, blocks, places = map(int, size.split(","))
        print(json.dumps(_run(method, (people, blocks, places), float(number)), default=float))
        return
    sizes = [int(size) for size in options.sizes.split(",")]
    summary = summarise(compare(sizes, options.peer_seconds), options.peer_seconds)
    if 300 in sizes:
        mended = run_cell("replan", "300,6,100", "30")
        print(f"re-plan at 300: {mended}")
        summary["replan_300_s"] = mended["seconds"]
        summary["replan_300_moves_over_least"] = mended["moves"] / mended["least"] if "moves" in mended else None
    if options.explanations:
        small = ",".join(map(str, EXPLAIN_SMALL))
        found = [run_cell("explain", small, str(seed)) for seed in range(options.explanations)]
        summary["explain_true"] = sum(bool(cell.get("true")) for cell in found) / len(found)
    if options.explanations and 300 in sizes:
        large = [run_cell("explain", "300,6,100", str(seed)) for seed in range(3)]
        print(f"explanations at 300: {large}")
        times = [cell["seconds"] for cell in large if cell["seconds"] is not None]
        summary["explain_300_s"] = max(times) if times else None
    print(json.dumps(summary))


def _run(method: str, size: cells.Size, number: float) -> dict[str, Any]:
    if method == "replan":
        return cells.run_replan(size, number)
    if method == "explain":
        return cells.run_explain(size, int(number))
    return METHODS[method](size, number)


if __name__ == "__main__":
    main()
