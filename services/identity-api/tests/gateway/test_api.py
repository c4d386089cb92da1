"""What the gateway asks for every request of a browser."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select, update

from identity_api.desk import Desk
from identity_api.memberships.models import Membership
from identity_api.sessions.models import SignInSession
from service_common.auth import Principal, Role
from service_common.tokens import TokenInvalid, verify_token

SignedIn = Callable[[Any], Awaitable[httpx.AsyncClient]]
MakePerson = Callable[..., Awaitable[Any]]
ASK = "https://crossway.example.org/internal/forward-auth"


def forwarded(method: str = "GET", uri: str = "/api/learners/v1/cohorts?limit=5") -> dict[str, str]:
    return {"X-Forwarded-Method": method, "X-Forwarded-Uri": uri}


async def claims_of(app: FastAPI, desk: Desk, answer: httpx.Response, audience: str) -> dict[str, Any]:
    scheme, _, token = answer.headers["authorization"].partition(" ")
    assert scheme == "Bearer"
    return verify_token(token, keys=await app.state.key_ring.public_keys(desk), audience=audience)


@pytest.mark.parametrize("audience", ["identity", "learners", "placements", "portfolio"])
async def test_a_signed_in_request_goes_on_with_a_token_for_that_service_alone(
    app: FastAPI, desk: Desk, signed_in: SignedIn, make_person: MakePerson, partnership_id: UUID, audience: str
) -> None:
    organisation_id = uuid4()
    person = await make_person(Role.EMPLOYER, Role.MENTOR, organisation_ids=[organisation_id])
    browser = await signed_in(person)
    answer = await browser.get(ASK, headers=forwarded(uri=f"/api/{audience}/v1/things"))
    assert answer.status_code == 204
    claims = await claims_of(app, desk, answer, audience)
    assert claims["exp"] - claims["iat"] <= 60
    assert Principal.from_claims(claims) == Principal(
        "person",
        str(person.account_id),
        partnership_id,
        roles=frozenset({Role.EMPLOYER, Role.MENTOR}),
        organisation_ids=frozenset({organisation_id}),
    )
    with pytest.raises(TokenInvalid):
        await claims_of(app, desk, answer, "portfolio" if audience != "portfolio" else "learners")


async def test_nobody_is_refused(browser: httpx.AsyncClient) -> None:
    answer = await browser.get(ASK, headers=forwarded())
    assert answer.status_code == 401
    assert answer.json()["type"] == "/problems/unauthenticated"
    assert "authorization" not in answer.headers


async def test_tokens_are_reused_for_a_while_but_not_across_services_sessions_or_powers(
    signed_in: SignedIn, make_person: MakePerson, desk: Desk
) -> None:
    person = await make_person(Role.COORDINATOR)
    browser = await signed_in(person)

    async def token(uri: str = "/api/learners/v1/x") -> str:
        return (await browser.get(ASK, headers=forwarded(uri=uri))).headers["authorization"]

    first = await token()
    assert await token() == first
    assert await token("/api/placements/v1/x") != first
    async with desk.transaction() as session:
        await session.execute(update(Membership).values(roles=["coordinator", "iqa"]))
    assert await token() != first


async def test_an_ended_session_is_refused_on_its_next_request(
    signed_in: SignedIn, open_browser: Callable[[], httpx.AsyncClient], make_person: MakePerson
) -> None:
    browser = await signed_in(await make_person(Role.COORDINATOR))
    token = browser.cookies["__Host-session"]
    thief = open_browser()
    stolen = {"Cookie": f"__Host-session={token}"}
    assert (await thief.get(ASK, headers=forwarded() | stolen)).status_code == 204
    await browser.delete("/session")
    assert (await thief.get(ASK, headers=forwarded() | stolen)).status_code == 401


async def test_being_active_puts_off_the_end_and_is_noted_once_a_minute(
    signed_in: SignedIn, make_person: MakePerson, desk: Desk
) -> None:
    browser = await signed_in(await make_person(Role.COORDINATOR))

    async def last_seen() -> datetime:
        async with desk.transaction() as session:
            return (await session.execute(select(SignInSession.last_seen_at))).scalar_one()

    at_first = await last_seen()
    await browser.get(ASK, headers=forwarded())
    assert await last_seen() == at_first
    async with desk.transaction() as session:
        await session.execute(update(SignInSession).values(last_seen_at=at_first - timedelta(minutes=29)))
    await browser.get(ASK, headers=forwarded())
    assert datetime.now(UTC) - await last_seen() < timedelta(seconds=10)


@pytest.mark.parametrize("uri", ["", "/", "/api/", "/api/payroll/v1/x", "/internal/forward-auth", "/API/learners/v1/x"])
async def test_an_address_of_no_service_gets_no_token(signed_in: SignedIn, make_person: MakePerson, uri: str) -> None:
    browser = await signed_in(await make_person(Role.COORDINATOR))
    assert (await browser.get(ASK, headers=forwarded(uri=uri))).status_code == 404


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Type": "application/json"}, 204),
        ({}, 204),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"X-Crossway-Request": ""}, 403),
        ({"Content-Type": "text/plain"}, 403),
    ],
)
async def test_a_change_is_let_through_from_our_own_pages_only(
    signed_in: SignedIn, make_person: MakePerson, headers: dict[str, str], status: int
) -> None:
    browser = await signed_in(await make_person(Role.COORDINATOR))
    answer = await browser.get(ASK, headers=forwarded("POST") | headers)
    assert answer.status_code == status


async def test_a_request_without_its_method_counts_as_a_change(signed_in: SignedIn, make_person: MakePerson) -> None:
    browser = await signed_in(await make_person(Role.COORDINATOR))
    headers = {"X-Forwarded-Uri": "/api/learners/v1/x", "Sec-Fetch-Site": "cross-site"}
    assert (await browser.get(ASK, headers=headers)).status_code == 403
