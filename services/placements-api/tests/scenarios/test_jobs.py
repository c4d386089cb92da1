"""What is asked for is done by a worker once it is committed."""

from collections.abc import Awaitable, Callable

import httpx
import pytest
from fastapi import FastAPI

from placements_api.jobs import PlacementsJobs
from placements_api.testing.cohorts import Json, OnRecord
from placements_api.testing.engine import HereAndNow

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
