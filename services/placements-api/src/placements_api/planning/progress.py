"""How a solve reports, and how it is told to stop."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum


class Phase(Enum):
    READING = "reading the rules"
    PRICING = "finding prices"
    SETTLING = "making a first plan"
    RELAXING = "proving a bound"
    DIVING = "making a good plan"
    IMPROVING = "improving the plan"
    EXACT = "solving exactly"


@dataclass(frozen=True, slots=True)
class Progress:
    """`best` is the cost of the best plan so far that keeps every hard rule; `bound` is proven."""

    phase: Phase
    seconds: float
    best: int | None
    bound: float | None

    @property
    def gap(self) -> float | None:
        """Share by which the best plan can exceed the optimum; None while one of them is unknown."""
        return relative_gap(self.best, self.bound)


def relative_gap(best: int | None, bound: float | None) -> float | None:
    if best is None or bound is None or bound == float("-inf"):
        return None
    return max(0.0, best - bound) / max(1, abs(best))


@dataclass(slots=True)
class Watch:
    """Time, the wish to stop, and the best so far; asked again and again by the search."""

    seconds: float
    on_progress: Callable[[Progress], None] | None = None
    cancelled: Callable[[], bool] | None = None
    best: int | None = None
    bound: float | None = None
    phase: Phase = Phase.READING
    was_cancelled: bool = False
    now: Callable[[], float] = time.monotonic
    _started: float = field(init=False)

    def __post_init__(self) -> None:
        self._started = self.now()

    @property
    def elapsed(self) -> float:
        return self.now() - self._started

    @property
    def left(self) -> float:
        """Seconds; a solver that is asked for an answer gets a moment in any case."""
        return max(0.05, self.seconds - self.elapsed)

    @property
    def carries_on(self) -> bool:
        if self.cancelled is not None and self.cancelled():
            self.was_cancelled = True
        return not self.was_cancelled and self.elapsed < self.seconds

    @property
    def gap(self) -> float | None:
        return relative_gap(self.best, self.bound)

    def report(self, phase: Phase, best: int | None = None, bound: float | None = None) -> None:
        """Take note of what is better than before, and tell."""
        self.phase = phase
        if best is not None:
            self.best = best if self.best is None else min(self.best, best)
        if bound is not None:
            self.bound = bound if self.bound is None else max(self.bound, bound)
        if self.on_progress is not None:
            self.on_progress(Progress(phase, self.elapsed, self.best, self.bound))
