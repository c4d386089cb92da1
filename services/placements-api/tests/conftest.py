"""placements-api under test, and what a test may take as given."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID, uuid4

import pytest
from pydantic import SecretStr
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.apprentices.models import Apprentice
from placements_api.clock import LONDON
from placements_api.host_settings.schemas import EXAMPLE
from placements_api.main import create_app
from placements_api.placements.service import PlannedPlacement, PublishedPlan, publish_plan
from placements_api.settings import PlacementsSettings
from service_common.auth import Principal, Role
from service_common.testing.databases import ServiceUnderTest
from service_common.testing.plugin import SignIn

Json = dict[str, Any]
Create = Callable[..., Awaitable[Json]]
DAY_OF_TEST = datetime.now(LONDON).date()
HELD = [
    {"code": code, "valid_from": "2020-01-01", "expires_on": None}
    for code in ("dbs_enhanced", "occupational_health", "vaccination:hepatitis_b")
]


@pytest.fixture
def service() -> ServiceUnderTest:
    return ServiceUnderTest(
        "placements_api", create_app, lambda url: PlacementsSettings(service_database_url=SecretStr(url))
    )


@pytest.fixture
def coordinator(principal: Callable[..., Principal]) -> Principal:
    return principal(Role.COORDINATOR)


@pytest.fixture
def create(sign_in: SignIn, coordinator: Principal) -> Callable[[str, Json], Awaitable[Json]]:
    """`await create("/settings", {...})`: what the coordinator got for it."""
    client = sign_in(coordinator)

    async def post(path: str, body: Json) -> Json:
        answer = await client.post(path, json=body, headers={"Idempotency-Key": str(uuid4())})
        assert answer.status_code == 201, answer.text
        created: Json = answer.json()
        return created

    return post


@pytest.fixture
def organisation(create: Callable[[str, Json], Awaitable[Json]]) -> Create:
    """`await organisation(name="Saltmarsh")`: a new one."""
    serial = count(1)

    async def add(**changes: Any) -> Json:
        facts = {"name": f"Organisation {next(serial)}", "kind": "acute_trust", "sector": "health"}
        return await create("/organisations", facts | changes)

    return add


@pytest.fixture
def setting(create: Callable[[str, Json], Awaitable[Json]], organisation: Create) -> Create:
    """`await setting(minimum_age=16)`: a ward, of an organisation of its own unless changed, that takes nobody yet."""
    serial = count(1)

    async def add(**changes: Any) -> Json:
        if "organisation_id" not in changes:
            changes["organisation_id"] = (await organisation())["id"]
        return await create("/settings", EXAMPLE | {"name": f"Ward {next(serial)}"} | changes)

    return add


@pytest.fixture
def once() -> Callable[[], dict[str, str]]:
    """`headers=once()`: a request of its own."""
    return lambda: {"Idempotency-Key": str(uuid4())}


@pytest.fixture
def elsewhere() -> UUID:
    """Another partnership."""
    return uuid4()


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


@pytest.fixture
def move(sign_in: SignIn, coordinator: Principal) -> Create:
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
