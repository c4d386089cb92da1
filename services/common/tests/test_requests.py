"""What every endpoint of every service has: problems, bounds, ids, pages, once-only requests, versions."""

import asyncio
import json
from collections.abc import Callable
from uuid import UUID, uuid4

import httpx
import psycopg
import pytest
from fastapi import FastAPI

from service_common.auth import Principal, Role
from service_common.idempotency import forget_old_answers
from service_common.testing.databases import RunningService
from service_common.testing.plugin import SignIn
from service_common.testing.principals import client_for, make_principal, make_service_principal, token_for

Once = Callable[[], dict[str, str]]


async def create(client: httpx.AsyncClient, title: str, key: str | None = None) -> httpx.Response:
    return await client.post("/notes", json={"title": title}, headers={"Idempotency-Key": key or str(uuid4())})


async def test_a_request_has_an_id_that_the_problem_repeats(sign_in: SignIn) -> None:
    given = await sign_in(None).get("/notes", headers={"X-Request-Id": "abcd-1234"})
    assert given.status_code == 401
    assert given.headers["content-type"] == "application/problem+json"
    assert given.headers["www-authenticate"] == "Bearer"
    assert given.json()["request_id"] == given.headers["x-request-id"] == "abcd-1234"
    own = await sign_in(None).get("/nowhere", headers={"X-Request-Id": "no good!"})
    assert (own.status_code, own.json()["type"]) == (404, "/problems/not-found")
    assert len(own.headers["x-request-id"]) == 32


async def test_a_token_for_another_service_or_of_another_kind_is_refused(
    app: FastAPI, sign_in: SignIn, coordinator: Principal
) -> None:
    client = sign_in(None)
    for token in (token_for(coordinator, "learners"), token_for(coordinator, "placements")[:-2], "x.y.z"):
        answer = await client.get("/notes", headers={"Authorization": f"Bearer {token}"})
        assert (answer.status_code, answer.json()["type"]) == (401, "/problems/unauthenticated")


async def test_roles_and_scopes_open_what_they_open(
    sign_in: SignIn, principal: Callable[..., Principal], partner_client: Callable[..., Principal], partnership_id: UUID
) -> None:
    allowed = [
        principal(Role.COORDINATOR),
        principal(Role.APPRENTICE, Role.COORDINATOR),
        partner_client("notes:write"),
        make_service_principal(partnership_id=partnership_id),
    ]
    refused = [principal(Role.APPRENTICE), partner_client("notes:read"), make_service_principal()]
    for number, who in enumerate(allowed):
        assert (await create(sign_in(who), f"note {number}")).status_code == 201
    for who in refused:
        answer = await create(sign_in(who), "no")
        assert (answer.status_code, answer.json()["type"]) == (403, "/problems/forbidden")


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"title": "a\x00b"}, "/title"),
        ({"title": "\ud800"}, "/title"),
        ({"title": "   "}, "/title"),
        ({"title": "two\nlines"}, "/title"),
        ({"title": "x" * 201}, "/title"),
        ({"title": "x", "count": 2**31}, "/count"),
        ({"title": "x", "count": -1}, "/count"),
        ({"title": "x", "on": "1776-07-04"}, "/on"),
        ({"title": "x", "email": "nobody"}, "/email"),
        ({"title": "x", "typo": 1}, "/typo"),
        ({"title": "x", "source": {"kind": "link", "address": " "}}, "/source/address"),
        ({"title": "x", "source": {"kind": "quotation"}}, "/source/words"),
        ({"title": "x", "source": {"kind": "rumour"}}, "/source"),
        ({}, "/title"),
    ],
)
async def test_what_the_database_could_not_hold_is_refused_in_words(
    sign_in: SignIn, coordinator: Principal, once: Once, body: dict[str, object], pointer: str
) -> None:
    answer = await sign_in(coordinator).post(
        "/notes", content=json.dumps(body), headers={"Content-Type": "application/json"} | once()
    )
    assert answer.status_code == 422, answer.text
    assert [fault["pointer"] for fault in answer.json()["errors"]] == [pointer]
    assert answer.json()["detail"]


@pytest.mark.parametrize(
    "content",
    [b"{", b"\xff\xfe", b"[" * 100_000, b'{"title": ' + b"9" * 5000 + b"}", b'{"title": "x", "share": NaN}'],
)
async def test_unreadable_json_is_a_client_error(
    sign_in: SignIn, coordinator: Principal, once: Once, content: bytes
) -> None:
    answer = await sign_in(coordinator).post(
        "/notes", content=content, headers={"Content-Type": "application/json"} | once()
    )
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/invalid-input")
    assert answer.headers["content-type"] == "application/problem+json"


async def test_a_refused_method_names_all_that_are_taken(anonymous: httpx.AsyncClient) -> None:
    answer = await anonymous.delete("/notes")
    assert (answer.status_code, answer.json()["type"]) == (405, "/problems/method-not-allowed")
    assert answer.headers["Allow"] == "GET, POST"


async def test_the_openapi_document_tells_refusals_and_parameters_as_they_are(app: FastAPI) -> None:
    create, read = (app.openapi()["paths"]["/api/placements/v1/notes"][method] for method in ("post", "get"))
    refused = create["responses"]["422"]["content"]["application/problem+json"]["schema"]["anyOf"]
    assert {each["$ref"].rsplit("/", 1)[1] for each in refused} == {"IdempotencyKeyReused", "InvalidInput"}
    assert all("anyOf" not in each["schema"] for each in (*create["parameters"], *read["parameters"]))


