"""Other programs with credentials of their own."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select

from identity_api.desk import Desk
from identity_api.one_time_tokens import hash_of
from identity_api.partner_clients.models import PartnerClientSecret
from identity_api.partnerships.service import found_partnership
from service_common.auth import Principal, Role
from service_common.tokens import verify_token

SignIn = Callable[[Principal | None], httpx.AsyncClient]
MakePrincipal = Callable[..., Principal]


@pytest.fixture
async def administrator(
    desk: Desk, partnership_id: UUID, sign_in: SignIn, principal: MakePrincipal
) -> httpx.AsyncClient:
    async with desk.transaction() as session:
        await found_partnership(session, key="here", name="Partnership here", id_=partnership_id)
    return sign_in(principal(Role.ADMINISTRATOR))


async def add(client: httpx.AsyncClient, name: str = "Roster", key: str | None = None) -> httpx.Response:
    body = {"name": name, "scopes": ["placements:read", "events:read", "placements:read"]}
    return await client.post("/partner-clients", json=body, headers={"Idempotency-Key": key or uuid4().hex})


async def token_of(anonymous: httpx.AsyncClient, client_id: str, secret: str, **more: str) -> httpx.Response:
    form = {"grant_type": "client_credentials", "client_id": client_id, "client_secret": secret}
    return await anonymous.post("/token", data=form | {"audience": "placements"} | more)


async def test_a_client_gets_tokens_with_its_scopes_in_its_partnership(
    administrator: httpx.AsyncClient, anonymous: httpx.AsyncClient, app: FastAPI, desk: Desk, partnership_id: UUID
) -> None:
    added = await add(administrator)
    assert added.status_code == 201
    client = added.json()
    assert client["scopes"] == ["events:read", "placements:read"]
    assert client["secrets"] == []
    made = await administrator.post(f"/partner-clients/{client['id']}/secrets")
    assert made.status_code == 201
    secret = made.json()["secret"]
    async with desk.transaction() as session:
        stored = (await session.execute(select(PartnerClientSecret))).scalar_one()
    assert stored.secret_hash == hash_of(secret)
    answer = await token_of(anonymous, client["id"], secret)
    assert answer.status_code == 200
    assert answer.json()["scope"] == "events:read placements:read"
    keys = await app.state.key_ring.public_keys(desk)
    claims = verify_token(answer.json()["access_token"], keys=keys, audience="placements")
    assert claims["exp"] - claims["iat"] == 600
    assert Principal.from_claims(claims) == Principal(
        "client", client["id"], partnership_id, scopes=frozenset({"events:read", "placements:read"})
    )
    narrowed = await token_of(anonymous, client["id"], secret, scope="events:read")
    assert narrowed.json()["scope"] == "events:read"
    listed = (await administrator.get("/partner-clients")).json()["items"]
    assert listed[0]["secrets"][0]["last_used_at"] is not None
    assert "secret" not in listed[0]["secrets"][0]


async def test_what_was_not_granted_is_refused(administrator: httpx.AsyncClient, anonymous: httpx.AsyncClient) -> None:
    client_id = (await add(administrator)).json()["id"]
    secret = (await administrator.post(f"/partner-clients/{client_id}/secrets")).json()["secret"]
    wider = await token_of(anonymous, client_id, secret, scope="learners:read")
    assert wider.status_code == 400
    assert (wider.json()["type"], wider.json()["error"]) == ("/problems/scope-not-granted", "invalid_scope")
    elsewhere = await token_of(anonymous, client_id, secret, partnership_id=str(uuid4()))
    assert elsewhere.status_code == 401


async def test_secrets_are_changed_over_without_a_gap(
    administrator: httpx.AsyncClient, anonymous: httpx.AsyncClient
) -> None:
    client_id = (await add(administrator)).json()["id"]
    path = f"/partner-clients/{client_id}/secrets"
    old, new = [(await administrator.post(path)).json() for _ in range(2)]
    third = await administrator.post(path)
    assert third.status_code == 409
    assert third.json()["type"] == "/problems/two-secrets-already"
    for secret in (old, new):
        assert (await token_of(anonymous, client_id, secret["secret"])).status_code == 200
    assert (await administrator.delete(f"{path}/{old['id']}")).status_code == 204
    assert (await administrator.delete(f"{path}/{old['id']}")).status_code == 404
    assert (await token_of(anonymous, client_id, old["secret"])).status_code == 401
    assert (await token_of(anonymous, client_id, new["secret"])).status_code == 200
    assert (await administrator.delete(f"/partner-clients/{client_id}")).status_code == 204
    assert (await token_of(anonymous, client_id, new["secret"])).status_code == 401


async def test_tokens_are_limited(administrator: httpx.AsyncClient, anonymous: httpx.AsyncClient) -> None:
    client_id = (await add(administrator)).json()["id"]
    secret = (await administrator.post(f"/partner-clients/{client_id}/secrets")).json()["secret"]
    statuses = [(await token_of(anonymous, client_id, secret)).status_code for _ in range(61)]
    assert statuses == [200] * 60 + [429]


async def test_adding_twice_has_one_effect_and_names_are_unique(administrator: httpx.AsyncClient) -> None:
    first, replayed = await add(administrator, key="same"), await add(administrator, key="same")
    assert (first.status_code, first.content) == (replayed.status_code, replayed.content)
    taken = await add(administrator)
    assert taken.status_code == 409
    assert taken.json()["type"] == "/problems/client-name-taken"
    without_key = await administrator.post("/partner-clients", json={"name": "HR", "scopes": ["learners:read"]})
    assert without_key.status_code == 400


@pytest.mark.parametrize("scopes", [[], ["everything"], ["learners:delete"], ["payroll:read"]])
async def test_unknown_scopes_are_refused(administrator: httpx.AsyncClient, scopes: list[str]) -> None:
    body = {"name": "Roster", "scopes": scopes}
    answer = await administrator.post("/partner-clients", json=body, headers={"Idempotency-Key": "a"})
    assert answer.status_code == 422


async def test_wrong_roles_and_other_partnerships(
    administrator: httpx.AsyncClient, sign_in: SignIn, principal: MakePrincipal, partner_client: MakePrincipal
) -> None:
    client_id = (await add(administrator)).json()["id"]
    secret_id = (await administrator.post(f"/partner-clients/{client_id}/secrets")).json()["id"]

    async def statuses(client: httpx.AsyncClient) -> list[Any]:
        paths = [f"/partner-clients/{client_id}/secrets", f"/partner-clients/{client_id}/secrets/{secret_id}"]
        return [
            (await client.post(paths[0])).status_code,
            (await client.delete(paths[1])).status_code,
            (await client.delete(f"/partner-clients/{client_id}")).status_code,
        ]

    stranger = sign_in(principal(Role.ADMINISTRATOR, partnership_id=uuid4()))
    assert (await stranger.get("/partner-clients")).json()["items"] == []
    assert await statuses(stranger) == [404] * 3
    for other in [*(principal(role) for role in set(Role) - {Role.ADMINISTRATOR}), partner_client("identity:write")]:
        client = sign_in(other)
        assert (await client.get("/partner-clients")).status_code == 403
        assert (await add(client)).status_code == 403
        assert await statuses(client) == [403] * 3
