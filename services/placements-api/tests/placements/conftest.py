"""A cohort with apprentices, and the placements that a published plan gives them."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.apprentices.models import Apprentice
from placements_api.clock import LONDON
from placements_api.placements.service import PlannedPlacement, PublishedPlan, publish_plan
from service_common.auth import Principal
from service_common.testing.plugin import SignIn

Json = dict[str, Any]
Create = Callable[..., Awaitable[Json]]
DAY_OF_TEST = datetime.now(LONDON).date()
HELD = [
    {"code": code, "valid_from": "2020-01-01", "expires_on": None}
    for code in ("dbs_enhanced", "occupational_health", "vaccination:hepatitis_b")
]


@pytest.fixture
def cohort_id() -> UUID:
    return uuid4()


@pytest.fixture
def apprentice(
    session: AsyncSession, partnership_id: UUID, cohort_id: UUID, organisation: Create
) -> Callable[..., Awaitable[Apprentice]]:
    """`await apprentice(clearances=[])`: one of the cohort, as learners-api told of them."""
    serial = count(1)

    async def add(*, clearances: list[Json] = HELD, **changes: Any) -> Apprentice:
        facts: Json = {
            "enrolment_id": uuid4(),
            "learner_id": uuid4(),
            "given_names": "Rowan",
            "family_name": f"Ashdown {next(serial)}",
            "date_of_birth": date(2000, 5, 3),
            "programme_id": uuid4(),
            "cohort_id": cohort_id,
            "employer_organisation_id": changes.pop("employer_id", None) or UUID((await organisation())["id"]),
            "state": "active",
            "started_on": date(2026, 1, 5),
            "planned_end_on": date(2028, 1, 5),
            "ended_on": None,
            "planning": {"clearances": clearances},
        }
        row = Apprentice(partnership_id=partnership_id, **facts | changes)
        session.add(row)
        await session.commit()
        return row

    return add


@pytest.fixture
def planned(setting: Create) -> Callable[..., PlannedPlacement]:
    """`planned(apprentice, ward, weeks_from_now=20)`: six months of a plan."""

    def plan(of: Apprentice, at: Json | None, *, weeks_from_now: int = 20, block: int = 0) -> PlannedPlacement:
        first = DAY_OF_TEST + timedelta(weeks=weeks_from_now)
        return PlannedPlacement(
            enrolment_id=of.enrolment_id,
            learner_id=of.learner_id,
            block=block,
            block_name="Care assistant",
            starts_on=first,
            ends_on=first + timedelta(weeks=26, days=-1),
            setting_id=UUID(at["id"]) if at else None,
            organisation_id=UUID(at["organisation_id"]) if at else of.employer_organisation_id,
        )

    return plan


@pytest.fixture
def publish(session: AsyncSession, coordinator: Principal, cohort_id: UUID) -> Callable[..., Awaitable[PublishedPlan]]:
    """`await publish(planned(...), ...)`: the cohort's placements become these."""

    async def make(*wanted: PlannedPlacement) -> PublishedPlan:
        published = await publish_plan(session, coordinator, cohort_id, uuid4(), wanted)
        await session.commit()
        return published

    return make


Move = Callable[..., Awaitable[Json]]


@pytest.fixture
def move(sign_in: SignIn, coordinator: Principal) -> Move:
    """`await move(placement_id, "offer", "accept")`: by the coordinator, one step after the other."""
    client = sign_in(coordinator)

    async def take(placement_id: UUID, *steps: str, **more: Any) -> Json:
        read: Json = (await client.get(f"/placements/{placement_id}")).json()
        for step in steps:
            answer = await client.post(
                f"/placements/{placement_id}/steps",
                json={"step": step, **more},
                headers={"If-Match": f'"{read["version"]}"', "Idempotency-Key": str(uuid4())},
            )
            assert answer.status_code == 201, answer.text
            read = answer.json()
        return read

    return take
