"""placements-api under test, and what a test may take as given."""

from collections.abc import Awaitable, Callable
from itertools import count
from typing import Any
from uuid import UUID, uuid4

import pytest
from pydantic import SecretStr

from placements_api.host_settings.schemas import EXAMPLE
from placements_api.main import create_app
from placements_api.settings import PlacementsSettings
from service_common.auth import Principal, Role
from service_common.testing.databases import ServiceUnderTest
from service_common.testing.plugin import SignIn

Json = dict[str, Any]
Create = Callable[..., Awaitable[Json]]


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
