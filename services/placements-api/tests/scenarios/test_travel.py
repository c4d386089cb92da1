"""Where a plan's minutes of travel come from."""

from collections.abc import Awaitable, Callable
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI

from placements_api.scenarios.solving import learn_the_ways
from placements_api.testing.boards import board_of, person_of
from placements_api.testing.cohorts import Json, OnRecord
from placements_api.testing.routes import PlayedRoutes

Make = Callable[..., Awaitable[Json]]
AT_HOME = {"latitude": 50.83, "longitude": -0.39}


@pytest.fixture
async def made(on_record: OnRecord, place: Make, scenario: Make) -> Json:
    """A scenario of somebody who drives and of somebody who takes the bus."""
    on_record.ordering = "ordered"
    on_record.blocks = on_record.blocks[:1]
    await place("Ward 7", "acute_ward", "health", 2, position={"latitude": 50.87, "longitude": -0.47})
    on_record.person("Ada", home_position=AT_HOME, travel_limit_minutes=30)
    on_record.person("Bela", home_position=AT_HOME, travel_means=["public_transport"], travel_limit_minutes=90)
    return await scenario()


async def test_without_a_routing_service_they_are_estimated(client: httpx.AsyncClient, made: Json, solve: Make) -> None:
    assert (await solve(made))["state"] == "solved"
    board = await board_of(client, made)
    assert board["travel_sources"] == ["estimate"]
    assert 15 < person_of(board, "Ada")["cells"][0]["travel_minutes"] < 30


@pytest.mark.parametrize(("minutes", "state"), [(12.0, "solved"), (45.0, "no_plan")])
async def test_journeys_by_car_are_those_of_the_routing_service(
    app: FastAPI, client: httpx.AsyncClient, made: Json, solve: Make, partnership_id: UUID, minutes: float, state: str
) -> None:
    routes = PlayedRoutes(minutes)
    await learn_the_ways(app.state.sessions, routes.service(), partnership_id, UUID(made["id"]))
    assert routes.asked == [(1, 1)], "for a car only"
    solved = await solve(made)
    assert solved["state"] == state
    board = await board_of(client, made)
    assert board["travel_sources"] == ["estimate", "routing_service"]
    if state == "solved":
        by_car, by_bus = (person_of(board, name)["cells"][0]["travel_minutes"] for name in ("Ada", "Bela"))
        assert (by_car, by_bus > 30) == (12, True)
    else:
        assert solved["conflict"]["reasons"] == ["Limits of travel in minutes: Ada Marsh 30."]


async def test_a_routing_service_that_is_away_never_stops_a_plan(
    app: FastAPI, client: httpx.AsyncClient, made: Json, solve: Make, partnership_id: UUID
) -> None:
    await learn_the_ways(app.state.sessions, PlayedRoutes(away=True).service(), partnership_id, UUID(made["id"]))
    assert (await solve(made))["state"] == "solved"
    assert (await board_of(client, made))["travel_sources"] == ["estimate"]
