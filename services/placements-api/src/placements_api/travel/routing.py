"""Journeys as a routing service knows them, where one is set; as estimated where none is, or where it is away.

Any service with the table interface of OSRM will do: it is asked for minutes by car. Public transport stays an
estimate, because that interface knows no timetables.
Source: OSRM HTTP API, "Table service".
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

import httpx
import numpy as np
import structlog
from pydantic import BaseModel, ValidationError

from placements_api.travel.estimate import (
    NO_WAY,
    Minutes,
    Point,
    TravelMeans,
    by_car,
    quickest,
    road_km,
)

_ASKED_AT_ONCE = 50
"""Of each side: OSRM answers for at most 100 positions together unless it is set up for more."""
_ANSWER_SECONDS = 20.0

_log = structlog.get_logger()


class TravelSource(StrEnum):
    ESTIMATE = "estimate"
    ROUTING_SERVICE = "routing_service"


@dataclass(frozen=True, slots=True)
class Travel:
    """Minutes, one row a person and one column a setting, and where journeys by car were learnt from."""

    minutes: Minutes
    source: TravelSource


class _Table(BaseModel):
    durations: list[list[float | None]]


async def travel_minutes(
    http: httpx.AsyncClient,
    routing_url: str,
    people: Sequence[Point | None],
    settings: Sequence[Point | None],
    means: Sequence[Collection[str]],
) -> Travel:
    """As `estimate`, but journeys by car as the service at `routing_url` answers; the empty text means there is none.

    A service that is away or answers something else never stops a plan: then all is estimated, and `source` says so.
    """
    road = road_km(people, settings)
    has_car = np.array([TravelMeans.CAR in own for own in means], dtype=bool)
    car, source = by_car(road), TravelSource.ESTIMATE
    if routing_url and has_car.any():
        try:
            car, source = await _asked(http, routing_url, people, settings, has_car), TravelSource.ROUTING_SERVICE
        except (httpx.HTTPError, httpx.InvalidURL, ValidationError, ValueError) as error:
            _log.warning("routing service not used", error=type(error).__name__)
    return Travel(quickest(road, car, has_car, means), source)


async def _asked(
    http: httpx.AsyncClient,
    routing_url: str,
    people: Sequence[Point | None],
    settings: Sequence[Point | None],
    has_car: np.ndarray[tuple[int, ...], np.dtype[np.bool_]],
) -> Minutes:
    car = np.full((len(people), len(settings)), NO_WAY, dtype=np.int64)
    rows = [(n, point) for n, point in enumerate(people) if point is not None and has_car[n]]
    columns = [(n, point) for n, point in enumerate(settings) if point is not None]
    for first_row in range(0, len(rows), _ASKED_AT_ONCE):
        some_rows = rows[first_row : first_row + _ASKED_AT_ONCE]
        for first_column in range(0, len(columns), _ASKED_AT_ONCE):
            some_columns = columns[first_column : first_column + _ASKED_AT_ONCE]
            seconds = await _table(http, routing_url, [p for _, p in some_rows], [p for _, p in some_columns])
            minutes = np.where(np.isnan(seconds), NO_WAY, np.ceil(seconds / 60)).astype(np.int64)
            car[np.ix_([n for n, _ in some_rows], [n for n, _ in some_columns])] = minutes
    return car


async def _table(
    http: httpx.AsyncClient, routing_url: str, origins: Sequence[Point], destinations: Sequence[Point]
) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Seconds; NaN where there is no way. Raises ValueError when the answer is not of the size asked for."""
    points = ";".join(f"{longitude:.6f},{latitude:.6f}" for latitude, longitude in [*origins, *destinations])
    answer = await http.get(
        f"{routing_url.rstrip('/')}/table/v1/driving/{points}",
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
    seconds = np.array(table.durations, dtype=np.float64)
    return seconds.reshape(len(origins), len(destinations))
