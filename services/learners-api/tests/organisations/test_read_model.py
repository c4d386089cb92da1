"""The read model of organisations follows placements-api."""

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from fastapi import FastAPI

from learners_api.clients.placements import OrganisationSummary, PlacementsClient
from learners_api.organisations.kinds import OrganisationKind, Sector
from learners_api.organisations.read_model import organisations_read_model
from service_common.feeds import FeedFollower
from service_common.problems import Unavailable
from service_common.testing.upstreams import PlayedUpstream

Json = dict[str, Any]
Add = Callable[..., Awaitable[Json]]


@pytest.fixture
def follower(app: FastAPI, placements: PlayedUpstream) -> FeedFollower:
    upstream = placements.upstream("learners")
    return FeedFollower(
        "placements", upstream, app.state.sessions, (organisations_read_model(PlacementsClient(upstream)),)
    )


@pytest.fixture
def employer_name(coordinator: httpx.AsyncClient, enrolment: Json) -> Callable[[], Awaitable[str | None]]:
    """What an enrolment says of its employer now."""

    async def read() -> str | None:
        shown: Json = (await coordinator.get(f"/enrolments/{enrolment['id']}")).json()
        name: str | None = shown["employer_name"]
        return name

    return read


@pytest.fixture
async def enrolment(add_enrolment: Add) -> Json:
    return await add_enrolment()


@pytest.fixture
def employer_id(enrolment: Json) -> UUID:
    return UUID(enrolment["employer_organisation_id"])


async def test_names_change_and_go_with_the_organisation(
    follower: FeedFollower,
    placements: PlayedUpstream,
    partnership_id: UUID,
    employer_id: UUID,
    employer_name: Callable[[], Awaitable[str | None]],
) -> None:
    assert await employer_name() == "Saltmarsh Hospitals"
    placements.present[employer_id]["name"] = "Saltmarsh and Fens Hospitals"
    placements.happen("organisation.updated", employer_id, partnership_id)
    placements.happen("placement.started", uuid4(), partnership_id)
    assert await follower.apply_next() == 2
    assert await employer_name() == "Saltmarsh and Fens Hospitals"
    del placements.present[employer_id]
    placements.happen("organisation.updated", employer_id, partnership_id)
    await follower.apply_next()
    assert await employer_name() is None


async def test_while_placements_is_away_nothing_is_lost(
    follower: FeedFollower,
    placements: PlayedUpstream,
    partnership_id: UUID,
    employer_id: UUID,
    employer_name: Callable[[], Awaitable[str | None]],
) -> None:
    placements.present[employer_id]["name"] = "Fens Hospitals"
    placements.happen("organisation.updated", employer_id, partnership_id)
    placements.away = True
    with pytest.raises(Unavailable):
        await follower.apply_next()
    assert await employer_name() == "Saltmarsh Hospitals"
    placements.away = False
    assert await follower.apply_next() == 1
    assert await employer_name() == "Fens Hospitals"


@pytest.mark.usefixtures("committed")
async def test_it_is_rebuilt_from_nothing(
    follower: FeedFollower,
    placements: PlayedUpstream,
    partnership_id: UUID,
    employer_id: UUID,
    employer_name: Callable[[], Awaitable[str | None]],
) -> None:
    placements.present[employer_id]["name"] = "Fens Hospitals"
    placements.happen("organisation.created", employer_id, partnership_id)
    assert await follower.rebuild() == 1
    assert await employer_name() == "Fens Hospitals"


def test_the_client_asks_for_what_placements_offers() -> None:
    file = Path(__file__).parents[3] / "placements-api" / "openapi.json"
    offered = json.loads(file.read_text(encoding="utf-8"))
    assert "post" in offered["paths"]["/api/placements/v1/organisations/lookup"]
    schemas = offered["components"]["schemas"]
    assert set(OrganisationSummary.model_fields) <= set(schemas["OrganisationSummary"]["required"])
    assert schemas["OrganisationKind"]["enum"] == [*OrganisationKind]
    assert schemas["Sector"]["enum"] == [*Sector]
