"""Kill -9 of any one process under writes, and dependencies that are away."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

import httpx
import psycopg

from crossway_local.secret_store import SERVICES
from crossway_local.trial import RunningStack
from trials.faults.ledger import COPIES, Ledger
from trials.faults.writers import Writers, until

WRITERS = 4
BACK_SECONDS = 60
CAUGHT_UP_SECONDS = 60
A_CONNECTION = "a connection of the database"
PROCESSES = (*(f"{service}-{kind}" for service in SERVICES for kind in ("api", "worker")), "gateway", A_CONNECTION)
TRANSPORT = {"ConnectError", "ReadError", "WriteError", "RemoteProtocolError", "ConnectTimeout", "ReadTimeout"}
"""What a client sees of a gateway that is gone."""
DESIGNED = {"503, says when to try again", "409, /problems/request-in-progress"}


def kill(stack: RunningStack, process: str) -> None:
    """-9, as the kernel does when memory is short."""
    if process == A_CONNECTION:
        query = (
            "SELECT pid FROM pg_stat_activity WHERE datname = 'crossway_learners' ORDER BY state_change DESC LIMIT 1"
        )
        with psycopg.connect(stack.administrator) as connection:
            pid = connection.execute(query).fetchone()
        assert pid is not None
        os.kill(pid[0], signal.SIGKILL)
    else:
        os.kill(stack.pids[process], signal.SIGKILL)


@asynccontextmanager
async def writing(stack: RunningStack) -> AsyncIterator[Writers]:
    """Writers at work during the block; after it, all that they had begun is acknowledged."""
    writers = Writers(stack)
    await writers.prepare()
    at_work = [asyncio.create_task(writers.write()) for _ in range(WRITERS)]
    try:
        yield writers
    finally:
        writers.stop()
        await asyncio.gather(*at_work)
        await writers.close()


def is_back(stack: RunningStack, process: str, before: int) -> bool:
    """The supervisor has started it again and, if it answers requests, it does."""
    if stack.pids.get(process, before) == before:
        return False
    service, _, kind = process.partition("-")
    if kind != "api":
        return True
    try:
        return httpx.get(f"{stack.services[service]}/health/ready", timeout=1, trust_env=False).is_success
    except httpx.TransportError:
        return False


async def test_nothing_acknowledged_is_lost_and_nothing_happens_twice(stack: RunningStack) -> None:
    async with writing(stack) as writers:
        for process in (*PROCESSES, "postgres"):
            pid = stack.pids.get(process)
            kill(stack, process)
            if pid is not None:
                await until(partial(is_back, stack, process, pid), BACK_SECONDS, f"{process} is back")
            enough = writers.written + 2 * WRITERS
            await until(partial(writers.have_written, enough), BACK_SECONDS, f"{process} is back and all is written")
    assert writers.sent_again
    assert set(writers.refusals) <= DESIGNED | TRANSPORT, writers.refusals
    assert "503, says when to try again" in writers.refusals
    ledger = Ledger(stack, writers.partnership_id)
    assert ledger.ids("placements", "organisations") == set(writers.acknowledged["organisations"])
    assert ledger.ids("learners", "enrolments") == set(writers.acknowledged["enrolments"])
    assert ledger.twice_told("learners") + ledger.twice_told("placements") == []
    for copy in COPIES:
        await until(partial(ledger.has_caught_up, copy), CAUGHT_UP_SECONDS, f"{copy.reader} has read {copy.owner}")
        assert ledger.difference(copy) == []


async def test_a_dependency_that_is_away_is_told_and_its_return_needs_nobody(stack: RunningStack) -> None:
    """An employer whom learners-api has never heard of has to be asked for at placements-api."""
    writers = Writers(stack)
    await writers.prepare()
    assert (await writers.enrol_at_unknown_employer()).status_code == 422
    for away in ("placements-api", "postgres"):
        kill(stack, away)
        answer = await writers.enrol_at_unknown_employer()
        assert (answer.status_code, answer.json()["type"]) == (503, "/problems/unavailable")
        assert int(answer.headers["Retry-After"]) > 0
        for _ in range(10 * BACK_SECONDS):
            answer = await writers.enrol_at_unknown_employer()
            if answer.status_code != 503:
                break
            await asyncio.sleep(0.1)
        assert answer.status_code == 422
    await writers.close()
