"""Starting, reading, listing and changing enrolments through the API; what follows is in `test_transitions.py`."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from service_common.auth import Principal, Role
from service_common.testing.plugin import SignIn
from service_common.testing.upstreams import PlayedUpstream

Json = dict[str, Any]
Add = Callable[..., Awaitable[Json]]


async def family_names(client: httpx.AsyncClient, **filters: Any) -> list[str]:
    answer = await client.get("/enrolments", params=filters)
    assert answer.status_code == 200, answer.text
    return [item["family_name"] for item in answer.json()["items"]]


def pointers(answer: httpx.Response) -> list[str]:
    assert answer.status_code == 422, answer.text
    return [fault["pointer"] for fault in answer.json()["errors"]]


async def test_a_new_learner_is_enrolled(
    coordinator: httpx.AsyncClient,
    session: AsyncSession,
    add_cohort: Add,
    add_organisation: Callable[..., str],
    new_learner: Callable[..., Json],
) -> None:
    cohort, employer_id = await add_cohort(), add_organisation(name="Saltmarsh Hospitals")
    learner = new_learner(given_names="Zoë", family_name="Oakes")
    created = await coordinator.post(
        "/enrolments",
        json={
            "cohort_id": cohort["id"],
            "employer_organisation_id": employer_id,
            "started_on": "2027-03-08",
            "learner": learner,
        },
    )
    assert (created.status_code, created.headers["etag"]) == (201, '"1"'), created.text
    enrolment = created.json()
    assert enrolment == {
        "id": enrolment["id"],
        "learner_id": enrolment["learner_id"],
        "given_names": "Zoë",
        "family_name": "Oakes",
        "preferred_name": None,
        "uln_is_temporary": False,
        "cohort_id": cohort["id"],
        "cohort_name": cohort["name"],
        "programme_id": cohort["programme_id"],
        "programme_name": cohort["programme_name"],
        "employer_organisation_id": employer_id,
        "employer_name": "Saltmarsh Hospitals",
        "recruited_as": "new",
        "started_on": "2027-03-08",
        "planned_end_on": "2028-03-12",
        "state": "active",
        "break_started_on": None,
        "return_expected_on": None,
        "ended_on": None,
        "withdrawal_reason": None,
        "outcome": None,
        "version": 1,
    }
    read = await coordinator.get(f"/enrolments/{enrolment['id']}")
    assert (read.json(), read.headers["etag"]) == (enrolment, '"1"')
    assert (await coordinator.get("/enrolments")).json() == {"items": [enrolment], "next_cursor": None}
    events = await session.execute(text("SELECT type, subject::text, data FROM system.events ORDER BY id"))
    assert [tuple(event) for event in events][-2:] == [
        ("learner.created", enrolment["learner_id"], {}),
        (
            "enrolment.started",
            enrolment["id"],
            {"learner_id": enrolment["learner_id"], "cohort_id": cohort["id"]},
        ),
    ]
    audited = await session.execute(text("SELECT action FROM system.audit_entries ORDER BY position"))
    assert list(audited.scalars())[-2:] == ["learner.created", "enrolment.started"]


async def test_the_same_request_twice_has_one_effect(
    coordinator: httpx.AsyncClient, enrolment_body: Callable[..., Awaitable[Json]]
) -> None:
    body, headers = await enrolment_body(), {"Idempotency-Key": "the-same"}
    first = await coordinator.post("/enrolments", json=body, headers=headers)
    second = await coordinator.post("/enrolments", json=body, headers=headers)
    assert (second.status_code, second.content, second.headers["etag"]) == (201, first.content, first.headers["etag"])
    assert len(await family_names(coordinator)) == 1


async def test_a_learner_whom_the_partnership_knows_starts_again_after_leaving(
    coordinator: httpx.AsyncClient, add_enrolment: Add, enrolment_body: Callable[..., Awaitable[Json]]
) -> None:
    first = await add_enrolment()
    known = {"kind": "existing", "learner_id": first["learner_id"]}
    twice = await coordinator.post("/enrolments", json=await enrolment_body(learner=known))
    assert (twice.status_code, twice.json()["type"]) == (409, "/problems/already-enrolled")
    await coordinator.post(
        f"/enrolments/{first['id']}/withdrawal",
        json={"withdrawn_on": "2027-04-02", "reason": "moved_away"},
        headers={"If-Match": '"1"'},
    )
    too_early = await coordinator.post("/enrolments", json=await enrolment_body(learner=known, started_on="2027-04-02"))
    assert (too_early.status_code, too_early.json()["type"]) == (409, "/problems/enrolment-overlaps")
    again = await coordinator.post("/enrolments", json=await enrolment_body(learner=known, started_on="2027-04-03"))
    assert again.status_code == 201, again.text
    listed = (await coordinator.get("/enrolments", params={"learner_id": first["learner_id"]})).json()
    assert {item["id"] for item in listed["items"]} == {first["id"], again.json()["id"]}


async def test_a_full_cohort_takes_nobody_until_somebody_leaves(
    coordinator: httpx.AsyncClient, add_cohort: Add, add_enrolment: Add, enrolment_body: Callable[..., Awaitable[Json]]
) -> None:
    cohort = await add_cohort(places=1, name="March")
    leaver = await add_enrolment(cohort_id=cohort["id"])
    body = await enrolment_body(cohort_id=cohort["id"])
    full = await coordinator.post("/enrolments", json=body)
    assert (full.status_code, full.json()["type"]) == (409, "/problems/cohort-full")
    assert full.json()["detail"].startswith("March has 1 of 1 places taken")
    assert await family_names(coordinator) == ["Catchpole"]
    await coordinator.post(
        f"/enrolments/{leaver['id']}/withdrawal",
        json={"withdrawn_on": "2027-05-01", "reason": "pay"},
        headers={"If-Match": '"1"'},
    )
    assert (await coordinator.post("/enrolments", json=body)).status_code == 201


async def test_a_uln_is_taken_once_but_the_temporary_one_never(
    coordinator: httpx.AsyncClient,
    add_enrolment: Add,
    new_learner: Callable[..., Json],
    enrolment_body: Callable[..., Awaitable[Json]],
) -> None:
    await add_enrolment(learner=new_learner(uln="1000000043"))
    again = await coordinator.post("/enrolments", json=await enrolment_body(learner=new_learner(uln="1000000043")))
    assert (again.status_code, again.json()["type"]) == (409, "/problems/uln-taken")
    for _ in range(2):
        enrolment = await add_enrolment(learner=new_learner(uln="9999999999"))
        assert enrolment["uln_is_temporary"]


async def test_dates_ages_and_employers_are_guarded_together(
    coordinator: httpx.AsyncClient,
    add_organisation: Callable[..., str],
    new_learner: Callable[..., Json],
    enrolment_body: Callable[..., Awaitable[Json]],
) -> None:
    body = await enrolment_body(
        started_on="2027-02-28",
        planned_end_on="2027-02-28",
        learner=new_learner(date_of_birth="2011-03-01"),
        employer_organisation_id=add_organisation(kind="hospice"),
    )
    answer = await coordinator.post("/enrolments", json=body)
    assert pointers(answer) == ["/started_on", "/planned_end_on", "/started_on", "/employer_organisation_id"]
    assert answer.json()["errors"][0]["message"] == (
        "The cohort runs from 1 March 2027 to 12 March 2028: choose a day within."
    )
    assert await family_names(coordinator) == []


@pytest.mark.parametrize(
    ("field", "value", "pointer"),
    [
        ("cohort_id", str(uuid4()), "/cohort_id"),
        ("employer_organisation_id", str(uuid4()), "/employer_organisation_id"),
        ("learner", {"kind": "existing", "learner_id": str(uuid4())}, "/learner/learner_id"),
        ("learner", {"kind": "unknown"}, "/learner"),
        ("started_on", "soon", "/started_on"),
        ("surprise", True, "/surprise"),
    ],
)
async def test_what_is_named_has_to_be_there(
    coordinator: httpx.AsyncClient,
    enrolment_body: Callable[..., Awaitable[Json]],
    field: str,
    value: object,
    pointer: str,
) -> None:
    answer = await coordinator.post("/enrolments", json=await enrolment_body() | {field: value})
    assert pointers(answer) == [pointer]


async def test_placements_is_asked_only_about_employers_that_are_not_known_yet(
    coordinator: httpx.AsyncClient,
    placements: PlayedUpstream,
    add_organisation: Callable[..., str],
    add_enrolment: Add,
    enrolment_body: Callable[..., Awaitable[Json]],
) -> None:
    known = add_organisation()
    await add_enrolment(employer_organisation_id=known)
    placements.away = True
    await add_enrolment(employer_organisation_id=known)
    away = await coordinator.post("/enrolments", json=await enrolment_body())
    assert (away.status_code, away.json()["type"]) == (503, "/problems/unavailable")
    assert "retry-after" in away.headers


async def test_existing_staff_stay_with_their_employer(
    add_organisation: Callable[..., str], add_enrolment: Add
) -> None:
    enrolment = await add_enrolment(
        recruited_as="existing_staff", employer_organisation_id=add_organisation(kind="home_care")
    )
    assert enrolment["recruited_as"] == "existing_staff"


async def test_the_list_is_in_order_of_names_and_pages_follow_each_other(
    coordinator: httpx.AsyncClient, add_cohort: Add, add_enrolment: Add, new_learner: Callable[..., Json]
) -> None:
    cohort_id = (await add_cohort())["id"]
    for given_names, family_name in (("Zoë", "Ünal"), ("Ada", "de Souza"), ("Bo", "Łis"), ("Al", "Ünal"), ("C", "Zed")):
        await add_enrolment(cohort_id=cohort_id, learner=new_learner(given_names=given_names, family_name=family_name))
    seen = []
    cursor: str | None = ""
    while cursor is not None:
        page = (await coordinator.get("/enrolments", params={"limit": 2, "cursor": cursor})).json()
        seen += [(item["family_name"], item["given_names"]) for item in page["items"]]
        cursor = page["next_cursor"]
    assert seen == [("de Souza", "Ada"), ("Łis", "Bo"), ("Ünal", "Al"), ("Ünal", "Zoë"), ("Zed", "C")]
    assert (await coordinator.get("/enrolments", params={"cursor": "bm9uc2Vuc2U"})).status_code == 422


async def test_the_list_is_filtered(
    coordinator: httpx.AsyncClient, add_cohort: Add, add_enrolment: Add, new_learner: Callable[..., Json]
) -> None:
    first, second = (await add_cohort())["id"], (await add_cohort())["id"]
    oakes = await add_enrolment(cohort_id=first, learner=new_learner(family_name="Oakes", preferred_name="Robin"))
    await add_enrolment(cohort_id=second, learner=new_learner(family_name="Naylor"))
    await coordinator.post(
        f"/enrolments/{oakes['id']}/withdrawal",
        json={"withdrawn_on": "2027-05-01", "reason": "pay"},
        headers={"If-Match": '"1"'},
    )
    assert await family_names(coordinator, cohort_id=second) == ["Naylor"]
    assert await family_names(coordinator, learner_id=oakes["learner_id"]) == ["Oakes"]
    assert await family_names(coordinator, state="withdrawn") == ["Oakes"]
    assert await family_names(coordinator, state="active") == ["Naylor"]
    assert await family_names(coordinator, q="imo nay") == ["Naylor"]
    assert await family_names(coordinator, q="ROBIN", cohort_id=first, state="withdrawn") == ["Oakes"]
    assert await family_names(coordinator, q="robin", state="active") == []


async def test_attention_finds_what_waits_for_somebody(
    coordinator: httpx.AsyncClient, add_cohort: Add, add_enrolment: Add, new_learner: Callable[..., Json]
) -> None:
    cohort_id = (await add_cohort())["id"]

    async def add(family_name: str, started_on: str = "2027-03-01", **changes: Any) -> Json:
        learner = new_learner(family_name=family_name, **changes)
        return await add_enrolment(cohort_id=cohort_id, started_on=started_on, learner=learner)

    await add("Temporary", uln="9999999999")
    await add("Soon", date_of_birth="2009-06-09")
    await add("Later", date_of_birth="2009-06-10")
    await add("Today", date_of_birth="2009-05-10")
    for family_name, returns_on in (("Overdue", "2027-05-09"), ("Due", "2027-05-10")):
        enrolment = await add(family_name)
        await coordinator.post(
            f"/enrolments/{enrolment['id']}/break",
            json={"starts_on": "2027-04-01", "expected_return_on": returns_on, "reason": "health"},
            headers={"If-Match": '"1"'},
        )
    for family_name, ends_on in (("Past", "2027-05-09"), ("Ending", "2027-05-10")):
        enrolment = await add(family_name)
        await coordinator.patch(
            f"/enrolments/{enrolment['id']}",
            json={"planned_end_on": ends_on, "effective_on": "2027-05-01", "reason": "ahead_of_plan"},
            headers={"If-Match": '"1"'},
        )
    assert await family_names(coordinator, attention="temporary_uln") == ["Temporary"]
    assert await family_names(coordinator, attention="turning_18_soon") == ["Soon"]
    assert await family_names(coordinator, attention="return_overdue") == ["Overdue"]
    assert await family_names(coordinator, attention="past_planned_end") == ["Past"]


async def test_a_change_moves_the_end_or_the_employer_and_says_why(
    coordinator: httpx.AsyncClient, add_enrolment: Add, add_organisation: Callable[..., str]
) -> None:
    enrolment = await add_enrolment()
    path, council = f"/enrolments/{enrolment['id']}", add_organisation(kind="local_authority", name="Fenland Council")
    wanted = {
        "employer_organisation_id": council,
        "effective_on": "2027-05-03",
        "reason": "employer_dropped_out",
        "note": "The hospital left the partnership.",
    }
    assert (await coordinator.patch(path, json=wanted)).status_code == 428
    changed = await coordinator.patch(path, json=wanted, headers={"If-Match": '"1"'})
    assert (changed.status_code, changed.headers["etag"]) == (200, '"2"'), changed.text
    assert changed.json()["employer_name"] == "Fenland Council"
    assert changed.json()["planned_end_on"] == "2028-03-12"
    stale = await coordinator.patch(path, json=wanted, headers={"If-Match": '"1"'})
    assert (stale.status_code, stale.json()["current_version"]) == (412, 2)
    history = (await coordinator.get(f"{path}/changes")).json()
    assert [entry["kind"] for entry in history["items"]] == ["changed", "started"]
    entry = history["items"][0]
    assert (entry["effective_on"], entry["reason"], entry["note"]) == (
        "2027-05-03",
        "employer_dropped_out",
        "The hospital left the partnership.",
    )
    assert entry["before"] == {"employer_organisation_id": enrolment["employer_organisation_id"]}
    assert entry["after"] == {"employer_organisation_id": council}


async def test_a_change_is_guarded(
    coordinator: httpx.AsyncClient, add_enrolment: Add, add_organisation: Callable[..., str]
) -> None:
    path = f"/enrolments/{(await add_enrolment())['id']}"
    wanted = {
        "planned_end_on": "2027-03-01",
        "employer_organisation_id": add_organisation(kind="training_provider"),
        "effective_on": "2027-02-28",
        "reason": "correction",
    }
    answer = await coordinator.patch(path, json=wanted, headers={"If-Match": '"1"'})
    assert pointers(answer) == ["/effective_on", "/planned_end_on", "/employer_organisation_id"]
    nothing = {"effective_on": "2027-05-03", "reason": "correction"}
    assert pointers(await coordinator.patch(path, json=nothing, headers={"If-Match": '"1"'})) == ["/"]


async def test_who_may_enrol(
    enrolment_body: Callable[..., Awaitable[Json]],
    as_program: SignIn,
    principal: Callable[..., Principal],
    partner_client: Callable[..., Principal],
) -> None:
    body = await enrolment_body()
    assert (await as_program(None).post("/enrolments", json=body)).status_code == 401
    for role in set(Role) - {Role.COORDINATOR}:
        refused = await as_program(principal(role)).post("/enrolments", json=body)
        assert (refused.status_code, refused.json()["type"]) == (403, "/problems/forbidden"), role
    assert (await as_program(partner_client("learners:read")).post("/enrolments", json=body)).status_code == 403
    assert (await as_program(partner_client("learners:write")).post("/enrolments", json=body)).status_code == 201
