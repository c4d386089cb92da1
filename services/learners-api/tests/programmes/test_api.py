"""Programmes through the API."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from learners_api.programmes.schemas import EXAMPLE
from service_common.auth import Principal, Role
from service_common.testing.plugin import SignIn
from service_common.testing.principals import make_service_principal

Json = dict[str, Any]
Add = Callable[..., Awaitable[Json]]


async def test_a_programme_is_added_and_everybody_in_the_partnership_reads_it(
    coordinator: httpx.AsyncClient, sign_in: SignIn, principal: Callable[..., Principal]
) -> None:
    created = await coordinator.post("/programmes", json=EXAMPLE)
    assert created.status_code == 201, created.text
    assert created.headers["etag"] == '"1"'
    programme = created.json()
    assert EXAMPLE.items() <= programme.items()
    for role in Role:
        client = sign_in(principal(role))
        read = await client.get(f"/programmes/{programme['id']}")
        assert (read.status_code, read.json(), read.headers["etag"]) == (200, programme, '"1"')
        listed = (await client.get("/programmes")).json()
        assert [item["name"] for item in listed["items"]] == [programme["name"]]


async def test_pages_follow_each_other_by_name(coordinator: httpx.AsyncClient, add_programme: Add) -> None:
    for name in ("C", "A", "E", "B", "D"):
        await add_programme(name=name)
    seen = []
    cursor: str | None = ""
    while cursor is not None:
        page = (await coordinator.get("/programmes", params={"limit": 2, "cursor": cursor})).json()
        seen += [item["name"] for item in page["items"]]
        cursor = page["next_cursor"]
    assert seen == ["A", "B", "C", "D", "E"]


async def test_a_name_is_taken_once(coordinator: httpx.AsyncClient, add_programme: Add) -> None:
    await add_programme(name="One")
    again = await coordinator.post("/programmes", json=EXAMPLE | {"name": "One"})
    assert (again.status_code, again.json()["type"]) == (409, "/problems/programme-name-taken")
    other = await add_programme(name="Two")
    renamed = await coordinator.put(
        f"/programmes/{other['id']}", json=EXAMPLE | {"name": "One"}, headers={"If-Match": '"1"'}
    )
    assert (renamed.status_code, renamed.json()["type"]) == (409, "/problems/programme-name-taken")


async def test_a_change_needs_the_version_that_was_looked_at(
    coordinator: httpx.AsyncClient, add_programme: Add
) -> None:
    path = f"/programmes/{(await add_programme())['id']}"
    wanted = EXAMPLE | {"hourly_pay_pence": 650}
    assert (await coordinator.put(path, json=wanted)).status_code == 428
    changed = await coordinator.put(path, json=wanted, headers={"If-Match": '"1"'})
    assert (changed.status_code, changed.headers["etag"]) == (200, '"2"')
    stale = await coordinator.put(path, json=EXAMPLE, headers={"If-Match": '"1"'})
    assert (stale.status_code, stale.json()["current_version"]) == (412, 2)
    assert (await coordinator.get(path)).json()["hourly_pay_pence"] == 650


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"stage_of_integration": 5}, "/stage_of_integration"),
        ({"weekly_hours": 37.3}, "/weekly_hours"),
        ({"weekly_learning_hours": 40}, "/"),
        ({"qualifications": []}, "/qualifications"),
        ({"name": "a\x00b"}, "/name"),
        ({"recruitment": {"applied": 20, "shortlisted": 40, "recruited": 8, "channels": "Fairs"}}, "/recruitment"),
        ({"unknown": 1}, "/unknown"),
    ],
)
async def test_facts_have_their_forms(coordinator: httpx.AsyncClient, changes: Json, pointer: str) -> None:
    answer = await coordinator.post("/programmes", json=EXAMPLE | changes)
    assert answer.status_code == 422
    assert [fault["pointer"] for fault in answer.json()["errors"]] == [pointer]


async def test_who_may_change_programmes(
    add_programme: Add,
    as_program: SignIn,
    principal: Callable[..., Principal],
    partner_client: Callable[..., Principal],
) -> None:
    path = f"/programmes/{(await add_programme())['id']}"
    for method, where in (("POST", "/programmes"), ("PUT", path)):
        assert (await as_program(None).request(method, where, json=EXAMPLE)).status_code == 401
        for role in set(Role) - {Role.COORDINATOR}:
            refused = await as_program(principal(role)).request(
                method, where, json=EXAMPLE, headers={"If-Match": '"1"'}
            )
            assert (refused.status_code, refused.json()["type"]) == (403, "/problems/forbidden"), role
    assert (await as_program(partner_client("learners:read")).post("/programmes", json=EXAMPLE)).status_code == 403
    assert (await as_program(partner_client("learners:write")).post("/programmes", json=EXAMPLE)).status_code == 201


async def test_another_partnership_sees_and_changes_nothing(stranger: httpx.AsyncClient, add_programme: Add) -> None:
    path = f"/programmes/{(await add_programme())['id']}"
    assert (await stranger.get(path)).status_code == 404
    assert (await stranger.put(path, json=EXAMPLE, headers={"If-Match": '"1"'})).status_code == 404
    assert (await stranger.get("/programmes")).json()["items"] == []


async def test_programs_look_up_programmes(
    sign_in: SignIn, principal: Callable[..., Principal], partnership_id: UUID, add_programme: Add
) -> None:
    programme = await add_programme()
    service = sign_in(make_service_principal(partnership_id=partnership_id))
    body = {"ids": [programme["id"], str(uuid4())]}
    answer = await service.post("/programmes/lookup", json=body)
    assert answer.json() == {"items": [programme]}
    elsewhere = sign_in(make_service_principal(partnership_id=uuid4()))
    assert (await elsewhere.post("/programmes/lookup", json=body)).json() == {"items": []}
    for role in Role:
        assert (await sign_in(principal(role)).post("/programmes/lookup", json=body)).status_code == 403, role
    assert (await sign_in(None).post("/programmes/lookup", json=body)).status_code == 401
    assert (await service.post("/programmes/lookup", json={"ids": [str(uuid4())] * 501})).status_code == 422
