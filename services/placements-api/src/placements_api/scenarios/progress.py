"""How far a computation is, and what the lists show of a plan."""

from datetime import UTC, datetime

from placements_api.scenarios.bench import Bench


def progress_document(
    phase: str, limit_seconds: int, seconds: float = 0.0, best: int | None = None, bound: float | None = None
) -> dict[str, object]:
    """As `ProgressRead` takes it, with the time at which it was told."""
    known = bound if bound is not None and bound > float("-inf") else None
    gap = None if best is None or known is None else max(0.0, best - known) / max(1, abs(best))
    return {
        "phase": phase,
        "limit_seconds": limit_seconds,
        "seconds": round(seconds, 1),
        "best": best,
        "bound": known,
        "gap": gap,
        "told_at": datetime.now(UTC).isoformat(),
    }


def note_standing(bench: Bench) -> None:
    """Bring what the lists show of the scenario up to its plan."""
    scenario = bench.scenario
    scenario.cost, scenario.violation_count, scenario.unplaced_count = (
        bench.cost,
        len(bench.violations),
        bench.unplaced,
    )
