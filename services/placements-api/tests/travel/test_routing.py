"""Journeys by car from a routing service."""

import httpx
import pytest

from placements_api.testing.routes import PlayedRoutes
from placements_api.travel.estimate import NO_WAY
from placements_api.travel.routing import RoutingAway, RoutingService

HOMES = [(50.8148, -0.3728)]
PLACES = [(50.8365, -0.7792), (50.82, -0.35)]


def answering(answer: httpx.Response, asked: list[httpx.URL] | None = None) -> RoutingService:
    def transport(request: httpx.Request) -> httpx.Response:
        if asked is not None:
            asked.append(request.url)
        return answer

    return RoutingService(
        "http://routes.example.org/", lambda: httpx.AsyncClient(transport=httpx.MockTransport(transport))
    )


async def test_whole_minutes_and_no_way() -> None:
    asked: list[httpx.URL] = []
    routing = answering(httpx.Response(200, json={"code": "Ok", "durations": [[1790.2, None]]}), asked)
    assert (await routing.minutes_by_car(HOMES, PLACES)).tolist() == [[30, NO_WAY]]
    [url] = asked
    assert url.path == "/table/v1/driving/-0.372800,50.814800;-0.779200,50.836500;-0.350000,50.820000"
    assert dict(url.params) == {"sources": "0", "destinations": "1;2", "annotations": "duration"}


async def test_many_are_asked_in_parts() -> None:
    routes = PlayedRoutes(minutes=10)
    minutes = await routes.service().minutes_by_car([(52.0, 0.0)] * 120, [(53.0, 0.0)] * 51)
    assert routes.asked == [(50, 50), (50, 1), (50, 50), (50, 1), (20, 50), (20, 1)]
    assert minutes.shape == (120, 51)
    assert (minutes == 10).all()


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(503),
        httpx.Response(302, headers={"Location": "http://elsewhere.example.org"}),
        httpx.Response(200, json={"code": "Ok"}),
        httpx.Response(200, json={"durations": [[1.0]]}),
        httpx.Response(200, json={"durations": [[1.0, -1.0]]}),
        httpx.Response(200, json={"durations": [[1.0, 1e300]]}),
        httpx.Response(200, text="no"),
    ],
)
async def test_a_service_that_fails_is_away_and_gives_no_home_away(answer: httpx.Response) -> None:
    with pytest.raises(RoutingAway) as caught:
        await answering(answer).minutes_by_car(HOMES, PLACES)
    assert "50.8" not in str(caught.value)
    assert caught.value.__suppress_context__
