"""Planning facts through the API."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from service_common.auth import Principal, Role
from service_common.testing.plugin import SignIn
from service_common.testing.principals import make_service_principal

Json = dict[str, Any]
Add = Callable[..., Awaitable[Json]]

TRAVEL_AND_HOURS: Json = {
    "home_position": {"latitude": 50.811, "longitude": -0.371},
    "travel_means": ["public_transport"],
    "travel_limit_minutes": 60,
    "contracted_weekly_hours": 37.5,
    "weekly_hours_limit": 50,
    "opted_out_on": "2027-03-01",
    "first_sector": "social_care",
}
PREFERENCES: Json = {
    "preferences": {"setting_kinds": ["day_centre", "acute_ward"], "note": "I like to be outdoors."},
    "sector_of_choice": {"before": "health", "now": "social_care"},
}
NOTHING_YET: Json = {
    **dict.fromkeys(TRAVEL_AND_HOURS),
    "travel_means": [],
    "preferences": {"setting_kinds": [], "note": None},
    "sector_of_choice": {"before": None, "now": None},
    "version": 0,
}


def seen(version: int) -> dict[str, str]:
    return {"If-Match": f'"{version}"'}


async def test_facts_are_recorded_and_read(
    coordinator: httpx.AsyncClient,
    sign_in: SignIn,
    principal: Callable[..., Principal],
    add_enrolment: Add,
    session: AsyncSession,
) -> None:
    learner_id = (await add_enrolment())["learner_id"]
    path = f"/learners/{learner_id}"
    empty = await coordinator.get(f"{path}/planning-facts")
    assert (empty.headers["etag"], empty.json()) == ('"0"', {"learner_id": learner_id, **NOTHING_YET})

    recorded = await coordinator.put(f"{path}/planning-facts", json=TRAVEL_AND_HOURS, headers=seen(0))
    assert (recorded.status_code, recorded.headers["etag"]) == (200, '"1"')
    apprentice = sign_in(principal(Role.APPRENTICE, learner_id=UUID(learner_id)))
    given = await apprentice.put(f"{path}/preferences", json=PREFERENCES, headers=seen(1))
    expected = {"learner_id": learner_id, **TRAVEL_AND_HOURS, **PREFERENCES, "version": 2}
    assert given.status_code == 200
    assert given.json() == {"learner_id": learner_id, **PREFERENCES, "version": 2}
    assert (await apprentice.get(f"{path}/preferences")).json() == given.json()
    assert (await apprentice.get(f"{path}/planning-facts")).json() == expected

    stale = await coordinator.put(f"{path}/planning-facts", json={}, headers=seen(1))
    assert (stale.status_code, stale.json()["current_version"]) == (412, 2)
    assert (await coordinator.put(f"{path}/planning-facts", json={})).status_code == 428
    events = await session.scalars(text("SELECT type FROM system.events WHERE subject = :id"), {"id": learner_id})
    assert list(events) == ["learner.created", "learner.updated", "learner.updated"]


async def test_services_look_up_what_the_planner_needs(
    coordinator: httpx.AsyncClient,
    sign_in: SignIn,
    partnership_id: UUID,
    partner_client: Callable[..., Principal],
    add_enrolment: Add,
    add_clearance: Add,
    record_facts: Add,
    new_learner: Callable[..., Json],
) -> None:
    learner_id = (await add_enrolment(learner=new_learner(home_postcode="BN11 2DH")))["learner_id"]
    await record_facts(learner_id, **TRAVEL_AND_HOURS)
    await coordinator.put(f"/learners/{learner_id}/preferences", json=PREFERENCES, headers=seen(1))
    adjustments = {"adjustments": ["no_lifting"], "note": "After an operation."}
    await coordinator.put(f"/learners/{learner_id}/adjustments", json=adjustments, headers=seen(2))
    await add_clearance(learner_id, reference="001912345678", note="Seen.")
    service = sign_in(make_service_principal(partnership_id=partnership_id))
    answer = await service.post("/learners/lookup", json={"ids": [learner_id]})
    planning = {
        "home_postcode": "BN11 2DH",
        **{field: value for field, value in TRAVEL_AND_HOURS.items() if field != "opted_out_on"},
        "clearances": [{"code": "dbs_enhanced", "valid_from": "2027-02-15", "expires_on": "2030-02-14"}],
        "adjustments": ["no_lifting"],
        **PREFERENCES,
    }
    assert answer.json()["items"][0]["planning"] == planning
    partner = await sign_in(partner_client("learners:read")).post("/learners/lookup", json={"ids": [learner_id]})
    assert partner.json()["items"][0]["planning"] == planning | {"adjustments": []}


@pytest.mark.parametrize(
    ("born_on", "facts", "faults"),
    [
        ("2007-02-03", {"weekly_hours_limit": 48}, []),
        ("2007-02-03", {"weekly_hours_limit": 48.25}, ["/opted_out_on"]),
        ("2007-02-03", {"weekly_hours_limit": 50, "opted_out_on": "2027-05-11"}, ["/opted_out_on"]),
        ("2007-02-03", {"weekly_hours_limit": 37.5, "contracted_weekly_hours": 40}, ["/contracted_weekly_hours"]),
        ("2009-05-10", {"weekly_hours_limit": 48}, []),
        ("2009-05-11", {"weekly_hours_limit": 40, "contracted_weekly_hours": 40}, []),
        ("2009-05-11", {"weekly_hours_limit": 40.25}, ["/weekly_hours_limit"]),
        ("2009-05-11", {"contracted_weekly_hours": 42}, ["/contracted_weekly_hours"]),
        ("2009-05-11", {"opted_out_on": "2027-03-01"}, ["/opted_out_on"]),
        ("2007-02-03", {"home_position": {"latitude": 5, "longitude": 0}}, ["/home_position/latitude"]),
    ],
)
async def test_hours_keep_to_the_law(
    coordinator: httpx.AsyncClient,
    add_enrolment: Add,
    new_learner: Callable[..., Json],
    born_on: str,
    facts: Json,
    faults: list[str],
) -> None:
    """The day is 10 May 2027: who was born on 10 May 2009 is 18."""
    enrolment = await add_enrolment(learner=new_learner(date_of_birth=born_on))
    path = f"/learners/{enrolment['learner_id']}/planning-facts"
    answer = await coordinator.put(path, json=facts, headers=seen(0))
    assert answer.status_code == (422 if faults else 200)
    assert [fault["pointer"] for fault in answer.json().get("errors", [])] == faults


async def test_adjustments_are_for_those_who_arrange_them(
    coordinator: httpx.AsyncClient,
    stranger: httpx.AsyncClient,
    sign_in: SignIn,
    principal: Callable[..., Principal],
    partner_client: Callable[..., Principal],
    add_enrolment: Add,
    add_organisation: Callable[..., str],
    support: Callable[[Json, str, str], Awaitable[None]],
    session: AsyncSession,
) -> None:
    trust, account_id = add_organisation(), str(uuid4())
    enrolment = await add_enrolment(employer_organisation_id=trust)
    await support(enrolment, account_id, "mentor")
    path = f"/learners/{enrolment['learner_id']}/adjustments"
    wanted = {"adjustments": ["quiet_space", "fixed_hours"], "note": "A room to withdraw to."}
    recorded = await coordinator.put(path, json=wanted, headers=seen(0))
    assert (recorded.status_code, recorded.headers["etag"]) == (200, '"1"')
    expected = {"learner_id": enrolment["learner_id"], **wanted, "version": 1}
    employer = sign_in(principal(Role.EMPLOYER, organisation_ids=frozenset({UUID(trust)})))
    own = sign_in(principal(Role.APPRENTICE, learner_id=UUID(enrolment["learner_id"])))
    for client in (coordinator, sign_in(principal(Role.ADMINISTRATOR)), employer, own):
        assert (await client.get(path)).json() == expected
    elsewhere = sign_in(principal(Role.EMPLOYER, organisation_ids=frozenset({uuid4()})))
    for client in (elsewhere, stranger, sign_in(principal(Role.APPRENTICE, learner_id=uuid4()))):
        assert (await client.get(path)).status_code == 404
    others = set(Role) - {Role.COORDINATOR, Role.ADMINISTRATOR, Role.EMPLOYER, Role.APPRENTICE}
    for role in others:
        helper = principal(role, subject=account_id, organisation_ids=frozenset({UUID(trust)}))
        assert (await sign_in(helper).get(path)).status_code == 403, role
    assert (await sign_in(partner_client("learners:read", "learners:write")).get(path)).status_code == 403
    # An employer who is also a mentor sees a mentor's learners, but not what they need.
    both = principal(Role.EMPLOYER, Role.MENTOR, Role.EQA, subject=account_id, organisation_ids=frozenset({uuid4()}))
    assert (await sign_in(both).get(f"/learners/{enrolment['learner_id']}")).status_code == 200
    for what in ("adjustments", "planning-facts", "clearances"):
        assert (await sign_in(both).get(f"/learners/{enrolment['learner_id']}/{what}")).status_code == 404
    reads = await session.scalar(
        text("SELECT count(*) FROM system.audit_entries WHERE action = 'adjustments.read' AND subject = :id"),
        {"id": enrolment["learner_id"]},
    )
    assert reads == 3, "the apprentice's own reading is not recorded"

    await coordinator.post(
        f"/enrolments/{enrolment['id']}/withdrawal",
        json={"withdrawn_on": "2027-05-03", "reason": "travel"},
        headers=seen(2),
    )
    assert (await employer.get(path)).status_code == 404, "no longer the employer"


async def test_who_may_read_and_change(
    stranger: httpx.AsyncClient,
    sign_in: SignIn,
    principal: Callable[..., Principal],
    add_enrolment: Add,
    add_organisation: Callable[..., str],
) -> None:
    trust = add_organisation()
    learner_id = (await add_enrolment(employer_organisation_id=trust))["learner_id"]
    sees = {Role.COORDINATOR, Role.ADMINISTRATOR, Role.EMPLOYER, Role.LINE_MANAGER, Role.APPRENTICE}
    changes = {"planning-facts": {Role.COORDINATOR}, "preferences": {Role.COORDINATOR, Role.APPRENTICE}}
    bodies = {"planning-facts": {}, "preferences": PREFERENCES}
    for role in Role:
        client = sign_in(principal(role, learner_id=UUID(learner_id), organisation_ids=frozenset({UUID(trust)})))
        read = await client.get(f"/learners/{learner_id}/planning-facts")
        assert read.status_code == (200 if role in sees else 403), role
        for what, roles in changes.items():
            answer = await client.put(f"/learners/{learner_id}/{what}", json=bodies[what], headers=seen(99))
            assert answer.status_code == (412 if role in roles else 403), (role, what)
    someone_else = sign_in(principal(Role.APPRENTICE, learner_id=uuid4()))
    for client, status in ((sign_in(None), 401), (stranger, 404), (someone_else, 404)):
        assert (await client.get(f"/learners/{learner_id}/planning-facts")).status_code == status
        put = await client.put(f"/learners/{learner_id}/preferences", json=PREFERENCES, headers=seen(0))
        assert put.status_code == status
