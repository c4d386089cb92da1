"""Benches that were opened a moment ago, so that live checks while somebody drags take milliseconds.

A check changes nothing, so it may be judged by what was on record some seconds ago; whatever is changed is judged anew
by what is on record then. A bench is for one version of one scenario.
"""

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request

from placements_api.scenarios.bench import Bench
from placements_api.scenarios.models import Scenario

KEPT_SECONDS = 20.0
KEPT_BENCHES = 16


class Shelf:
    """Of one process."""

    def __init__(self) -> None:
        self._benches: OrderedDict[UUID, tuple[float, int, Bench]] = OrderedDict()

    async def bench(self, scenario: Scenario, open_it: Callable[[], Awaitable[Bench]]) -> Bench:
        """The kept one, or a new one. `scenario` was read under the eyes of who asks."""
        opened_at, version, bench = self._benches.get(scenario.id, (float("-inf"), -1, None))
        if bench is None or version != scenario.version or time.monotonic() - opened_at > KEPT_SECONDS:
            bench = await open_it()
            self._benches[scenario.id] = (time.monotonic(), scenario.version, bench)
            self._benches.move_to_end(scenario.id)
            if len(self._benches) > KEPT_BENCHES:
                self._benches.popitem(last=False)
        return bench


def _shelf(request: Request) -> Shelf:
    shelf: Shelf = request.app.state.shelf
    return shelf


ShelfDep = Annotated[Shelf, Depends(_shelf)]
