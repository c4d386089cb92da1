"""Journeys by car as a routing service knows them.

Any service with the table interface of OSRM will do. Public transport stays an estimate, because that interface knows
no timetables. Source: OSRM HTTP API, "Table service".
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import httpx
import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, Field, ValidationError

from placements_api.travel.estimate import NO_WAY, Minutes, Point
from service_common.http_client import make_http_client

ASKED_AT_ONCE = 50
"""Of each side: OSRM answers for at most 100 positions together unless it is set up for more."""
_ANSWER_SECONDS = 20.0


class TravelSource(StrEnum):
    ESTIMATE = "estimate"
    ROUTING_SERVICE = "routing_service"


class RoutingAway(RuntimeError):
    """The routing service does not answer, or not in its words."""


class _Table(BaseModel):
    durations: list[list[Annotated[float, Field(ge=0, le=1_000_000)] | None]]


@dataclass(frozen=True, slots=True)
class RoutingService:
    url: str
    open_http: Callable[[], httpx.AsyncClient] = make_http_client

    async def minutes_by_car(self, homes: Sequence[Point], places: Sequence[Point]) -> Minutes:
        """One row a home and one column a place; `NO_WAY` where there is no road. Raises RoutingAway."""
        minutes = np.full((len(homes), len(places)), NO_WAY, dtype=np.int64)
        try:
            async with self.open_http() as http:
                for row in range(0, len(homes), ASKED_AT_ONCE):
                    for column in range(0, len(places), ASKED_AT_ONCE):
                        part = slice(row, row + ASKED_AT_ONCE), slice(column, column + ASKED_AT_ONCE)
                        seconds = await self._table(http, homes[part[0]], places[part[1]])
                        minutes[part] = np.where(np.isnan(seconds), NO_WAY, np.ceil(seconds / 60))
        except (httpx.HTTPError, httpx.InvalidURL, ValidationError, ValueError) as error:
            raise RoutingAway(type(error).__name__) from None  # its own words hold where somebody lives
        return minutes

    async def _table(
        self, http: httpx.AsyncClient, origins: Sequence[Point], destinations: Sequence[Point]
    ) -> NDArray[np.float64]:
        """Seconds; NaN where there is no way. Raises ValueError when the answer is not of the size asked for."""
        points = ";".join(f"{longitude:.6f},{latitude:.6f}" for latitude, longitude in [*origins, *destinations])
        answer = await http.get(
            f"{self.url.rstrip('/')}/table/v1/driving/{points}",
            params={
                "sources": ";".join(map(str, range(len(origins)))),
                "destinations": ";".join(map(str, range(len(origins), len(origins) + len(destinations)))),
                "annotations": "duration",
            },
            timeout=_ANSWER_SECONDS,
            follow_redirects=False,
        )
        answer.raise_for_status()
        table = _Table.model_validate_json(answer.content)
        return np.array(table.durations, dtype=np.float64).reshape(len(origins), len(destinations))
