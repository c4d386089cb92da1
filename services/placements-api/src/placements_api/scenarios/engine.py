"""The planning engine in a process of its own: it computes for minutes, and must not hold up the worker.

The process is started when it is first needed, loads the compiled search once, and is used again. One task runs at a
time; the others wait. A process that dies or overruns its time fails its task and is replaced for the next.
"""

import asyncio
import multiprocessing
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from typing import Any, Protocol

from placements_api.planning.explain import Explanation, explain
from placements_api.planning.itinerary_graph import ItineraryTooFree
from placements_api.planning.model import TooManyCriteria
from placements_api.planning.problem import Problem
from placements_api.planning.progress import Progress
from placements_api.planning.replan import Replan, replan
from placements_api.planning.solve import Options, Solution, solve
from placements_api.planning.warm_up import warm_up

_TELL_SECONDS = 0.5
_GRACE_SECONDS = 90.0

OnProgress = Callable[[Progress], Awaitable[None]]
IsCancelled = Callable[[], Awaitable[bool]]


class EngineFailed(RuntimeError):
    """The task could not be done. The message can be shown."""


@dataclass(frozen=True, slots=True)
class Solved:
    """`explanation`: why there is no plan, when there is none and nobody cancelled."""

    solution: Solution
    explanation: Explanation | None


@dataclass(frozen=True, slots=True)
class SolveTask:
    problem: Problem
    seconds: float
    explain_seconds: float = 20.0

    @property
    def limit_seconds(self) -> float:
        return self.seconds + self.explain_seconds

    def run(self, tell: Callable[[Progress], None], cancelled: Callable[[], bool]) -> Solved:
        solution = solve(self.problem, Options(seconds=self.seconds), tell, cancelled)
        if solution.plan is not None or cancelled():
            return Solved(solution, None)
        return Solved(solution, explain(self.problem, self.explain_seconds))


@dataclass(frozen=True, slots=True)
class Mended:
    """`explanation`: why no way was found that places everybody, when there is none."""

    replan: Replan
    explanation: Explanation | None

    @property
    def holds(self) -> bool:
        """The alternatives place everybody and keep every rule."""
        return bool(self.replan.alternatives) and all(each.assessment.holds for each in self.replan.alternatives)


@dataclass(frozen=True, slots=True)
class MendTask:
    """`problem.plan_in_force` is what is to be mended."""

    problem: Problem
    seconds: float
    explain_seconds: float = 20.0

    @property
    def limit_seconds(self) -> float:
        return self.seconds + self.explain_seconds

    def run(self, _tell: Callable[[Progress], None], _cancelled: Callable[[], bool]) -> Mended:
        found = replan(self.problem, self.seconds)
        mended = Mended(found, None)
        return mended if mended.holds else Mended(found, explain(self.problem, self.explain_seconds))


Task = SolveTask | MendTask


class Engine(Protocol):
    """Runs one task at a time. `on_progress` and `cancelled` are awaited about once a second. Raises EngineFailed."""

    async def run(self, task: Task, on_progress: OnProgress, cancelled: IsCancelled) -> Any: ...


@dataclass
class EngineProcess:
    """The engine of a worker; `close` ends its process."""

    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    _process: Any = None
    _pipe: "Connection[Any, Any] | None" = None
    _cancel: Event | None = None

    async def run(self, task: Task, on_progress: OnProgress, cancelled: IsCancelled) -> Any:
        async with self._lock:
            pipe, cancel = self._started()
            cancel.clear()
            try:
                await asyncio.to_thread(pipe.send, task)
                return await self._follow(pipe, cancel, task, on_progress, cancelled)
            except (EOFError, OSError) as error:
                self.close()
                raise EngineFailed("The computation ended unexpectedly. Try again.") from error
            except asyncio.CancelledError:
                self.close()
                raise

    async def _follow(
        self,
        pipe: "Connection[Any, Any]",
        cancel: Event,
        task: Task,
        on_progress: OnProgress,
        cancelled: IsCancelled,
    ) -> Any:
        ends = time.monotonic() + task.limit_seconds + _GRACE_SECONDS
        while True:
            if await asyncio.to_thread(pipe.poll, 1.0):
                what, value = await asyncio.to_thread(pipe.recv)
                if what == "done":
                    return value
                if what == "failed":
                    raise EngineFailed(value)
                await on_progress(value)
            if not cancel.is_set() and await cancelled():
                cancel.set()
            if time.monotonic() > ends:
                self.close()
                raise EngineFailed("The computation did not end in its time. Try again with more time.")

    def _started(self) -> "tuple[Connection[Any, Any], Event]":
        if self._process is None or not self._process.is_alive() or self._pipe is None or self._cancel is None:
            self.close()
            context = multiprocessing.get_context("spawn")
            self._cancel = context.Event()
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs, self._cancel), daemon=True)
            self._process.start()
            theirs.close()
        return self._pipe, self._cancel

    def close(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None and self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._pipe = self._process = None


def _serve(pipe: "Connection[Any, Any]", cancel: Event) -> None:
    """The life of the process: task after task, until the other end is gone."""
    warm_up()
    while True:
        try:
            task = pipe.recv()
        except EOFError:
            return
        pipe.send(_answer(task, pipe, cancel))


def _answer(task: Task, pipe: "Connection[Any, Any]", cancel: Event) -> tuple[str, Any]:
    told_at = 0.0

    def tell(progress: Progress) -> None:
        nonlocal told_at
        if time.monotonic() - told_at >= _TELL_SECONDS:
            told_at = time.monotonic()
            pipe.send(("progress", progress))

    try:
        return "done", run_task(task, tell, cancel.is_set)
    except EngineFailed as error:
        return "failed", str(error)
    except Exception as error:
        return "failed", f"The computation failed ({type(error).__name__}). Try again, or tell us."


def run_task(task: Task, tell: Callable[[Progress], None], cancelled: Callable[[], bool]) -> Any:
    """The task, here and now. Raises EngineFailed for problems beyond the engine's limits."""
    try:
        return task.run(tell, cancelled)
    except ItineraryTooFree as error:
        msg = "The rotation leaves too many ways open: forbid less to come twice, or name more kinds of setting."
        raise EngineFailed(msg) from error
    except TooManyCriteria as error:
        msg = "There are too many different places to evidence what is asked for: leave out what every setting offers."
        raise EngineFailed(msg) from error
