"""Whose clearances need attention, and who is told."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID, uuid4

import httpx

from service_common.auth import Principal, Role
from service_common.testing.plugin import SignIn

Json = dict[str, Any]
Add = Callable[..., Awaitable[Json]]

NEEDED = ({"code": "right_to_work", "expires_on": None}, {"code": "dbs_enhanced", "expires_on": None})


async def family_names(client: httpx.AsyncClient, attention: str) -> list[str]:
    answer = await client.get("/enrolments", params={"attention": attention})
    assert answer.status_code == 200, answer.text
    return [item["family_name"] for item in answer.json()["items"]]


async def test_missing_and_expiring_clearances_are_found(
    coordinator: httpx.AsyncClient, add_enrolment: Add, add_clearance: Add, new_learner: Callable[..., Json]
) -> None:
    """The day is 10 May 2027, and enrolments are planned to end on 12 March 2028."""

    async def add(family_name: str, *clearances: Json, **changes: Any) -> None:
        enrolment = await add_enrolment(learner=new_learner(family_name=family_name), **changes)
        for clearance in clearances:
            await add_clearance(enrolment["learner_id"], **clearance)

    def car(valid_from: str, expires_on: str | None) -> Json:
        return {"code": "car", "valid_from": valid_from, "expires_on": expires_on}

    await add("All", *NEEDED)
    await add("None")
    await add("Unchecked", NEEDED[0])
    await add("Expired", *NEEDED, car("2026-05-10", "2027-05-09"))
    await add("Renewed", *NEEDED, car("2026-05-10", "2027-05-09"), car("2027-05-10", None))
    await add("Today", *NEEDED, car("2026-05-10", "2027-05-10"))
    await add("Soon", *NEEDED, car("2026-05-10", "2027-07-09"))
    await add("Later", *NEEDED, car("2026-05-10", "2027-07-10"))
    await add("Covered", *NEEDED, car("2026-05-10", "2027-05-20"), car("2027-05-21", "2028-05-20"))
    await add("Leaving", *NEEDED, car("2026-05-10", "2027-06-20"), planned_end_on="2027-06-20")
    assert await family_names(coordinator, "clearance_missing") == ["Expired", "None", "Unchecked"]
    assert await family_names(coordinator, "clearance_expiring") == ["Soon", "Today"]


async def test_only_those_who_plan_or_employ_are_told(
    coordinator: httpx.AsyncClient,
    sign_in: SignIn,
    principal: Callable[..., Principal],
    add_enrolment: Add,
    add_organisation: Callable[..., str],
    support: Callable[[Json, str, str], Awaitable[None]],
) -> None:
    trust, account_id = add_organisation(), str(uuid4())
    enrolment = await add_enrolment(employer_organisation_id=trust)
    await support(enrolment, account_id, "assessor")
    employer = sign_in(principal(Role.EMPLOYER, organisation_ids=frozenset({UUID(trust)})))
    elsewhere = sign_in(principal(Role.EMPLOYER, organisation_ids=frozenset({uuid4()})))
    assessor = sign_in(principal(Role.ASSESSOR, subject=account_id))
    for client, told in ((coordinator, 1), (employer, 1), (elsewhere, 0), (assessor, 0)):
        assert len(await family_names(client, "clearance_missing")) == told
        needs = (await client.get("/needs")).json()["items"]
        assert [need["count"] for need in needs if need["kind"] == "clearance_missing"] == [told] * told
