"""Policies through the API."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from service_common.auth import Principal, Role
from service_common.testing.plugin import SignIn
from service_common.testing.principals import make_principal

Json = dict[str, Any]
Create = Callable[..., Awaitable[Json]]
MANDATORY = {"text": "Hepatitis B before the first shift.", "code": "mandatory"}
VOLUNTARY = {"text": "Offered, never asked for.", "code": "voluntary"}


def path_of(organisation: Json) -> str:
    return f"/organisations/{organisation['id']}/policies"


async def test_nothing_is_written_at_first_and_then_all_at_once(
    sign_in: SignIn, coordinator: Principal, organisation: Create, session: AsyncSession
) -> None:
    trust = await organisation(name="Saltmarsh Hospitals")
    client, path = sign_in(coordinator), path_of(trust)
    empty = await client.get(path)
    assert (empty.headers["etag"], empty.json()["version"], empty.json()["vaccination"]) == ('"0"', 0, None)
    assert empty.json()["organisation_name"] == "Saltmarsh Hospitals"
    assert (await client.put(path, json={"vaccination": MANDATORY})).status_code == 428
    written = await client.put(path, json={"vaccination": MANDATORY}, headers={"If-Match": '"0"'})
    assert (written.status_code, written.headers["etag"]) == (200, '"1"'), written.text
    assert written.json()["vaccination"] == MANDATORY
    stale = await client.put(path, json={}, headers={"If-Match": '"0"'})
    assert (stale.status_code, stale.json()["current_version"]) == (412, 1)
    changed = await client.put(path, json={"pay": {"text": "£5.13 an hour."}}, headers={"If-Match": '"1"'})
    assert (await client.get(path)).json() == changed.json()
    assert (changed.json()["vaccination"], changed.json()["pay"]["code"]) == (None, None)
    recorded = await session.execute(
        text("SELECT action FROM system.audit_entries WHERE subject = :id AND action LIKE 'policies%'"),
        {"id": trust["id"]},
    )
    assert list(recorded.scalars()) == ["policies.updated"] * 2


async def test_a_code_belongs_to_its_topic(sign_in: SignIn, coordinator: Principal, organisation: Create) -> None:
    path = path_of(await organisation())
    body = {"uniform": {"text": "Tunics.", "code": "mandatory"}}
    refused = await sign_in(coordinator).put(path, json=body, headers={"If-Match": '"0"'})
    assert refused.json()["errors"][0]["pointer"] == "/uniform/code"


async def test_organisations_side_by_side(sign_in: SignIn, coordinator: Principal, organisation: Create) -> None:
    client = sign_in(coordinator)
    ids = []
    for name, vaccination in (("Saltmarsh Council", VOLUNTARY), ("Saltmarsh Hospitals", MANDATORY)):
        host = await organisation(name=name)
        ids.append(host["id"])
        body = {"vaccination": vaccination, "uniform": {"text": "Tunics are given.", "code": "provided"}}
        await client.put(path_of(host), json=body, headers={"If-Match": '"0"'})
    ids.append((await organisation(name="Aldermere Hospice"))["id"])
    compared = await client.get("/policies/comparison", params={"organisation_id": [*ids, str(uuid4())]})
    assert compared.status_code == 200, compared.text
    names = [each["name"] for each in compared.json()["organisations"]]
    assert names == ["Aldermere Hospice", "Saltmarsh Council", "Saltmarsh Hospitals"]
    topics = {each["topic"]: each for each in compared.json()["topics"]}
    assert topics["vaccination"]["statements"] == [None, VOLUNTARY, MANDATORY]
    verdicts = {name: topics[name]["verdict"] for name in ("vaccination", "uniform", "pay")}
    assert verdicts == {"vaccination": "different", "uniform": "incomplete", "pay": "incomplete"}
    two = (await client.get("/policies/comparison", params={"organisation_id": ids[:2]})).json()["topics"]
    assert {each["topic"]: each["verdict"] for each in two}["uniform"] == "same"
    assert (await client.get("/policies/comparison")).status_code == 422


async def test_an_employer_writes_their_own_and_sees_no_others(
    sign_in: SignIn, principal: Callable[..., Principal], organisation: Create
) -> None:
    ours, theirs = await organisation(), await organisation()
    client = sign_in(principal(Role.EMPLOYER, organisation_ids=frozenset({UUID(ours["id"])})))
    written = await client.put(path_of(ours), json={"vaccination": VOLUNTARY}, headers={"If-Match": '"0"'})
    assert written.status_code == 200
    assert (await client.get(path_of(theirs))).status_code == 404
    assert (await client.put(path_of(theirs), json={}, headers={"If-Match": '"0"'})).status_code == 404
    compared = await client.get("/policies/comparison", params={"organisation_id": [ours["id"], theirs["id"]]})
    assert [each["id"] for each in compared.json()["organisations"]] == [ours["id"]]


@pytest.mark.parametrize("role", [Role.APPRENTICE, Role.LINE_MANAGER])
async def test_others_read(
    sign_in: SignIn, principal: Callable[..., Principal], organisation: Create, role: Role
) -> None:
    host = await organisation()
    client = sign_in(principal(role, organisation_ids=frozenset({UUID(host["id"])})))
    assert (await client.get(path_of(host))).status_code == 200
    assert (await client.put(path_of(host), json={}, headers={"If-Match": '"0"'})).status_code == 403


async def test_strangers_read_nothing(
    sign_in: SignIn, principal: Callable[..., Principal], organisation: Create, elsewhere: UUID
) -> None:
    host = await organisation()
    comparison = {"organisation_id": host["id"]}
    assert (await sign_in(None).get(path_of(host))).status_code == 401
    assert (await sign_in(principal(Role.FUNDER)).get("/policies/comparison", params=comparison)).status_code == 403
    stranger = sign_in(make_principal(Role.COORDINATOR, partnership_id=elsewhere))
    assert (await stranger.get(path_of(host))).status_code == 404
    assert (await stranger.put(path_of(host), json={}, headers={"If-Match": '"0"'})).status_code == 404
    compared = await stranger.get("/policies/comparison", params=comparison)
    assert compared.json()["organisations"] == []