async def test_a_body_has_a_bound(sign_in: SignIn, coordinator: Principal, once: Once) -> None:
    body = {"title": "x", "text": "y" * 2_000_000}
    answer = await sign_in(coordinator).post("/notes", json=body, headers=once())
    assert (answer.status_code, answer.json()["type"]) == (413, "/problems/too-large")


async def test_the_unexpected_is_answered_without_its_text_and_leaves_nothing(
    sign_in: SignIn, coordinator: Principal
) -> None:
    client = sign_in(coordinator)
    answer = await create(client, "break the commit")
    assert (answer.status_code, answer.json()["type"]) == (500, "/problems/internal-error")
    assert "secret" not in answer.text
    assert (await client.get("/notes")).json()["items"] == []


async def test_surrounding_space_is_dropped_and_a_taken_title_is_a_conflict(
    sign_in: SignIn, coordinator: Principal
) -> None:
    client = sign_in(coordinator)
    assert (await create(client, "  plan  ")).json()["title"] == "plan"
    again = await create(client, "plan")
    assert (again.status_code, again.json()["type"]) == (409, "/problems/title-taken")


async def test_pages_in_both_directions(sign_in: SignIn, coordinator: Principal) -> None:
    client = sign_in(coordinator)
    for title in "CAEBD":
        await create(client, title)

    async def walk(**params: str) -> list[str]:
        titles: list[str] = []
        cursor: str | None = ""
        while cursor is not None:
            page = (await client.get("/notes", params={"limit": "2", "cursor": cursor, **params})).json()
            titles += [item["title"] for item in page["items"]]
            cursor = page["next_cursor"]
        return titles

    assert await walk() == ["A", "B", "C", "D", "E"]
    assert await walk(newest_first="true") == ["D", "B", "E", "A", "C"]
    for limit in ("0", "101", "x"):
        assert (await client.get("/notes", params={"limit": limit})).status_code == 422


@pytest.mark.parametrize("cursor", ["x", "bm90IGpzb24", "WyJhIl0", "WyJhIiwiYiJd", "WzEsMl0", "W1siYSJdLCJiIl0"])
async def test_a_cursor_that_was_not_given_out_is_refused(sign_in: SignIn, coordinator: Principal, cursor: str) -> None:
    answer = await sign_in(coordinator).get("/notes", params={"cursor": cursor})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "query:cursor"


async def test_a_repeated_request_is_answered_again_and_another_one_is_refused(
    sign_in: SignIn, coordinator: Principal, partnership_id: UUID
) -> None:
    client, key = sign_in(coordinator), str(uuid4())
    first, second = await create(client, "once", key), await create(client, "once", key)
    assert (first.status_code, first.content, first.headers["etag"]) == (
        second.status_code,
        second.content,
        second.headers["etag"],
    )
    other = await create(client, "twice", key)
    assert (other.status_code, other.json()["type"]) == (422, "/problems/idempotency-key-reused")
    # somebody else's keys are their own
    assert (await create(sign_in(make_principal(Role.COORDINATOR, partnership_id=partnership_id)), "x", key)).is_success
    missing = await client.post("/notes", json={"title": "x"})
    assert (missing.status_code, missing.json()["type"]) == (400, "/problems/idempotency-key-missing")


@pytest.mark.usefixtures("committed")
async def test_a_request_sent_many_times_at_once_has_one_effect(app: FastAPI, coordinator: Principal) -> None:
    key = str(uuid4())
    async with client_for(app, coordinator) as client:
        answers = await asyncio.gather(*(create(client, "once", key) for _ in range(8)))
        assert {answer.status_code for answer in answers} <= {201, 409}
        assert {answer.json()["type"] for answer in answers if answer.status_code == 409} <= {
            "/problems/request-in-progress"
        }
        assert len({answer.content for answer in answers if answer.status_code == 201}) == 1
        assert (await create(client, "once", key)).status_code == 201
        assert len((await client.get("/notes")).json()["items"]) == 1


@pytest.mark.usefixtures("committed")
async def test_answers_are_kept_for_48_hours(
    running: RunningService, app: FastAPI, sign_in: SignIn, coordinator: Principal
) -> None:
    client = sign_in(coordinator)
    await create(client, "old", "old-key")
    with psycopg.connect(running.administrator_url, autocommit=True) as administrator:
        administrator.execute("UPDATE system.idempotency_keys SET answered_at = now() - interval '49 hours'")
        await create(client, "new", "new-key")
        await forget_old_answers(app.state.sessions)
        assert administrator.execute("SELECT key FROM system.idempotency_keys").fetchall() == [("new-key",)]


async def test_a_change_names_the_version_that_was_seen(sign_in: SignIn, coordinator: Principal) -> None:
    client = sign_in(coordinator)
    path = f"/notes/{(await create(client, 'first')).json()['id']}"
    assert (await client.put(path, json={"title": "second"})).status_code == 428
    for malformed in ("1", '"x"', '""', "*", '"' + "9" * 30 + '"'):
        refused = await client.put(path, json={"title": "second"}, headers={"If-Match": malformed})
        assert refused.status_code == 422, malformed
    assert (await client.put(path, json={"title": "second"}, headers={"If-Match": '"1"'})).status_code == 200
    stale = await client.put(path, json={"title": "third"}, headers={"If-Match": '"1"'})
    assert (stale.status_code, stale.json()["current_version"]) == (412, 2)


async def test_health_and_metrics(app: FastAPI) -> None:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
        assert (await client.get("/health/live")).json() == {"status": "live"}
        assert (await client.get("/health/ready")).json() == {"status": "ready"}
        await client.get("/api/placements/v1/notes")
        assert 'route="/notes",status="401"' in (await client.get("/metrics")).text
