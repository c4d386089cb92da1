"""Tokens for programs."""

from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI

from identity_api.desk import Desk
from service_common.auth import Principal
from service_common.tokens import verify_token

OURS = {
    "grant_type": "client_credentials",
    "client_id": "placements-api",
    "client_secret": "a-secret-between-services",
    "audience": "learners",
}


async def test_a_service_gets_a_token_in_a_partnership_or_in_none(
    anonymous: httpx.AsyncClient, app: FastAPI, desk: Desk, partnership_id: UUID
) -> None:
    for form, wanted in [(OURS, None), (OURS | {"partnership_id": str(partnership_id)}, partnership_id)]:
        answer = await anonymous.post("/token", data=form)
        assert answer.status_code == 200
        body = answer.json()
        assert (body["token_type"], body["expires_in"], body["scope"]) == ("Bearer", 600, "")
        assert answer.headers["cache-control"] == "no-store"
        keys = await app.state.key_ring.public_keys(desk)
        claims = verify_token(body["access_token"], keys=keys, audience="learners")
        assert Principal.from_claims(claims) == Principal("service", "placements-api", wanted)


@pytest.mark.parametrize(
    "change",
    [{"client_secret": "wrong"}, {"client_id": "payroll-api"}, {"client_id": "0197b6f0-0000-7000-8000-000000000000"}],
)
async def test_a_wrong_secret_and_an_unknown_client_look_the_same(
    anonymous: httpx.AsyncClient, change: dict[str, str]
) -> None:
    answer = await anonymous.post("/token", data=OURS | change)
    assert answer.status_code == 401
    assert answer.json()["type"] == "/problems/client-not-recognised"
    assert answer.json()["error"] == "invalid_client"


async def test_failures_are_limited_and_a_right_secret_still_works(anonymous: httpx.AsyncClient) -> None:
    wrong = OURS | {"client_secret": "wrong"}
    statuses = [(await anonymous.post("/token", data=wrong)).status_code for _ in range(31)]
    assert statuses == [401] * 30 + [429]
    assert (await anonymous.post("/token", data=OURS)).status_code == 200


@pytest.mark.parametrize("change", [{"audience": "payroll"}, {"grant_type": "password"}, {"partnership_id": "here"}])
async def test_a_form_that_cannot_be_read_is_said_to_be_so(
    anonymous: httpx.AsyncClient, change: dict[str, str]
) -> None:
    assert (await anonymous.post("/token", data=OURS | change)).status_code == 422
