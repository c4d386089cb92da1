"""Organisations through the API."""

from collections.abc import Callable
from uuid import uuid4

import pytest

from service_common.auth import Principal, Role
from service_common.testing.plugin import SignIn
from service_common.testing.principals import make_principal

HOSPICE = {"name": "Saltmarsh Hospice", "kind": "hospice", "sector": "social_care", "postcode": "BN11 2DH"}


def once() -> dict[str, str]:
    return {"Idempotency-Key": str(uuid4())}


@pytest.fixture
def coordinator(principal: Callable[..., Principal]) -> Principal:
    return principal(Role.COORDINATOR)


async def test_a_coordinator_adds_an_organisation_and_everybody_in_the_partnership_sees_it(
    sign_in: SignIn, coordinator: Principal, principal: Callable[..., Principal]
) -> None:
    created = await sign_in(coordinator).post("/organisations", json=HOSPICE, headers=once())
    assert created.status_code == 201, created.text
    assert created.headers["etag"] == '"1"'
    listed = await sign_in(principal(Role.APPRENTICE)).get("/organisations", params={"q": "marsh"})
    assert [item["name"] for item in listed.json()["items"]] == ["Saltmarsh Hospice"]
    read = await sign_in(principal(Role.EMPLOYER)).get(f"/organisations/{created.json()['id']}")
    assert read.json() == created.json()


async def test_the_same_request_twice_has_one_effect_and_one_answer(sign_in: SignIn, coordinator: Principal) -> None:
    client, headers = sign_in(coordinator), once()
    first = await client.post("/organisations", json=HOSPICE, headers=headers)
    second = await client.post("/organisations", json=HOSPICE, headers=headers)
    assert (second.status_code, second.content) == (201, first.content)
    other = await client.post("/organisations", json=HOSPICE | {"name": "Another"}, headers=headers)
    assert (other.status_code, other.json()["type"]) == (422, "/problems/idempotency-key-reused")
    assert len((await client.get("/organisations")).json()["items"]) == 1


async def test_two_organisations_cannot_share_a_name(sign_in: SignIn, coordinator: Principal) -> None:
    client = sign_in(coordinator)
    await client.post("/organisations", json=HOSPICE, headers=once())
    again = await client.post("/organisations", json=HOSPICE, headers=once())
    assert (again.status_code, again.json()["type"]) == (409, "/problems/organisation-name-taken")


async def test_a_change_needs_the_version_that_was_looked_at(sign_in: SignIn, coordinator: Principal) -> None:
    client = sign_in(coordinator)
    created = (await client.post("/organisations", json=HOSPICE, headers=once())).json()
    path, wanted = f"/organisations/{created['id']}", HOSPICE | {"name": "Saltmarsh House"}
    assert (await client.put(path, json=wanted)).status_code == 428
    changed = await client.put(path, json=wanted, headers={"If-Match": '"1"'})
    assert (changed.status_code, changed.headers["etag"]) == (200, '"2"')
    stale = await client.put(path, json=HOSPICE, headers={"If-Match": '"1"'})
    assert (stale.status_code, stale.json()["current_version"]) == (412, 2)
    assert (await client.get(path)).json()["name"] == "Saltmarsh House"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("postcode", "Worthing"),
        ("ods_code", "ry r"),
        ("ukprn", "20004344"),
        ("employer_id", "12"),
        ("kind", "pub"),
        ("name", "a\x00b"),
    ],
)
async def test_ids_have_their_forms(sign_in: SignIn, coordinator: Principal, field: str, value: str) -> None:
    answer = await sign_in(coordinator).post("/organisations", json=HOSPICE | {field: value}, headers=once())
    assert answer.status_code == 422
    assert [fault["pointer"] for fault in answer.json()["errors"]] == [f"/{field}"]


async def test_who_may_change_organisations(sign_in: SignIn, principal: Callable[..., Principal]) -> None:
    assert (await sign_in(None).post("/organisations", json=HOSPICE, headers=once())).status_code == 401
    refused = await sign_in(principal(Role.EMPLOYER)).post("/organisations", json=HOSPICE, headers=once())
    assert (refused.status_code, refused.json()["type"]) == (403, "/problems/forbidden")


async def test_another_partnership_sees_and_changes_nothing(sign_in: SignIn, coordinator: Principal) -> None:
    created = (await sign_in(coordinator).post("/organisations", json=HOSPICE, headers=once())).json()
    stranger = sign_in(make_principal(Role.COORDINATOR, Role.ADMINISTRATOR, partnership_id=uuid4()))
    path = f"/organisations/{created['id']}"
    assert (await stranger.get(path)).status_code == 404
    assert (await stranger.put(path, json=HOSPICE, headers={"If-Match": '"1"'})).status_code == 404
    assert (await stranger.get("/organisations")).json()["items"] == []
    looked_up = await stranger.post("/organisations/lookup", json={"ids": [created["id"]]})
    assert looked_up.json()["items"] == []


async def test_pages_follow_each_other_by_name(sign_in: SignIn, coordinator: Principal) -> None:
    client = sign_in(coordinator)
    for name in ("C", "A", "E", "B", "D"):
        await client.post("/organisations", json=HOSPICE | {"name": name}, headers=once())
    seen: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        page = (await client.get("/organisations", params={"limit": 2, "cursor": cursor})).json()
        seen += [item["name"] for item in page["items"]]
        cursor = page["next_cursor"]
    assert seen == ["A", "B", "C", "D", "E"]
    assert (await client.get("/organisations", params={"cursor": "bm9uc2Vuc2U"})).status_code == 422
