"""Requests at the same moment, with real commits."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest

Json = dict[str, Any]
Add = Callable[..., Awaitable[Json]]


@pytest.mark.usefixtures("committed")
async def test_the_last_place_is_given_once(
    coordinator: httpx.AsyncClient, add_cohort: Add, enrolment_body: Callable[..., Awaitable[Json]]
) -> None:
    cohort = await add_cohort(places=2)
    bodies = [await enrolment_body(cohort_id=cohort["id"]) for _ in range(6)]
    answers = await asyncio.gather(*(coordinator.post("/enrolments", json=body) for body in bodies))
    assert sorted(answer.status_code for answer in answers) == [201, 201, 409, 409, 409, 409]
    assert {answer.json()["type"] for answer in answers if answer.status_code == 409} == {"/problems/cohort-full"}
    figures = (await coordinator.get(f"/cohorts/{cohort['id']}")).json()["figures"]
    assert figures["places_taken"] == 2


@pytest.mark.usefixtures("committed")
async def test_transfers_and_starts_compete_for_the_same_place(
    coordinator: httpx.AsyncClient,
    add_cohort: Add,
    add_enrolment: Add,
    enrolment_body: Callable[..., Awaitable[Json]],
) -> None:
    wanted = await add_cohort(places=1)
    movers = [await add_enrolment() for _ in range(2)]
    bodies = [await enrolment_body(cohort_id=wanted["id"]) for _ in range(2)]
    move = {"cohort_id": wanted["id"], "effective_on": "2027-05-10", "reason": "learners_wish"}
    answers = await asyncio.gather(
        *(
            coordinator.post(f"/enrolments/{mover['id']}/transfer", json=move, headers={"If-Match": '"1"'})
            for mover in movers
        ),
        *(coordinator.post("/enrolments", json=body) for body in bodies),
    )
    assert sum(answer.status_code in (200, 201) for answer in answers) == 1
    assert sum(answer.status_code == 409 for answer in answers) == 3
    assert (await coordinator.get(f"/cohorts/{wanted['id']}")).json()["figures"]["places_taken"] == 1


@pytest.mark.usefixtures("committed")
async def test_a_learner_is_enrolled_in_one_of_two_cohorts(
    coordinator: httpx.AsyncClient, add_enrolment: Add, enrolment_body: Callable[..., Awaitable[Json]]
) -> None:
    first = await add_enrolment()
    await coordinator.post(
        f"/enrolments/{first['id']}/withdrawal",
        json={"withdrawn_on": "2027-03-05", "reason": "health"},
        headers={"If-Match": '"1"'},
    )
    known = {"kind": "existing", "learner_id": first["learner_id"]}
    bodies = [await enrolment_body(learner=known, started_on="2027-05-03") for _ in range(2)]
    answers = await asyncio.gather(*(coordinator.post("/enrolments", json=body) for body in bodies))
    assert sorted(answer.status_code for answer in answers) == [201, 409]
    refused = next(answer for answer in answers if answer.status_code == 409)
    assert refused.json()["type"] == "/problems/already-enrolled"


@pytest.mark.usefixtures("committed")
async def test_two_coordinators_do_not_overwrite_each_other(coordinator: httpx.AsyncClient, add_enrolment: Add) -> None:
    path = f"/enrolments/{(await add_enrolment())['id']}"
    answers = await asyncio.gather(
        *(
            coordinator.patch(
                path,
                json={"planned_end_on": planned, "effective_on": "2027-05-03", "reason": "needs_more_time"},
                headers={"If-Match": '"1"'},
            )
            for planned in ("2028-04-02", "2028-05-07")
        )
    )
    assert sorted(answer.status_code for answer in answers) == [200, 412]
    won = next(answer for answer in answers if answer.status_code == 200)
    assert (await coordinator.get(path)).json() == won.json()
    assert len((await coordinator.get(f"{path}/changes")).json()["items"]) == 2
