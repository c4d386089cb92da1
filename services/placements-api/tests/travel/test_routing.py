"""Journeys from a routing service."""

import httpx
import pytest

from placements_api.travel.estimate import NO_WAY, estimate
from placements_api.travel.routing import TravelSource, travel_minutes

PEOPLE = [(50.8148, -0.3728), None, (50.8225, -0.1372)]
SETTINGS = [(50.8365, -0.7792), (50.82, -0.35)]
MEANS = [{"car"}, {"car"}, {"public_transport"}]


async def test_without_a_service_all_is_estimated() -> None:
    async with httpx.AsyncClient(transport=httpx.MockTransport(lambda _: httpx.Response(500))) as http:
        travel = await travel_minutes(http, "", PEOPLE, SETTINGS, MEANS)
    assert travel.source is TravelSource.ESTIMATE
    assert (travel.minutes == estimate(PEOPLE, SETTINGS, MEANS)).all()


async def test_a_service_is_asked_for_those_with_a_car() -> None:
    asked: list[httpx.URL] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url)
        return httpx.Response(200, json={"code": "Ok", "durations": [[1790.2, None]]})

    async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
        travel = await travel_minutes(http, "http://routes.example.org/", PEOPLE, SETTINGS, MEANS)
    assert travel.source is TravelSource.ROUTING_SERVICE
    assert travel.minutes[0, 0] == 30
    assert travel.minutes[0, 1] > 0, "within a walk, where the service knows no road"
    assert list(travel.minutes[1]) == [NO_WAY, NO_WAY]
    assert (travel.minutes[2] == estimate(PEOPLE, SETTINGS, MEANS)[2]).all()
    [url] = asked
    assert url.path == "/table/v1/driving/-0.372800,50.814800;-0.779200,50.836500;-0.350000,50.820000"
    assert dict(url.params) == {"sources": "0", "destinations": "1;2", "annotations": "duration"}


async def test_many_are_asked_in_parts() -> None:
    sizes: list[tuple[int, int]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        size = len(request.url.params["sources"].split(";")), len(request.url.params["destinations"].split(";"))
        sizes.append(size)
        return httpx.Response(200, json={"durations": [[600.0] * size[1]] * size[0]})

    async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
        people, settings = [(52.0, 0.0)] * 120, [(53.0, 0.0)] * 51
        travel = await travel_minutes(http, "http://routes.example.org", people, settings, [{"car"}] * 120)
    assert sizes == [(50, 50), (50, 1), (50, 50), (50, 1), (20, 50), (20, 1)]
    assert (travel.minutes == 10).all()


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(503),
        httpx.Response(302, headers={"Location": "http://elsewhere.example.org"}),
        httpx.Response(200, json={"code": "Ok"}),
        httpx.Response(200, json={"durations": [[1.0]]}),
        httpx.Response(200, text="no"),
    ],
)
async def test_a_service_that_fails_never_stops_a_plan(answer: httpx.Response) -> None:
    async with httpx.AsyncClient(transport=httpx.MockTransport(lambda _: answer)) as http:
        travel = await travel_minutes(http, "http://routes.example.org", PEOPLE, SETTINGS, MEANS)
    assert travel.source is TravelSource.ESTIMATE
    assert (travel.minutes == estimate(PEOPLE, SETTINGS, MEANS)).all()
