"""Who is not to be placed where."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.testing.cohorts import Json, OnRecord
from service_common.auth import Principal, Role
from service_common.testing.plugin import SignIn

Make = Callable[..., Awaitable[Json]]


@pytest.fixture
async def learner_id(partnership_id: UUID, session: AsyncSession) -> str:
    on_record = OnRecord(partnership_id)
    on_record.person("Ada")
    await on_record.store(session)
    return str(on_record.people[0].learner_id)


async def test_an_exclusion_is_agreed_and_lifted(
    sign_in: SignIn, coordinator: Principal, learner_id: str, setting: Make, once: Callable[[], dict[str, str]]
) -> None:
    client = sign_in(coordinator)
    new = {"learner_id": learner_id, "setting_id": (await setting())["id"], "reason": "conflict_of_interest"}
    made = await client.post("/exclusions", json=new, headers=once())
    assert made.status_code == 201, made.text
    again = await client.post("/exclusions", json=new, headers=once())
    assert again.json()["type"] == "/problems/already-excluded"
    [listed] = (await client.get("/exclusions", params={"learner_id": learner_id})).json()["items"]
    assert listed == made.json()
    assert (await client.delete(f"/exclusions/{listed['id']}")).status_code == 204
    assert (await client.delete(f"/exclusions/{listed['id']}")).status_code == 404
    assert (await client.get("/exclusions")).json()["items"] == []


async def test_it_is_about_one_setting_or_organisation_and_somebody_known(
    sign_in: SignIn, coordinator: Principal, learner_id: str, organisation: Make, once: Callable[[], dict[str, str]]
) -> None:
    client = sign_in(coordinator)
    neither = {"learner_id": learner_id, "reason": "agreed_with_host"}
    assert (await client.post("/exclusions", json=neither, headers=once())).status_code == 422
    unknown = neither | {"organisation_id": str(uuid4())}
    answer = await client.post("/exclusions", json=unknown, headers=once())
    assert answer.json()["errors"][0]["pointer"] == "/organisation_id"
    stranger = {**neither, "learner_id": str(uuid4()), "organisation_id": (await organisation())["id"]}
    answer = await client.post("/exclusions", json=stranger, headers=once())
    assert answer.json()["errors"][0]["pointer"] == "/learner_id"


async def test_who_may(
    sign_in: SignIn, principal: Callable[..., Principal], once: Callable[[], dict[str, str]], elsewhere: Any
) -> None:
    for role in (Role.EMPLOYER, Role.APPRENTICE, Role.MENTOR):
        assert (await sign_in(principal(role)).get("/exclusions")).status_code == 403
    abroad = sign_in(principal(Role.COORDINATOR, partnership_id=elsewhere))
    assert (await abroad.get("/exclusions")).json()["items"] == []
    assert (await sign_in(None).get("/exclusions")).status_code == 401
