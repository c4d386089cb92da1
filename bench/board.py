"""`make bench NAME=board`: the planning board of 1,000 people by 52 weeks in a real browser.

The built client is scrolled by the wheel, travelled by keys, and a bar is dragged (`frontend/bench/board.ts`). The API
is the mock of the tests. Beside it stands the same board with every row in the document, as one without windowing has
it.
The last line is one JSON object:

- `nodes`: elements of the whole page without the choices of its closed lists, the worse of the two views.
- `frame_p95_ms`: how long frames take while the wheel turns, 95 of 100 at most, the worse of the two views.
- `key_ms`, `drag_ms`: the slowest answer to an arrow key and to the pointer, to the next frame.
- `naive_..._ratio`: the naive board over ours, people by weeks.

Figures are medians of several rounds. On a machine that others use frames wait for their turn: `task_ms_per_turn` (work
of the page for one turn of the wheel) tells more then.
"""

import json
import statistics
import subprocess
import sys
from collections.abc import Iterable
from typing import Any

from crossway_local import browser, web_client
from crossway_local.checkout import FRONTEND

Row = dict[str, Any]
COLUMNS = (
    "ready_ms",
    "nodes",
    "grid_nodes",
    "frame_p50_ms",
    "frame_p95_ms",
    "frame_max_ms",
    "task_ms_per_turn",
    "key_ms",
    "drag_ms",
)


def main() -> None:
    web_client.build()
    environment = {**web_client.node_environment(), "CROSSWAY_CHROMIUM": str(browser.chromium())}
    rows: list[Row] = []
    with subprocess.Popen(
        ["node", "bench/board.ts"], cwd=FRONTEND, env=environment, stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        for line in running.stdout:
            rows.append(json.loads(line))
            print(".", end="", flush=True)
    print()
    if running.returncode != 0:
        sys.exit(f"The browser's part ended with {running.returncode}.")
    _print_report(list(_medians(rows)))


def _medians(rows: list[Row]) -> Iterable[Row]:
    cases = dict.fromkeys((row["view"], row["naive"], row["slowdown"]) for row in rows)
    for view, naive, slowdown in cases:
        rounds = [row for row in rows if (row["view"], row["naive"], row["slowdown"]) == (view, naive, slowdown)]
        known = {name: [row[name] for row in rounds if name in row] for name in COLUMNS}
        medians = {name: statistics.median(values) if values else None for name, values in known.items()}
        yield {"view": view, "naive": naive, "slowdown": slowdown, **medians}


def _print_report(cases: list[Row]) -> None:
    print(f"{'':28}" + "".join(f"{name.removesuffix('_ms'):>18}" for name in COLUMNS))
    for case in cases:
        words = f"{case['view']}{', naive' if case['naive'] else ''}, processor / {case['slowdown']}"
        figures = ("-" if case[name] is None else f"{case[name]:.1f}" for name in COLUMNS)
        print(f"{words:28}" + "".join(f"{figure:>18}" for figure in figures))
    ours = [case for case in cases if not case["naive"] and case["slowdown"] == 1]
    people = next(case for case in ours if case["view"] == "people")
    naive = next(case for case in cases if case["naive"])
    summary = {
        "nodes": max(case["nodes"] for case in ours),
        "frame_p95_ms": max(case["frame_p95_ms"] for case in ours),
        "key_ms": max(case["key_ms"] for case in ours),
        "drag_ms": people["drag_ms"],
        "ready_ms": people["ready_ms"],
        "naive_nodes_ratio": round(naive["nodes"] / people["nodes"], 1),
        "naive_ready_ratio": round(naive["ready_ms"] / people["ready_ms"], 1),
        "naive_key_ratio": round(naive["key_ms"] / people["key_ms"], 1),
    }
    print(json.dumps(summary))


if __name__ == "__main__":
    main()
