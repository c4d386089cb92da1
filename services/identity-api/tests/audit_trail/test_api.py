"""What was done in a partnership."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID, uuid4

import httpx
from sqlalchemy import text

from identity_api.desk import INSTALLATION, Desk
from service_common.audit import find_broken_entry
from service_common.auth import Principal, Role

SignIn = Callable[[Principal | None], httpx.AsyncClient]
MakePerson = Callable[..., Awaitable[Any]]
MakePrincipal = Callable[..., Principal]


async def test_an_administrator_reads_the_trail_newest_first(
    browser: httpx.AsyncClient, make_person: MakePerson, sign_in: SignIn, principal: MakePrincipal
) -> None:
    person = await make_person(Role.TUTOR)
    await browser.post("/session", json={"email": person.email, "password": "not-the-password"})
    await browser.post("/session", json={"email": person.email, "password": person.password})
    await browser.delete("/session")
    administrator = sign_in(principal(Role.ADMINISTRATOR))
    first = (await administrator.get("/audit-entries", params={"limit": 2})).json()
    second = (await administrator.get("/audit-entries", params={"cursor": first["next_cursor"]})).json()
    entries = first["items"] + second["items"]
    assert [entry["action"] for entry in entries] == [
        "sign-out",
        "sign-in.succeeded",
        "sign-in.failed",
        "membership.created",
        "partnership.created",
    ]
    assert [entry["position"] for entry in entries] == [5, 4, 3, 2, 1]
    assert {entry["actor"] for entry in entries[:3]} == {f"person:{person.account_id}"}
    assert "example.org" not in str(entries), "no personal data"


async def test_only_administrators_of_the_partnership_read_it(
    make_person: MakePerson, sign_in: SignIn, principal: MakePrincipal, partner_client: MakePrincipal
) -> None:
    await make_person(Role.TUTOR)
    stranger = sign_in(principal(Role.ADMINISTRATOR, partnership_id=uuid4()))
    assert (await stranger.get("/audit-entries")).json()["items"] == []
    for other in [*(principal(role) for role in set(Role) - {Role.ADMINISTRATOR}), partner_client("identity:read")]:
        assert (await sign_in(other).get("/audit-entries")).status_code == 403


async def test_failures_of_nobody_are_in_the_chain_of_the_installation(
    browser: httpx.AsyncClient, desk: Desk, partnership_id: UUID
) -> None:
    guess = {"email": "nobody@crossway.example.org", "password": "not-the-password"}
    for _ in range(3):
        await browser.post("/session", json=guess)
    async with desk.transaction(INSTALLATION) as session:
        query = text("SELECT actor, action FROM system.audit_entries ORDER BY position")
        rows = [tuple(row) for row in await session.execute(query)]
        assert rows == [("person:unknown", "sign-in.failed")] * 3
        assert await find_broken_entry(session) is None
    async with desk.transaction(partnership_id) as session:
        assert (await session.execute(query)).all() == []
