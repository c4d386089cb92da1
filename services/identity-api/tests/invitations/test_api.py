"""Inviting people, and their joining."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import select, text, update

from identity_api.accounts.models import Account
from identity_api.desk import Desk
from identity_api.invitations.models import Invitation
from service_common.auth import Principal, Role

SignIn = Callable[[Principal | None], httpx.AsyncClient]
MakePerson = Callable[..., Awaitable[Any]]
MakePrincipal = Callable[..., Principal]
TokenIn = Callable[[EmailMessage], str]

NEWCOMER = "newcomer@crossway.example.org"
NEW = "velvet-comet-orchard"


@pytest.fixture
async def coordinator(make_person: MakePerson, principal: MakePrincipal, sign_in: SignIn) -> httpx.AsyncClient:
    person = await make_person(Role.COORDINATOR)
    return sign_in(principal(Role.COORDINATOR, subject=str(person.account_id)))


async def invite(client: httpx.AsyncClient, **change: Any) -> httpx.Response:
    return await client.post("/invitations", json={"email": NEWCOMER, "roles": ["tutor"], **change})


async def test_somebody_new_joins_by_the_link(
    coordinator: httpx.AsyncClient,
    browser: httpx.AsyncClient,
    mailbox: Any,
    token_in: TokenIn,
    partnership_id: UUID,
    desk: Desk,
    audited: Callable[[UUID], Awaitable[list[str]]],
) -> None:
    sent = await invite(coordinator, email=NEWCOMER.upper(), roles=["tutor", "assessor", "tutor"])
    assert sent.status_code == 201
    body = sent.json()
    assert (body["email"], body["roles"], body["state"]) == (NEWCOMER, ["assessor", "tutor"], "open")
    (mail,) = await mailbox.collect()
    assert mail["to"] == NEWCOMER
    token = token_in(mail)
    assert body["link"] == f"https://crossway.example.org/invitation#token={token}"
    opened = await browser.post("/invitations/lookup", json={"token": token})
    assert opened.json() == {
        "partnership_name": "Partnership here",
        "email": NEWCOMER,
        "roles": ["assessor", "tutor"],
        "account_exists": False,
    }
    accepted = await browser.post(
        "/invitations/accepted", json={"token": token, "display_name": "Sam Example", "password": NEW}
    )
    assert accepted.status_code == 201
    assert accepted.json()["account"]["email"] == NEWCOMER
    assert accepted.json()["membership"]["partnership"]["id"] == str(partnership_id)
    assert accepted.json()["membership"]["roles"] == ["assessor", "tutor"]
    assert (await browser.get("/session")).status_code == 200
    listed = (await coordinator.get("/invitations")).json()["items"]
    assert [item["state"] for item in listed] == ["accepted"]
    assert "link" not in listed[0]
    for path, more in [("lookup", {}), ("accepted", {"display_name": "Sam Example", "password": NEW})]:
        replayed = await browser.post(f"/invitations/{path}", json={"token": token, **more})
        assert replayed.status_code == 404
    assert (await audited(partnership_id))[-3:] == ["invitation.sent", "invitation.accepted", "sign-in.succeeded"]
    async with desk.transaction(partnership_id) as session:
        query = "SELECT subject::text FROM system.events WHERE type = 'membership.created' ORDER BY id DESC"
        subject = (await session.execute(text(query))).scalars().first()
    assert subject == accepted.json()["membership"]["id"]


async def test_somebody_with_an_account_joins_with_its_password(
    coordinator: httpx.AsyncClient, browser: httpx.AsyncClient, make_person: MakePerson
) -> None:
    person = await make_person(in_partnerships={"there": [Role.MENTOR]})
    token = (await invite(coordinator, email=person.email)).json()["link"].partition("#token=")[2]
    opened = await browser.post("/invitations/lookup", json={"token": token})
    assert opened.json()["account_exists"] is True
    wrong = await browser.post("/invitations/accepted", json={"token": token, "password": NEW})
    assert wrong.status_code == 422
    assert wrong.json()["errors"][0]["pointer"] == "/password"
    right = await browser.post("/invitations/accepted", json={"token": token, "password": person.password})
    assert right.status_code == 201
    assert right.json()["account"]["id"] == str(person.account_id)
    assert len(right.json()["memberships"]) == 2


async def test_who_became_a_member_meanwhile_cannot_join_twice(
    coordinator: httpx.AsyncClient, browser: httpx.AsyncClient, make_person: MakePerson
) -> None:
    person = await make_person(in_partnerships={"there": [Role.MENTOR]})
    token = (await invite(coordinator, email=person.email)).json()["link"].partition("#token=")[2]
    await make_person(Role.MENTOR, email=person.email)
    answer = await browser.post("/invitations/accepted", json={"token": token, "password": person.password})
    assert answer.status_code == 409
    assert answer.json()["type"] == "/problems/already-member"


async def test_guesses_with_a_link_count_as_guesses_at_the_account(
    coordinator: httpx.AsyncClient, browser: httpx.AsyncClient, make_person: MakePerson
) -> None:
    person = await make_person(in_partnerships={"there": [Role.MENTOR]})
    token = (await invite(coordinator, email=person.email)).json()["link"].partition("#token=")[2]
    for _ in range(10):
        await browser.post("/invitations/accepted", json={"token": token, "password": "not-the-password"})
    refused = await browser.post("/session", json={"email": person.email, "password": person.password})
    assert refused.status_code == 429


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"display_name": None}, "/display_name"),
        ({"password": "password1234"}, "/password"),
        ({"password": "short"}, "/password"),
    ],
)
async def test_a_new_account_needs_a_name_and_a_good_password(
    coordinator: httpx.AsyncClient, browser: httpx.AsyncClient, desk: Desk, change: dict[str, Any], pointer: str
) -> None:
    token = (await invite(coordinator)).json()["link"].partition("#token=")[2]
    body = {"token": token, "display_name": "Sam Example", "password": NEW, **change}
    answer = await browser.post("/invitations/accepted", json=body)
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]
    async with desk.transaction() as session:
        made = await session.execute(select(Account).where(Account.email == NEWCOMER))
        assert made.scalar_one_or_none() is None


async def test_inviting_again_makes_the_link_before_void(
    coordinator: httpx.AsyncClient, browser: httpx.AsyncClient
) -> None:
    first = (await invite(coordinator)).json()["link"].partition("#token=")[2]
    second = (await invite(coordinator, roles=["mentor"])).json()["link"].partition("#token=")[2]
    assert (await browser.post("/invitations/lookup", json={"token": first})).status_code == 404
    assert (await browser.post("/invitations/lookup", json={"token": second})).json()["roles"] == ["mentor"]
    assert len((await coordinator.get("/invitations")).json()["items"]) == 1


async def test_a_withdrawn_or_old_invitation_does_not_work(
    coordinator: httpx.AsyncClient, browser: httpx.AsyncClient, desk: Desk
) -> None:
    sent = (await invite(coordinator)).json()
    assert (await coordinator.delete("/invitations/accepted")).status_code == 405
    assert (await coordinator.delete(f"/invitations/{sent['id']}")).status_code == 204
    assert (await coordinator.delete(f"/invitations/{sent['id']}")).status_code == 404
    token = sent["link"].partition("#token=")[2]
    assert (await browser.post("/invitations/lookup", json={"token": token})).status_code == 404
    token = (await invite(coordinator)).json()["link"].partition("#token=")[2]
    async with desk.transaction() as session:
        await session.execute(update(Invitation).values(expires_at=datetime.now(UTC) - timedelta(seconds=1)))
    assert (await browser.post("/invitations/lookup", json={"token": token})).status_code == 404
    assert (await coordinator.get("/invitations")).json()["items"][0]["state"] == "expired"


async def test_only_an_administrator_makes_administrators(
    coordinator: httpx.AsyncClient, sign_in: SignIn, principal: MakePrincipal
) -> None:
    assert (await invite(coordinator, roles=["administrator"])).status_code == 403
    administrator = sign_in(principal(Role.ADMINISTRATOR))
    assert (await invite(administrator, roles=["administrator"])).status_code == 201


async def test_a_member_is_not_invited_again(coordinator: httpx.AsyncClient, make_person: MakePerson) -> None:
    member = await make_person(Role.TUTOR)
    answer = await invite(coordinator, email=member.email)
    assert answer.status_code == 409
    assert answer.json()["type"] == "/problems/already-member"


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"roles": []}, "/roles"),
        ({"roles": ["director"]}, "/roles/0"),
        ({"roles": ["apprentice"]}, "/learner_id"),
        ({"learner_id": str(uuid4())}, "/learner_id"),
        ({"roles": ["employer"]}, "/organisation_ids"),
        ({"email": "not an address"}, "/email"),
    ],
)
async def test_what_would_see_nothing_is_not_sent(
    coordinator: httpx.AsyncClient, change: dict[str, Any], pointer: str
) -> None:
    answer = await invite(coordinator, **change)
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]


async def test_other_partnerships_and_other_roles_have_no_part_in_it(
    coordinator: httpx.AsyncClient, sign_in: SignIn, principal: MakePrincipal
) -> None:
    sent = (await invite(coordinator)).json()
    stranger = sign_in(principal(Role.ADMINISTRATOR, partnership_id=uuid4()))
    assert (await stranger.get("/invitations")).json()["items"] == []
    assert (await stranger.delete(f"/invitations/{sent['id']}")).status_code == 404
    for role in set(Role) - {Role.ADMINISTRATOR, Role.COORDINATOR}:
        other = sign_in(principal(role))
        assert (await other.get("/invitations")).status_code == 403
        assert (await invite(other)).status_code == 403
        assert (await other.delete(f"/invitations/{sent['id']}")).status_code == 403


async def test_links_are_opened_on_our_own_pages_only(browser: httpx.AsyncClient) -> None:
    for path in ("lookup", "accepted"):
        body = {"token": "A" * 43, "password": NEW} if path == "accepted" else {"token": "A" * 43}
        answer = await browser.post(f"/invitations/{path}", json=body, headers={"Sec-Fetch-Site": "cross-site"})
        assert answer.status_code == 403
