"""The engine without a process of its own, and one that is lost."""

import asyncio
from typing import Any, Never

from placements_api.scenarios.engine import IsCancelled, OnProgress, Task, run_task


class HereAndNow:
    """Tells how far it was only at the end, and takes no notice of who gives up later."""

    async def run(self, task: Task, on_progress: OnProgress, cancelled: IsCancelled) -> Any:
        told: list[Any] = []
        stop = await cancelled()
        answer = await asyncio.to_thread(run_task, task, told.append, lambda: stop)
        for progress in told[-1:]:
            await on_progress(progress)
        return answer


class PowerCut(Exception):
    """The machine is gone."""


class Lost:
    """An engine whose machine is gone in the middle."""

    async def run(self, *_: Any) -> Never:
        raise PowerCut
