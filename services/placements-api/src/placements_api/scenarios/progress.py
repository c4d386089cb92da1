"""How far a computation is, and what the lists show of a plan."""

from datetime import UTC, datetime

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm.attributes import set_committed_value

from placements_api.scenarios.bench import Bench
from placements_api.scenarios.models import Scenario


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
    for name, value in _standing(bench).items():
        setattr(bench.scenario, name, value)


async def note_what_has_changed(session: AsyncSession, bench: Bench) -> None:
    """The same for somebody who only looks: people and settings change, and with them what is said of a plan that
    nobody touches. It stays the same version, and an edit that is made meanwhile knows better."""
    scenario, standing = bench.scenario, _standing(bench)
    if all(getattr(scenario, name) == value for name, value in standing.items()):
        return
    await session.execute(
        update(Scenario)
        .where(Scenario.id == scenario.id, Scenario.version == scenario.version)
        .values(standing)
        .execution_options(synchronize_session=False)
    )
    for name, value in standing.items():
        set_committed_value(scenario, name, value)


def _standing(bench: Bench) -> dict[str, int | None]:
    return {"cost": bench.cost, "violation_count": len(bench.violations), "unplaced_count": bench.unplaced}
