"""Planning under test: a cohort on record, settings with room, and the engine in this process."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.disruptions.mending import mend_plan
from placements_api.planning.warm_up import warm_up
from placements_api.scenarios.solving import solve_scenario
from placements_api.testing.cohorts import Json, OnRecord
from placements_api.testing.engine import HereAndNow
from service_common.auth import Principal
from service_common.db import DataScope, enter_scope
from service_common.testing.plugin import SignIn

WEEKDAYS = {
    "kind": "fixed_week",
    "weekdays": [1, 2, 3, 4, 5],
    "starts_at": "08:00",
    "ends_at": "16:00",
    "break_minutes": 30,
}
Make = Callable[..., Awaitable[Json]]


@pytest.fixture(scope="session", autouse=True)
def compiled() -> None:
    warm_up()


@pytest.fixture
def on_record(partnership_id: UUID) -> OnRecord:
    return OnRecord(partnership_id)


@pytest.fixture
def client(sign_in: SignIn, coordinator: Principal) -> httpx.AsyncClient:
    return sign_in(coordinator)


@pytest.fixture
def place(
    setting: Callable[..., Awaitable[Json]], organisation: Callable[..., Awaitable[Json]], client: httpx.AsyncClient
) -> Make:
    """`await place("Ward 7", "acute_ward", "health", 2)`: a setting of a host of its own with so much room."""

    async def add(name: str, kind: str, sector: str, at_most: int, **changes: Any) -> Json:
        periods = changes.pop("periods", [{"starts_on": "2026-01-05", "ends_on": None, "at_most": at_most}])
        host = changes.pop("organisation_id", None) or (await organisation(name=f"Host of {name}"))["id"]
        facts: Json = {
            "adjustments": None,
            "minimum_age": 16,
            "clearances": [],
            "shift_pattern": WEEKDAYS,
            "evidence": [],
            "mentors": [],
        }
        made = await setting(organisation_id=host, name=name, kind=kind, sector=sector, **(facts | changes))
        answer = await client.put(
            f"/settings/{made['id']}/capacity", json={"periods": periods, "closures": []}, headers={"If-Match": '"1"'}
        )
        assert answer.status_code == 200, answer.text
        changed: Json = answer.json()
        return changed

    return add


@pytest.fixture
def scenario(
    on_record: OnRecord, create: Callable[[str, Json], Awaitable[Json]], session: AsyncSession, partnership_id: UUID
) -> Callable[..., Awaitable[Json]]:
    """`await scenario()`: a new one of the cohort on record, which is stored first."""
    stored = False

    async def make(name: str = "First idea", copy_of: str | None = None) -> Json:
        nonlocal stored
        if not stored:
            await on_record.store(session)
            await enter_scope(session, DataScope(partnership_id=partnership_id, actor="test"))
            stored = True
        return await create("/scenarios", {"cohort_id": str(on_record.cohort_id), "name": name, "copy_of": copy_of})

    return make


@pytest.fixture
def solve(app: FastAPI, client: httpx.AsyncClient, partnership_id: UUID) -> Callable[..., Awaitable[Json]]:
    """`await solve(scenario)`: ask for the plan, do the worker's job, and read what came of it."""

    async def run(scenario: Json, seconds: int = 20) -> Json:
        path = f"/scenarios/{scenario['id']}"
        version = (await client.get(path)).headers["ETag"]
        asked = await client.post(f"{path}/solve", json={"seconds": seconds}, headers={"If-Match": version})
        assert asked.status_code == 202, asked.text
        assert asked.json()["state"] == "queued"
        await solve_scenario(app.state.sessions, HereAndNow(), partnership_id, UUID(scenario["id"]), seconds)
        solved: Json = (await client.get(path)).json()
        return solved

    return run


@pytest.fixture
def mend(app: FastAPI, client: httpx.AsyncClient, partnership_id: UUID) -> Callable[[Json], Awaitable[Json]]:
    """Do the worker's job for a disruption, and read what came of it."""

    async def run(disruption: Json) -> Json:
        await mend_plan(app.state.sessions, HereAndNow(), partnership_id, UUID(disruption["id"]))
        mended: Json = (await client.get(f"/disruptions/{disruption['id']}")).json()
        return mended

    return run


@pytest.fixture
def publish(client: httpx.AsyncClient) -> Callable[..., Awaitable[httpx.Response]]:
    """`await publish(scenario, plan_version=0)` with the scenario's present version."""

    async def put_in_force(scenario: Json, plan_version: int = 0, accept: bool = True) -> httpx.Response:
        path = f"/scenarios/{scenario['id']}"
        version = (await client.get(path)).headers["ETag"]
        body = {"plan_version": plan_version, "accept": accept}
        return await client.post(f"{path}/publish", json=body, headers={"If-Match": version})

    return put_in_force
