"""The engine without a process of its own."""

import asyncio
from typing import Any

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
