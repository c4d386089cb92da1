"""Signing in and out."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select, update

from identity_api.attempts.limits import LIMITS
from identity_api.desk import Desk
from identity_api.one_time_tokens import hash_of
from identity_api.sessions.models import SignInSession
from service_common.auth import Role

SignedIn = Callable[[Any], Awaitable[httpx.AsyncClient]]
MakePerson = Callable[..., Awaitable[Any]]
OpenBrowser = Callable[[], httpx.AsyncClient]


async def test_signing_in_answers_who_and_sets_a_cookie_that_scripts_cannot_read(
    browser: httpx.AsyncClient, make_person: MakePerson, partnership_id: UUID
) -> None:
    person = await make_person(Role.COORDINATOR)
    answer = await browser.post("/session", json={"email": person.email.upper(), "password": person.password})
    assert answer.status_code == 201
    body = answer.json()
    assert body["account"] == {
        "id": str(person.account_id),
        "email": person.email,
        "display_name": "Robin Example",
    }
    assert body["membership"] == {
        "id": str(person.membership_id),
        "partnership": {"id": str(partnership_id), "name": "Partnership here"},
        "roles": ["coordinator"],
        "organisation_ids": [],
        "learner_id": None,
    }
    assert body["memberships"] == [body["membership"]]
    assert body["methods"] == ["password"]
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-session=")
    assert set(cookie.split("; ")[1:]) == {"HttpOnly", "Path=/", "SameSite=strict", "Secure"}
    again = await browser.get("/session")
    assert again.json() == body


async def test_only_a_hash_of_the_cookie_is_stored(signed_in: SignedIn, make_person: MakePerson, desk: Desk) -> None:
    person = await make_person(Role.COORDINATOR)
    browser = await signed_in(person)
    token = browser.cookies["__Host-session"]
    assert len(token) >= 43
    async with desk.transaction() as session:
        stored = (await session.execute(select(SignInSession))).scalar_one()
    assert stored.token_hash == hash_of(token)
    assert stored.user_agent == "Firefox on Linux"


@pytest.mark.parametrize("known", [True, False])
async def test_a_wrong_password_and_an_unknown_address_look_the_same(
    browser: httpx.AsyncClient, make_person: MakePerson, app: FastAPI, monkeypatch: pytest.MonkeyPatch, known: bool
) -> None:
    person = await make_person(Role.COORDINATOR)
    verified: list[str] = []
    matches = app.state.password_hashing._matches

    def counted(stored: str, password: str) -> bool:
        verified.append(stored)
        return bool(matches(stored, password))

    monkeypatch.setattr(app.state.password_hashing, "_matches", counted)
    email = person.email if known else "nobody@crossway.example.org"
    answer = await browser.post("/session", json={"email": email, "password": "not-the-password"})
    assert answer.status_code == 401
    problem = answer.json()
    problem.pop("request_id")
    assert problem == {
        "type": "/problems/sign-in-failed",
        "title": "The e-mail address or the password is not right",
        "status": 401,
        "detail": "Check both, or ask for a new password.",
    }
    assert len(verified) == 1, "a hash is computed for nobody, too"
    assert "set-cookie" not in answer.headers


async def test_ten_guesses_at_an_account_are_enough(
    browser: httpx.AsyncClient, make_person: MakePerson, partnership_id: UUID
) -> None:
    person = await make_person(Role.COORDINATOR)
    for _ in range(10):
        wrong = await browser.post("/session", json={"email": person.email, "password": "not-the-password"})
        assert wrong.status_code == 401
    refused = await browser.post("/session", json={"email": person.email, "password": person.password})
    assert refused.status_code == 429
    assert refused.json()["type"] == "/problems/too-many-attempts"
    assert 0 < int(refused.headers["retry-after"]) <= 300
    other = await make_person(Role.TUTOR)
    assert (await browser.post("/session", json={"email": other.email, "password": other.password})).status_code == 201


async def test_guesses_at_nobody_are_counted_the_same(browser: httpx.AsyncClient) -> None:
    guess = {"email": "nobody@crossway.example.org", "password": "not-the-password"}
    statuses = [(await browser.post("/session", json=guess)).status_code for _ in range(11)]
    assert statuses == [401] * 10 + [429]


async def test_successes_are_not_guesses(browser: httpx.AsyncClient, make_person: MakePerson) -> None:
    person = await make_person(Role.COORDINATOR)
    for _ in range(12):
        answer = await browser.post("/session", json={"email": person.email, "password": person.password})
        assert answer.status_code == 201


async def test_one_network_may_guess_at_many_accounts_only_so_often(
    browser: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(LIMITS, "password", replace(LIMITS["password"], of_network=12))

    def guess(number: int) -> dict[str, str]:
        return {"email": f"nobody-{number}@crossway.example.org", "password": "not-the-password"}

    for number in range(12):
        assert (await browser.post("/session", json=guess(number))).status_code == 401
    assert (await browser.post("/session", json=guess(100))).status_code == 429
    elsewhere = await browser.post("/session", json=guess(101), headers={"X-Forwarded-For": "192.0.2.7, 198.51.100.4"})
    assert elsewhere.status_code == 401


async def test_a_cookie_brought_along_does_not_become_a_session(
    browser: httpx.AsyncClient, make_person: MakePerson
) -> None:
    planted = "A" * 43
    browser.cookies.set("__Host-session", planted, domain="crossway.example.org")
    person = await make_person(Role.COORDINATOR)
    answer = await browser.post("/session", json={"email": person.email, "password": person.password})
    given = answer.headers["set-cookie"].split(";")[0].partition("=")[2]
    assert given != planted
    browser.cookies.clear()
    refused = await browser.get("/session", headers={"Cookie": f"__Host-session={planted}"})
    assert refused.status_code == 401


async def test_signing_in_again_ends_the_session_before(
    browser: httpx.AsyncClient, open_browser: OpenBrowser, make_person: MakePerson
) -> None:
    person = await make_person(Role.COORDINATOR)
    await browser.post("/session", json={"email": person.email, "password": person.password})
    before = browser.cookies["__Host-session"]
    await browser.post("/session", json={"email": person.email, "password": person.password})
    refused = await open_browser().get("/session", headers={"Cookie": f"__Host-session={before}"})
    assert refused.status_code == 401


async def test_signing_out_ends_the_session_and_clears_the_browser(
    signed_in: SignedIn, open_browser: OpenBrowser, make_person: MakePerson
) -> None:
    browser = await signed_in(await make_person(Role.COORDINATOR))
    token = browser.cookies["__Host-session"]
    answer = await browser.delete("/session")
    assert answer.status_code == 204
    assert answer.headers["clear-site-data"] == '"cache", "cookies", "storage"'
    assert "__Host-session" not in browser.cookies
    copied = await open_browser().get("/session", headers={"Cookie": f"__Host-session={token}"})
    assert copied.status_code == 401
    assert (await browser.delete("/session")).status_code == 204


@pytest.mark.parametrize(
    ("role", "idle_minutes", "alive"),
    [
        (Role.COORDINATOR, 29, True),
        (Role.COORDINATOR, 31, False),
        (Role.APPRENTICE, 59, True),
        (Role.APPRENTICE, 61, False),
    ],
)
async def test_an_idle_session_ends(
    signed_in: SignedIn, make_person: MakePerson, desk: Desk, role: Role, idle_minutes: int, alive: bool
) -> None:
    person = await make_person(role, learner_id=uuid4() if role is Role.APPRENTICE else None)
    browser = await signed_in(person)
    async with desk.transaction() as session:
        seen = datetime.now(UTC) - timedelta(minutes=idle_minutes)
        await session.execute(update(SignInSession).values(last_seen_at=seen))
    assert (await browser.get("/session")).status_code == (200 if alive else 401)


async def test_no_session_outlives_twelve_hours(signed_in: SignedIn, make_person: MakePerson, desk: Desk) -> None:
    browser = await signed_in(await make_person(Role.COORDINATOR))
    async with desk.transaction() as session:
        opened = datetime.now(UTC) - timedelta(hours=12, seconds=1)
        await session.execute(update(SignInSession).values(created_at=opened))
    assert (await browser.get("/session")).status_code == 401


async def test_choosing_another_membership_changes_the_cookie(
    signed_in: SignedIn, open_browser: OpenBrowser, make_person: MakePerson
) -> None:
    person = await make_person(in_partnerships={"first": [Role.COORDINATOR], "second": [Role.ASSESSOR, Role.TUTOR]})
    browser = await signed_in(person)
    before = browser.cookies["__Host-session"]
    answer = await browser.put("/session/membership", json={"membership_id": str(person.memberships["second"])})
    assert answer.status_code == 200
    assert answer.json()["membership"]["partnership"]["name"] == "Partnership second"
    assert answer.json()["membership"]["roles"] == ["assessor", "tutor"]
    assert browser.cookies["__Host-session"] != before
    stale = await open_browser().get("/session", headers={"Cookie": f"__Host-session={before}"})
    assert stale.status_code == 401
    # The next sign-in begins where this one was.
    next_time = await signed_in(person)
    assert (await next_time.get("/session")).json()["membership"]["id"] == str(person.memberships["second"])


async def test_somebody_elses_membership_cannot_be_chosen(signed_in: SignedIn, make_person: MakePerson) -> None:
    other = await make_person(Role.ADMINISTRATOR)
    browser = await signed_in(await make_person(in_partnerships={"there": [Role.TUTOR]}))
    answer = await browser.put("/session/membership", json={"membership_id": str(other.membership_id)})
    assert answer.status_code == 404


async def test_without_a_membership_one_is_signed_in_as_nobody_in_particular(
    signed_in: SignedIn, make_person: MakePerson
) -> None:
    browser = await signed_in(await make_person(in_partnerships={}))
    body = (await browser.get("/session")).json()
    assert body["membership"] is None
    assert body["memberships"] == []


async def test_without_a_cookie_nobody_is_signed_in(browser: httpx.AsyncClient) -> None:
    assert (await browser.get("/session")).status_code == 401
    choice = {"membership_id": str(uuid4())}
    assert (await browser.put("/session/membership", json=choice)).status_code == 401


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"X-Crossway-Request": "0"},
    ],
)
async def test_other_sites_can_neither_sign_in_nor_out(
    signed_in: SignedIn, make_person: MakePerson, headers: dict[str, str]
) -> None:
    person = await make_person(Role.COORDINATOR)
    browser = await signed_in(person)
    for method, path, body in [
        ("POST", "/session", {"email": person.email, "password": person.password}),
        ("PUT", "/session/membership", {"membership_id": str(person.membership_id)}),
        ("DELETE", "/session", None),
    ]:
        answer = await browser.request(method, path, json=body, headers=headers)
        assert answer.status_code == 403, (method, path)
        assert answer.json()["type"] == "/problems/request-from-elsewhere"
    assert (await browser.get("/session")).status_code == 200
