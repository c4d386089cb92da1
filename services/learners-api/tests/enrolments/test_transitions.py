"""What happens to an enrolment between its start and its end, through the API."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from service_common.auth import Principal, Role
from service_common.testing.plugin import SignIn

Json = dict[str, Any]
Add = Callable[..., Awaitable[Json]]
Step = Callable[..., Awaitable[httpx.Response]]

WITHDRAWAL = {"withdrawn_on": "2027-05-07", "reason": "another_job"}
BREAK = {"starts_on": "2027-05-03", "expected_return_on": "2027-06-07", "reason": "health"}
RETURN = {"returned_on": "2027-05-10", "planned_end_on": "2028-03-19"}
COMPLETION = {"completed_on": "2027-05-10", "outcome": "achieved"}
TRANSFER = {"effective_on": "2027-05-10", "reason": "learners_wish"}


@pytest.fixture
def step(coordinator: httpx.AsyncClient) -> Step:
    """`await step(enrolment, "withdrawal", body)`: with the version that the enrolment has."""

    async def take(enrolment: Json, what: str, body: Json) -> httpx.Response:
        headers = {"If-Match": f'"{enrolment["version"]}"'}
        return await coordinator.post(f"/enrolments/{enrolment['id']}/{what}", json=body, headers=headers)

    return take


def problem(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"]


async def test_a_learner_withdraws(
    coordinator: httpx.AsyncClient, session: AsyncSession, add_enrolment: Add, step: Step
) -> None:
    enrolment = await add_enrolment()
    left = await step(enrolment, "withdrawal", WITHDRAWAL | {"note": "Became a porter."})
    assert (left.status_code, left.headers["etag"]) == (200, '"2"'), left.text
    changed = {"state": "withdrawn", "ended_on": "2027-05-07", "withdrawal_reason": "another_job", "version": 2}
    assert left.json() == enrolment | changed
    entry = (await coordinator.get(f"/enrolments/{enrolment['id']}/changes")).json()["items"][0]
    assert (entry["kind"], entry["effective_on"], entry["note"]) == ("withdrawn", "2027-05-07", "Became a porter.")
    assert entry["before"] == {"state": "active", "ended_on": None, "withdrawal_reason": None}
    assert entry["after"] == {"state": "withdrawn", "ended_on": "2027-05-07", "withdrawal_reason": "another_job"}
    last = (await session.execute(text("SELECT type, data FROM system.events ORDER BY id DESC LIMIT 1"))).one()
    ids = {"learner_id": enrolment["learner_id"], "cohort_id": enrolment["cohort_id"]}
    assert tuple(last) == ("enrolment.withdrawn", ids)
    for what, body in (("withdrawal", WITHDRAWAL), ("break", BREAK), ("return", RETURN), ("completion", COMPLETION)):
        assert problem(await step(left.json(), what, body)) == (409, "/problems/enrolment-ended")


async def test_a_break_and_the_return_from_it(coordinator: httpx.AsyncClient, add_enrolment: Add, step: Step) -> None:
    enrolment = await add_enrolment()
    assert problem(await step(enrolment, "return", RETURN)) == (409, "/problems/enrolment-not-on-break")
    paused = (await step(enrolment, "break", BREAK)).json()
    changed = {"state": "on_break", "break_started_on": "2027-05-03", "return_expected_on": "2027-06-07", "version": 2}
    assert paused == enrolment | changed
    assert problem(await step(paused, "break", BREAK)) == (409, "/problems/enrolment-on-break")
    assert problem(await step(paused, "completion", COMPLETION)) == (409, "/problems/enrolment-on-break")
    back = (await step(paused, "return", RETURN)).json()
    assert back == enrolment | {"planned_end_on": "2028-03-19", "version": 3}
    overlapping = await step(back, "break", BREAK | {"starts_on": "2027-05-09"})
    assert [fault["pointer"] for fault in overlapping.json()["errors"]] == ["/starts_on"]
    kinds = [
        entry["kind"] for entry in (await coordinator.get(f"/enrolments/{enrolment['id']}/changes")).json()["items"]
    ]
    assert kinds == ["returned", "break_started", "started"]


async def test_somebody_on_a_break_withdraws(add_enrolment: Add, step: Step) -> None:
    paused = (await step(await add_enrolment(), "break", BREAK)).json()
    left = await step(paused, "withdrawal", WITHDRAWAL)
    assert (left.json()["state"], left.json()["break_started_on"]) == ("withdrawn", None)


async def test_a_learner_moves_to_another_cohort(
    coordinator: httpx.AsyncClient, session: AsyncSession, add_cohort: Add, add_enrolment: Add, step: Step
) -> None:
    enrolment = await add_enrolment()
    later = await add_cohort(starts_on="2027-05-03", ends_on="2028-05-14", places=1)
    moved = await step(enrolment, "transfer", TRANSFER | {"cohort_id": later["id"]})
    assert moved.status_code == 200, moved.text
    changed = {
        "cohort_id": later["id"],
        "cohort_name": later["name"],
        "programme_id": later["programme_id"],
        "programme_name": later["programme_name"],
        "planned_end_on": "2028-05-14",
        "version": 2,
    }
    assert moved.json() == enrolment | changed
    for cohort_id, taken in ((enrolment["cohort_id"], 0), (later["id"], 1)):
        assert (await coordinator.get(f"/cohorts/{cohort_id}")).json()["figures"]["places_taken"] == taken
    last = (await session.execute(text("SELECT type, data FROM system.events ORDER BY id DESC LIMIT 1"))).one()
    assert tuple(last) == (
        "enrolment.transferred",
        {"learner_id": enrolment["learner_id"], "cohort_id": later["id"]},
    )
    other = await add_enrolment()
    assert problem(await step(other, "transfer", TRANSFER | {"cohort_id": later["id"]})) == (
        409,
        "/problems/cohort-full",
    )
    for cohort_id in (other["cohort_id"], str(uuid4())):
        nowhere = await step(other, "transfer", TRANSFER | {"cohort_id": cohort_id})
        assert [fault["pointer"] for fault in nowhere.json()["errors"]] == ["/cohort_id"]


async def test_an_enrolment_is_completed(add_enrolment: Add, step: Step) -> None:
    enrolment = await add_enrolment()
    done = (await step(enrolment, "completion", COMPLETION)).json()
    assert done == enrolment | {"state": "completed", "ended_on": "2027-05-10", "outcome": "achieved", "version": 2}
    assert problem(await step(done, "completion", COMPLETION)) == (409, "/problems/enrolment-ended")


@pytest.mark.parametrize(
    ("what", "body", "pointer"),
    [
        ("withdrawal", WITHDRAWAL | {"withdrawn_on": "2027-02-28"}, "/withdrawn_on"),
        ("withdrawal", WITHDRAWAL | {"reason": "whim"}, "/reason"),
        ("break", BREAK | {"expected_return_on": "2027-05-03"}, "/expected_return_on"),
        ("transfer", TRANSFER | {"effective_on": "2027-02-01"}, "/effective_on"),
        ("completion", COMPLETION | {"completed_on": "2027-05-11"}, "/completed_on"),
    ],
)
async def test_dates_are_guarded(
    coordinator: httpx.AsyncClient, add_cohort: Add, add_enrolment: Add, step: Step, what: str, body: Json, pointer: str
) -> None:
    enrolment = await add_enrolment()
    if what == "transfer":
        body = body | {"cohort_id": (await add_cohort())["id"]}
    answer = await step(enrolment, what, body)
    assert (answer.status_code, [fault["pointer"] for fault in answer.json()["errors"]]) == (422, [pointer])
    assert (await coordinator.get(f"/enrolments/{enrolment['id']}")).json() == enrolment


STEPS = [
    ("PATCH", "", {"planned_end_on": "2028-04-02", "effective_on": "2027-05-03", "reason": "needs_more_time"}),
    ("POST", "/withdrawal", WITHDRAWAL),
    ("POST", "/break", BREAK),
    ("POST", "/return", RETURN),
    ("POST", "/transfer", TRANSFER | {"cohort_id": str(uuid4())}),
    ("POST", "/completion", COMPLETION),
    ("PUT", "/caseload", {"supporters": []}),
]


@pytest.mark.parametrize(("method", "what", "body"), STEPS)
async def test_who_may_take_a_step_and_on_which_version(
    add_enrolment: Add,
    coordinator: httpx.AsyncClient,
    stranger: httpx.AsyncClient,
    as_program: SignIn,
    principal: Callable[..., Principal],
    method: str,
    what: str,
    body: Json,
) -> None:
    path, seen = f"/enrolments/{(await add_enrolment())['id']}{what}", {"If-Match": '"1"'}
    assert (await as_program(None).request(method, path, json=body, headers=seen)).status_code == 401
    for role in set(Role) - {Role.COORDINATOR}:
        assert (await as_program(principal(role)).request(method, path, json=body, headers=seen)).status_code == 403
    assert problem(await stranger.request(method, path, json=body, headers=seen)) == (404, "/problems/not-found")
    unseen = await coordinator.request(method, path, json=body)
    assert problem(unseen) == (428, "/problems/precondition-required")
    stale = await coordinator.request(method, path, json=body, headers={"If-Match": '"7"'})
    assert (*problem(stale), stale.json()["current_version"]) == (412, "/problems/version-mismatch", 1)
