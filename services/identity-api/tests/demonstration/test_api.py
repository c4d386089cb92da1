"""The sign-ins that the sign-in page offers in a demonstration."""

from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI

from identity_api.desk import Desk
from identity_api.provisioning.schemas import ProvisionDocument
from identity_api.provisioning.service import provision

DOCUMENT = ProvisionDocument.model_validate(
    {
        "partnerships": [{"key": "a", "name": "Alder"}, {"key": "b", "name": "Birch"}, {"key": "c", "name": "Cedar"}],
        "accounts": [
            {
                "email": "coordinator@crossway.example.org",
                "display_name": "Robin Example",
                "password": "granite-willow-harbour",
                "memberships": [
                    {"partnership": "b", "roles": ["coordinator"]},
                    {"partnership": "a", "roles": ["coordinator"]},
                ],
            },
            {
                "email": "tutor@crossway.example.org",
                "display_name": "Sam Example",
                "password": "granite-willow-harbour",
                "memberships": [{"partnership": "a", "roles": ["tutor"], "label": "Tutor of Alder College"}],
            },
            {"email": "invited@crossway.example.org", "display_name": "No Password", "memberships": []},
        ],
    }
)


@pytest.fixture
def demonstration(app: FastAPI) -> Iterator[None]:
    settings = app.state.settings
    app.state.settings = settings.model_copy(update={"demonstration": True})
    yield
    app.state.settings = settings


async def test_each_programme_offers_its_people(
    app: FastAPI, desk: Desk, anonymous: httpx.AsyncClient, demonstration: None
) -> None:
    await provision(desk, app.state.password_hashing, DOCUMENT, demonstration=True)
    answer = await anonymous.get("/demonstration")
    assert answer.status_code == 200
    robin = {
        "role": "coordinator",
        "display_name": "Robin Example",
        "label": None,
        "email": "coordinator@crossway.example.org",
        "password": "granite-willow-harbour",
    }
    sam = {
        "role": "tutor",
        "display_name": "Sam Example",
        "label": "Tutor of Alder College",
        "email": "tutor@crossway.example.org",
    }
    assert answer.json() == {
        "programmes": [
            {
                "partnership_name": "Alder",
                "accounts": [robin, robin | sam],
            },
            {"partnership_name": "Birch", "accounts": [robin]},
        ]
    }


async def test_elsewhere_there_is_nothing_even_if_there_are_rows(
    app: FastAPI, desk: Desk, anonymous: httpx.AsyncClient
) -> None:
    await provision(desk, app.state.password_hashing, DOCUMENT, demonstration=True)
    assert (await anonymous.get("/demonstration")).status_code == 404
