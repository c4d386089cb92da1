"""What needs whom."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID, uuid4

import httpx

from service_common.auth import Principal, Role
from service_common.testing.plugin import SignIn

Json = dict[str, Any]
Add = Callable[..., Awaitable[Json]]
Support = Callable[[Json, str, str], Awaitable[None]]

NOTHING = {"items": [], "open_enrolments": 0, "own_enrolment": None}


async def needs(client: httpx.AsyncClient) -> Json:
    answer = await client.get("/needs")
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


async def test_needs_are_counted_in_what_somebody_sees(
    coordinator: httpx.AsyncClient,
    sign_in: SignIn,
    principal: Callable[..., Principal],
    add_cohort: Add,
    add_enrolment: Add,
    add_organisation: Callable[..., str],
    new_learner: Callable[..., Json],
    support: Support,
) -> None:
    assert await needs(coordinator) == NOTHING
    await add_cohort(starts_on="2027-06-01", ends_on="2028-06-04")
    trust = add_organisation()
    young = await add_enrolment(
        employer_organisation_id=trust, learner=new_learner(uln="9999999999", date_of_birth="2009-05-20")
    )
    await add_enrolment(learner=new_learner(uln="9999999999"))
    paused = await add_enrolment()
    await coordinator.post(
        f"/enrolments/{paused['id']}/break",
        json={"starts_on": "2027-03-08", "expected_return_on": "2027-04-05", "reason": "health"},
        headers={"If-Match": '"1"'},
    )
    overdue = {"about": "enrolments", "kind": "return_overdue", "count": 1, "severity": "urgent"}
    missing = {"about": "enrolments", "kind": "clearance_missing", "count": 3, "severity": "urgent"}
    temporary = {"about": "enrolments", "kind": "temporary_uln", "count": 2, "severity": "warning"}
    birthday = {"about": "enrolments", "kind": "turning_18_soon", "count": 1, "severity": "info"}
    places = {"about": "cohorts", "kind": "starting_with_free_places", "count": 1, "severity": "warning"}
    assert await needs(coordinator) == {
        "items": [overdue, missing, temporary, places, birthday],
        "open_enrolments": 3,
        "own_enrolment": None,
    }
    employer = sign_in(principal(Role.EMPLOYER, organisation_ids=frozenset({UUID(trust)})))
    assert await needs(employer) == {
        "items": [missing | {"count": 1}, temporary | {"count": 1}, birthday],
        "open_enrolments": 1,
        "own_enrolment": None,
    }
    account_id = str(uuid4())
    await support(young, account_id, "assessor")
    assessor = sign_in(principal(Role.ASSESSOR, subject=account_id))
    assert (await needs(assessor))["open_enrolments"] == 1
    assert await needs(sign_in(principal(Role.ASSESSOR))) == NOTHING


async def test_an_apprentice_sees_where_they_are_and_who_is_on_their_side(
    sign_in: SignIn, principal: Callable[..., Principal], add_enrolment: Add, support: Support
) -> None:
    enrolment, account_id = await add_enrolment(planned_end_on="2028-02-29"), str(uuid4())
    await support(enrolment, account_id, "mentor")
    apprentice = sign_in(principal(Role.APPRENTICE, learner_id=UUID(enrolment["learner_id"])))
    assert await needs(apprentice) == {
        "items": [],
        "open_enrolments": None,
        "own_enrolment": {
            "enrolment": enrolment | {"version": 2},
            "days_done": 70,
            "days_planned": 365,
            "supporters": [{"role": "mentor", "account_id": account_id, "name": "Donna Whitlock"}],
        },
    }
    assert (await needs(sign_in(principal(Role.APPRENTICE))))["own_enrolment"] is None


async def test_who_has_needs(
    stranger: httpx.AsyncClient,
    add_enrolment: Add,
    sign_in: SignIn,
    principal: Callable[..., Principal],
    partner_client: Callable[..., Principal],
) -> None:
    await add_enrolment()
    assert (await sign_in(None).get("/needs")).status_code == 401
    assert (await sign_in(partner_client("learners:read")).get("/needs")).status_code == 403
    assert await needs(sign_in(principal(Role.FUNDER))) == NOTHING | {"open_enrolments": None}
    assert await needs(stranger) == NOTHING
