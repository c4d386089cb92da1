"""The second line: what the service's own database role sees, with SQL that filters nothing."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from identity_api.desk import Desk
from identity_api.models import metadata
from service_common.auth import Principal, Role
from service_common.db import DataScope, transaction

SignedIn = Callable[[Any], Awaitable[httpx.AsyncClient]]
MakePerson = Callable[..., Awaitable[Any]]
DESK_ONLY = {
    "attempts",
    "credentials",
    "demonstration_sign_ins",
    "outgoing_mail",
    "password_resets",
    "signing_keys",
}


@pytest.fixture
async def people(
    app: FastAPI, desk: Desk, make_person: MakePerson, signed_in: SignedIn, partnership_id: UUID
) -> dict[str, Any]:
    """Two partnerships with a row in every table for each."""
    here = await make_person(Role.TUTOR)
    there = await make_person(in_partnerships={"there": [Role.TUTOR]})
    for person in (here, there):
        browser = await signed_in(person)
        await browser.post("/password-resets", json={"email": person.email})
        await browser.post("/session", json={"email": person.email, "password": "not-the-password"})
    await app.state.key_ring.signing_key(desk)
    async with desk.transaction() as session:
        await session.execute(text("INSERT INTO demonstration_sign_ins SELECT id, 'shown' FROM accounts"))
        await session.execute(text("INSERT INTO outgoing_mail (partnership_id) SELECT id FROM partnerships"))
        await session.execute(
            text(
                "INSERT INTO invitations (partnership_id, email, roles, token_hash, created_at, expires_at)"
                " SELECT id, 'x@y.example', '{tutor}', sha256(id::text::bytea), now(), now() FROM partnerships"
            )
        )
        await session.execute(
            text(
                "INSERT INTO partner_clients (partnership_id, name, scopes) SELECT id, 'Roster', '{}' FROM partnerships"
            )
        )
        await session.execute(
            text(
                "INSERT INTO partner_client_secrets (partnership_id, client_id, secret_hash)"
                " SELECT partnership_id, id, '' FROM partner_clients"
            )
        )
    return {"here": here, "there": there}


async def counts(app: FastAPI, scope: DataScope) -> dict[str, int]:
    async with transaction(app.state.sessions, scope) as session:
        return {
            table: (await session.execute(text(f"SELECT count(*) FROM {table}"))).scalar_one()  # noqa: S608
            for table in sorted(metadata.tables)
        }


async def test_without_a_scope_there_is_nothing(app: FastAPI, people: dict[str, Any], desk: Desk) -> None:
    assert set((await counts(app, DataScope())).values()) == {0}
    async with desk.transaction() as session:
        for table in metadata.tables:
            seen = (await session.execute(text(f"SELECT count(*) FROM {table}"))).scalar_one()  # noqa: S608
            assert seen >= 2, f"{table}: the test has rows of both partnerships"


@pytest.mark.parametrize(
    "scope",
    [
        DataScope(everything=True),
        DataScope.of(Principal("service", "placements-api", None)),
        DataScope(actor="identity:desk "),
        DataScope(actor="person:identity:desk"),
        DataScope(partnership_id=uuid4(), actor=f"person:{uuid4()}"),
    ],
)
async def test_nobody_else_passes_for_the_desk(app: FastAPI, people: dict[str, Any], scope: DataScope) -> None:
    assert set((await counts(app, scope)).values()) == {0}


async def test_a_principal_sees_the_partnership_its_members_and_its_own_sessions(
    app: FastAPI, people: dict[str, Any], partnership_id: UUID
) -> None:
    person = people["here"]
    seen = await counts(app, DataScope(partnership_id=partnership_id, actor=f"person:{person.account_id}"))
    assert {table for table, count in seen.items() if count} == set(metadata.tables) - DESK_ONLY
    assert set(seen.values()) == {0, 1}


async def test_an_account_is_seen_by_colleagues_and_changed_by_its_owner_only(
    app: FastAPI, people: dict[str, Any], partnership_id: UUID
) -> None:
    colleague = DataScope(partnership_id=partnership_id, actor=f"person:{uuid4()}")
    owner = DataScope(actor=f"person:{people['here'].account_id}")
    for scope, changed in [(colleague, 0), (owner, 1)]:
        async with transaction(app.state.sessions, scope) as session:
            assert len((await session.execute(text("SELECT id FROM accounts"))).all()) == 1
            update = text("UPDATE accounts SET display_name = 'Changed' RETURNING id")
            assert len((await session.execute(update)).all()) == changed
            assert (await session.execute(text("DELETE FROM sessions RETURNING id"))).all() == [] or scope is owner


async def test_a_membership_in_another_partnership_cannot_be_written(
    app: FastAPI, people: dict[str, Any], partnership_id: UUID
) -> None:
    insert = text(
        "INSERT INTO memberships (partnership_id, account_id, roles)"
        " VALUES (:partnership_id, :account_id, '{administrator}')"
    )
    theirs = {"partnership_id": uuid4(), "account_id": people["here"].account_id}
    with pytest.raises(DBAPIError, match="row-level security"):
        async with transaction(app.state.sessions, DataScope(partnership_id=partnership_id)) as session:
            await session.execute(insert, theirs)


async def test_the_role_can_neither_read_what_the_filter_leaves_out_nor_turn_it_off(
    app: FastAPI, people: dict[str, Any], partnership_id: UUID
) -> None:
    for statement in ("ALTER TABLE accounts DISABLE ROW LEVEL SECURITY", "SET LOCAL ROLE postgres"):
        with pytest.raises(DBAPIError):
            async with transaction(app.state.sessions, DataScope(partnership_id=partnership_id)) as session:
                await session.execute(text(statement))
