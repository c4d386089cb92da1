"""An apprentice's own placements."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from fastapi import FastAPI

from placements_api.apprentices.models import Apprentice
from placements_api.car_journeys.learning import learn_car_journeys
from placements_api.car_journeys.queries import Asked
from placements_api.placements.service import PlannedPlacement, PublishedPlan
from placements_api.testing.routes import PlayedRoutes
from service_common.auth import Principal, Role
from service_common.testing.plugin import SignIn

Json = dict[str, Any]
Create = Callable[..., Awaitable[Json]]


async def test_where_now_where_next_and_how_to_get_there(
    sign_in: SignIn,
    principal: Callable[..., Principal],
    apprentice: Callable[..., Awaitable[Apprentice]],
    setting: Create,
    planned: Callable[..., PlannedPlacement],
    publish: Callable[..., Awaitable[PublishedPlan]],
    move: Create,
) -> None:
    lives = {
        "clearances": [
            {"code": code, "valid_from": "2020-01-01", "expires_on": None}
            for code in ("dbs_enhanced", "occupational_health", "vaccination:hepatitis_b")
        ],
        "home_position": {"latitude": 50.83, "longitude": -0.39},
        "travel_means": ["public_transport"],
    }
    rowan, ward, far = await apprentice(planning=lives), await setting(), await setting(position=None)
    wanted = [planned(rowan, ward, weeks_from_now=-1), planned(rowan, far, weeks_from_now=30, block=1)]
    ids = (await publish(*wanted, planned(await apprentice(), ward))).created
    await move(ids[0], "offer", "accept", "confirm", "induct", "start")
    client = sign_in(principal(Role.APPRENTICE, learner_id=rowan.learner_id))
    now, later = (await client.get("/me/placements")).json()["items"]
    assert (now["id"], now["state"], now["postcode"]) == (str(ids[0]), "started", ward["postcode"])
    assert now["position"] == ward["position"]
    assert {journey["means"] for journey in now["journeys"]} == {"cycling", "public_transport"}
    assert {journey["source"] for journey in now["journeys"]} == {"estimate"}
    minutes = [journey["minutes"] for journey in now["journeys"]]
    assert minutes == sorted(minutes)
    assert (now["feedback_wanted"], later["feedback_wanted"]) == (True, False)
    assert (later["id"], later["position"], later["journeys"]) == (str(ids[1]), None, [])
    await client.put(f"/placements/{ids[0]}/feedback", json={"rating": 5, "sector_now": "health"})
    assert (await client.get("/me/placements")).json()["items"][0]["feedback_wanted"] is False
    await move(ids[1], "withdraw", reason="The setting closes.")
    assert len((await client.get("/me/placements")).json()["items"]) == 1


async def test_a_journey_by_car_is_what_the_routing_service_says_of_it(
    app: FastAPI,
    sign_in: SignIn,
    principal: Callable[..., Principal],
    partnership_id: UUID,
    apprentice: Callable[..., Awaitable[Apprentice]],
    setting: Create,
    planned: Callable[..., PlannedPlacement],
    publish: Callable[..., Awaitable[PublishedPlan]],
) -> None:
    lives = {"home_position": {"latitude": 50.83, "longitude": -0.39}, "travel_means": ["car"]}
    rowan, ward, routes = await apprentice(planning=lives), await setting(), PlayedRoutes(minutes=17)
    await publish(planned(rowan, ward), planned(rowan, await setting(), weeks_from_now=50, block=1))
    client = sign_in(principal(Role.APPRENTICE, learner_id=rowan.learner_id))

    async def by_car() -> list[tuple[str, int]]:
        items = (await client.get("/me/placements")).json()["items"]
        journeys = [journey for item in items for journey in item["journeys"] if journey["means"] == "car"]
        return [(journey["source"], journey["minutes"]) for journey in journeys]

    assert [source for source, _ in await by_car()] == ["estimate", "estimate"]
    await learn_car_journeys(app.state.sessions, routes.service(), partnership_id, Asked())
    assert await by_car() == [("routing_service", 17), ("routing_service", 17)]
    assert routes.asked == [(1, 1)], "asked once for both, by the worker"


async def test_only_for_apprentices(sign_in: SignIn, principal: Callable[..., Principal]) -> None:
    assert (await sign_in(principal(Role.APPRENTICE)).get("/me/placements")).json() == {"items": []}
    assert (await sign_in(principal(Role.COORDINATOR)).get("/me/placements")).status_code == 403
    assert (await sign_in(None).get("/me/placements")).status_code == 401
