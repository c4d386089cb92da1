"""Cohorts through the API."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from service_common.auth import Principal, Role
from service_common.testing.plugin import SignIn
from service_common.testing.principals import make_service_principal

Json = dict[str, Any]
Add = Callable[..., Awaitable[Json]]


async def names(client: httpx.AsyncClient, **filters: Any) -> list[str]:
    answer = await client.get("/cohorts", params=filters)
    assert answer.status_code == 200, answer.text
    return [item["name"] for item in answer.json()["items"]]


async def test_a_cohort_is_opened_and_read(coordinator: httpx.AsyncClient, add_programme: Add) -> None:
    programme = await add_programme(name="Coastal")
    facts = {"name": "March 2027", "starts_on": "2027-03-01", "ends_on": "2028-03-12", "places": 8}
    created = await coordinator.post("/cohorts", json=facts | {"programme_id": programme["id"]})
    assert (created.status_code, created.headers["etag"]) == (201, '"1"'), created.text
    cohort = created.json()
    assert cohort == {
        "id": cohort["id"],
        "programme_id": programme["id"],
        "programme_name": "Coastal",
        **facts,
        "state": "running",
        "figures": {"places_taken": 0, "active": 0, "on_break": 0, "withdrawn": 0, "completed": 0},
        "version": 1,
    }
    read = await coordinator.get(f"/cohorts/{cohort['id']}")
    assert (read.json(), read.headers["etag"]) == (cohort, '"1"')
    assert (await coordinator.get("/cohorts")).json() == {"items": [cohort], "next_cursor": None}


async def test_figures_count_learners_by_state(
    coordinator: httpx.AsyncClient, add_cohort: Add, add_enrolment: Add
) -> None:
    cohort_id = (await add_cohort())["id"]
    leaver, paused, _ = [await add_enrolment(cohort_id=cohort_id) for _ in range(3)]
    await coordinator.post(
        f"/enrolments/{leaver['id']}/withdrawal",
        json={"withdrawn_on": "2027-05-01", "reason": "another_job"},
        headers={"If-Match": '"1"'},
    )
    await coordinator.post(
        f"/enrolments/{paused['id']}/break",
        json={"starts_on": "2027-05-01", "expected_return_on": "2027-06-01", "reason": "health"},
        headers={"If-Match": '"1"'},
    )
    figures = (await coordinator.get(f"/cohorts/{cohort_id}")).json()["figures"]
    assert figures == {"places_taken": 2, "active": 1, "on_break": 1, "withdrawn": 1, "completed": 0}


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "state"),
    [
        ("2027-05-11", "2028-03-12", "planned"),
        ("2027-05-10", "2028-03-12", "running"),
        ("2026-05-10", "2027-05-10", "running"),
        ("2026-05-10", "2027-05-09", "finished"),
    ],
)
async def test_the_state_follows_from_the_dates(
    coordinator: httpx.AsyncClient, add_cohort: Add, starts_on: str, ends_on: str, state: str
) -> None:
    cohort = await add_cohort(starts_on=starts_on, ends_on=ends_on)
    assert cohort["state"] == state
    for wanted in ("planned", "running", "finished"):
        assert await names(coordinator, state=wanted) == ([cohort["name"]] if wanted == state else [])


async def test_a_list_is_filtered_and_the_latest_start_comes_first(
    coordinator: httpx.AsyncClient, add_programme: Add, add_cohort: Add
) -> None:
    fens, coast = await add_programme(name="Fens rotation"), await add_programme(name="Coastal")
    await add_cohort(programme_id=fens["id"], name="Autumn", starts_on="2027-09-06", ends_on="2028-09-03")
    await add_cohort(programme_id=coast["id"], name="Spring 100%", starts_on="2027-03-01")
    await add_cohort(programme_id=coast["id"], name="Winter", starts_on="2027-01-04")
    assert await names(coordinator) == ["Autumn", "Spring 100%", "Winter"]
    assert await names(coordinator, programme_id=coast["id"]) == ["Spring 100%", "Winter"]
    assert await names(coordinator, q="coast wint") == ["Winter"]
    assert await names(coordinator, q="ROTATION") == ["Autumn"]
    assert await names(coordinator, q="%") == ["Spring 100%"]
    first = (await coordinator.get("/cohorts", params={"limit": 2})).json()
    assert await names(coordinator, limit=2, cursor=first["next_cursor"]) == ["Winter"]


async def test_attention_finds_cohorts_that_start_soon_with_free_places(
    coordinator: httpx.AsyncClient, add_cohort: Add, add_enrolment: Add
) -> None:
    soon = {"starts_on": "2027-06-09", "ends_on": "2028-06-04"}
    free = await add_cohort(places=2, **soon)
    full = await add_cohort(places=1, **soon)
    await add_cohort(starts_on="2027-06-10", ends_on="2028-06-04")
    await add_cohort()
    for cohort in (free, full):
        await add_enrolment(cohort_id=cohort["id"], started_on="2027-06-09")
    assert await names(coordinator, attention="starting_with_free_places") == [free["name"]]


async def test_a_change_keeps_room_for_those_who_are_enrolled(
    coordinator: httpx.AsyncClient, add_cohort: Add, add_enrolment: Add
) -> None:
    cohort = await add_cohort(places=3)
    await add_enrolment(cohort_id=cohort["id"])
    await add_enrolment(cohort_id=cohort["id"], started_on="2027-05-03")
    path = f"/cohorts/{cohort['id']}"
    wanted = {field: cohort[field] for field in ("name", "starts_on", "ends_on", "places")}
    assert (await coordinator.put(path, json=wanted)).status_code == 428
    too_small = await coordinator.put(path, json=wanted | {"places": 1}, headers={"If-Match": '"1"'})
    assert (too_small.status_code, too_small.json()["type"]) == (409, "/problems/cohort-holds-more")
    too_late = await coordinator.put(path, json=wanted | {"starts_on": "2027-03-02"}, headers={"If-Match": '"1"'})
    assert (too_late.status_code, too_late.json()["type"]) == (409, "/problems/cohort-holds-more")
    fits = await coordinator.put(path, json=wanted | {"places": 2}, headers={"If-Match": '"1"'})
    assert (fits.status_code, fits.headers["etag"], fits.json()["places"]) == (200, '"2"', 2)
    stale = await coordinator.put(path, json=wanted, headers={"If-Match": '"1"'})
    assert (stale.status_code, stale.json()["current_version"]) == (412, 2)


async def test_a_name_is_taken_once_in_a_programme(coordinator: httpx.AsyncClient, add_cohort: Add) -> None:
    cohort = await add_cohort(name="March")
    facts = {"name": "March", "starts_on": "2027-03-01", "ends_on": "2028-03-12", "places": 8}
    again = await coordinator.post("/cohorts", json=facts | {"programme_id": cohort["programme_id"]})
    assert (again.status_code, again.json()["type"]) == (409, "/problems/cohort-name-taken")
    await add_cohort(name="March")


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"places": 0}, "/places"),
        ({"ends_on": "2027-03-01"}, "/"),
        ({"starts_on": "1789-07-14"}, "/starts_on"),
        ({"programme_id": str(uuid4())}, "/programme_id"),
    ],
)
async def test_facts_have_their_forms(
    coordinator: httpx.AsyncClient, add_programme: Add, changes: Json, pointer: str
) -> None:
    facts = {"name": "March", "starts_on": "2027-03-01", "ends_on": "2028-03-12", "places": 8}
    facts["programme_id"] = (await add_programme())["id"]
    answer = await coordinator.post("/cohorts", json=facts | changes)
    assert (answer.status_code, [fault["pointer"] for fault in answer.json()["errors"]]) == (422, [pointer])


async def test_who_reads_what(
    add_cohort: Add,
    as_program: SignIn,
    principal: Callable[..., Principal],
    partner_client: Callable[..., Principal],
) -> None:
    path = f"/cohorts/{(await add_cohort())['id']}"
    assert (await as_program(None).get(path)).status_code == 401
    assert (await as_program(partner_client("learners:write")).get(path)).status_code == 403
    without_figures = {Role.EMPLOYER, Role.LINE_MANAGER, Role.MENTOR, Role.APPRENTICE}
    for role in Role:
        read = await as_program(principal(role)).get(path)
        assert read.status_code == 200
        assert (read.json()["figures"] is None) == (role in without_figures), role


async def test_who_may_change_cohorts(add_cohort: Add, as_program: SignIn, principal: Callable[..., Principal]) -> None:
    cohort = await add_cohort()
    body = {"name": "April", "starts_on": "2027-04-05", "ends_on": "2028-04-02", "places": 8}
    for method, path, sent in (
        ("POST", "/cohorts", body | {"programme_id": cohort["programme_id"]}),
        ("PUT", f"/cohorts/{cohort['id']}", body),
    ):
        assert (await as_program(None).request(method, path, json=sent)).status_code == 401
        for role in set(Role) - {Role.COORDINATOR}:
            refused = await as_program(principal(role)).request(method, path, json=sent, headers={"If-Match": '"1"'})
            assert (refused.status_code, refused.json()["type"]) == (403, "/problems/forbidden"), role


async def test_another_partnership_sees_and_changes_nothing(stranger: httpx.AsyncClient, add_cohort: Add) -> None:
    cohort = await add_cohort()
    path, body = (
        f"/cohorts/{cohort['id']}",
        {field: cohort[field] for field in ("name", "starts_on", "ends_on", "places")},
    )
    assert (await stranger.get(path)).status_code == 404
    assert (await stranger.put(path, json=body, headers={"If-Match": '"1"'})).status_code == 404
    assert await names(stranger) == []
    opened = await stranger.post("/cohorts", json=body | {"programme_id": cohort["programme_id"]})
    assert [fault["pointer"] for fault in opened.json()["errors"]] == ["/programme_id"]


async def test_programs_look_up_cohorts(
    sign_in: SignIn, principal: Callable[..., Principal], partnership_id: UUID, add_cohort: Add
) -> None:
    cohort = await add_cohort()
    service = sign_in(make_service_principal(partnership_id=partnership_id))
    body = {"ids": [cohort["id"], str(uuid4())]}
    answer = await service.post("/cohorts/lookup", json=body)
    assert answer.json() == {
        "items": [{field: cohort[field] for field in ("id", "programme_id", "name", "starts_on", "ends_on", "places")}]
    }
    elsewhere = sign_in(make_service_principal(partnership_id=uuid4()))
    assert (await elsewhere.post("/cohorts/lookup", json=body)).json() == {"items": []}
    for role in Role:
        assert (await sign_in(principal(role)).post("/cohorts/lookup", json=body)).status_code == 403, role
    assert (await sign_in(None).post("/cohorts/lookup", json=body)).status_code == 401
    assert (await service.post("/cohorts/lookup", json={"ids": [str(uuid4())] * 501})).status_code == 422
