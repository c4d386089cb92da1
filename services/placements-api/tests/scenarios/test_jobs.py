"""What is asked for is done by a worker once it is committed."""

from collections.abc import Awaitable, Callable
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import text

from placements_api.jobs import PlacementsJobs
from placements_api.scenarios.solving import solve_scenario
from placements_api.testing.cohorts import Json, OnRecord
from placements_api.testing.engine import HereAndNow, Lost, PowerCut
from service_common.db import DataScope, transaction

Make = Callable[..., Awaitable[Json]]


@pytest.mark.usefixtures("committed")
async def test_a_worker_computes_what_was_asked_for(
    app: FastAPI, client: httpx.AsyncClient, on_record: OnRecord, place: Make, scenario: Make
) -> None:
    on_record.ordering = "ordered"
    on_record.blocks = on_record.blocks[:1]
    await place("Ward 7", "acute_ward", "health", 1)
    on_record.person("Ada")
    made = await scenario()
    asked = await client.post(f"/scenarios/{made['id']}/solve", json={"seconds": 5}, headers={"If-Match": '"1"'})
    assert asked.status_code == 202
    jobs = PlacementsJobs(app.state.settings, app.state.sessions, HereAndNow()).app
    async with jobs.open_async():
        await jobs.run_worker_async(wait=False, listen_notify=False)
    solved = (await client.get(f"/scenarios/{made['id']}")).json()
    assert (solved["state"], solved["progress"]["phase"], solved["violations"]) == ("solved", "done", 0)


@pytest.fixture
async def lost(
    app: FastAPI,
    client: httpx.AsyncClient,
    on_record: OnRecord,
    place: Make,
    scenario: Make,
    partnership_id: UUID,
) -> Json:
    """A scenario that a worker was computing when its machine was lost."""
    on_record.ordering = "ordered"
    on_record.blocks = on_record.blocks[:1]
    await place("Ward 7", "acute_ward", "health", 1)
    on_record.person("Ada")
    made = await scenario()
    await client.post(f"/scenarios/{made['id']}/solve", json={"seconds": 5}, headers={"If-Match": '"1"'})
    with pytest.raises(PowerCut):
        await solve_scenario(app.state.sessions, Lost(), partnership_id, UUID(made["id"]), 5)
    found: Json = (await client.get(f"/scenarios/{made['id']}")).json()
    assert found["state"] == "solving"
    return found


@pytest.mark.usefixtures("committed")
async def test_what_a_lost_worker_had_begun_is_carried_on(app: FastAPI, client: httpx.AsyncClient, lost: Json) -> None:
    async with transaction(app.state.sessions, DataScope()) as session:
        await session.execute(text("UPDATE jobs.procrastinate_jobs SET status = 'doing', worker_id = NULL"))
    jobs = PlacementsJobs(app.state.settings, app.state.sessions, HereAndNow()).app
    async with jobs.open_async():
        await jobs.tasks["carry_on"].defer_async(timestamp=0)
        await jobs.run_worker_async(wait=False, listen_notify=False)
    assert (await client.get(f"/scenarios/{lost['id']}")).json()["state"] == "solved"


async def test_what_is_broken_off_again_and_again_fails_in_words(
    app: FastAPI, client: httpx.AsyncClient, lost: Json, partnership_id: UUID
) -> None:
    await solve_scenario(app.state.sessions, HereAndNow(), partnership_id, UUID(lost["id"]), 5, begun=2)
    failed = (await client.get(f"/scenarios/{lost['id']}")).json()
    assert failed["state"] == "failed"
    assert failed["failure"].startswith("The computation was broken off twice. Ask for the plan again")


async def test_who_gave_up_on_a_lost_computation_gets_what_they_asked_for(
    app: FastAPI, client: httpx.AsyncClient, lost: Json, partnership_id: UUID
) -> None:
    await client.post(f"/scenarios/{lost['id']}/cancel")
    await solve_scenario(app.state.sessions, HereAndNow(), partnership_id, UUID(lost["id"]), 5, begun=1)
    assert (await client.get(f"/scenarios/{lost['id']}")).json()["state"] == "cancelled"
