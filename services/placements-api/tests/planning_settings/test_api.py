"""How a programme is planned."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.testing.cohorts import OnRecord
from service_common.auth import Principal, Role
from service_common.testing.plugin import SignIn


@pytest.fixture
async def path(partnership_id: UUID, session: AsyncSession) -> str:
    on_record = OnRecord(partnership_id)
    await on_record.store(session)
    return f"/programmes/{on_record.programme_id}/planning-settings"


async def test_defaults_hold_until_they_are_changed(sign_in: SignIn, coordinator: Principal, path: str) -> None:
    client = sign_in(coordinator)
    answer = await client.get(path)
    assert answer.headers["ETag"] == '"0"'
    before = answer.json()
    assert (before["weights"]["preference"], before["never_twice"]) == (12, ["setting"])
    wanted = {"weights": {"travel": 3}, "never_twice": ["host"], "travel_limit_minutes": 45}
    changed = await client.put(path, json=wanted, headers={"If-Match": '"0"'})
    assert (changed.json()["weights"]["travel"], changed.headers["ETag"]) == (3, '"1"')
    assert (await client.get(path)).json() == changed.json()
    late = await client.put(path, json=wanted, headers={"If-Match": '"0"'})
    assert (late.status_code, late.json()["current_version"]) == (412, 1)


async def test_who_may(
    sign_in: SignIn, principal: Callable[..., Principal], coordinator: Principal, path: str, elsewhere: Any
) -> None:
    for role in (Role.EMPLOYER, Role.APPRENTICE, Role.FUNDER):
        client: httpx.AsyncClient = sign_in(principal(role))
        assert (await client.get(path)).status_code == 403
    abroad = sign_in(principal(Role.COORDINATOR, partnership_id=elsewhere))
    assert (await abroad.get(path)).status_code == 404
    assert (await abroad.put(path, json={}, headers={"If-Match": '"0"'})).status_code == 404
    unknown = f"/programmes/{uuid4()}/planning-settings"
    assert (await sign_in(coordinator).get(unknown)).status_code == 404
    assert (await sign_in(None).get(path)).status_code == 401
