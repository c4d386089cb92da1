"""Tenancy, events, audit and jobs: what the database keeps, and for whom."""

import asyncio
from collections.abc import Callable
from uuid import UUID, uuid4

import psycopg
import pytest
from fastapi import FastAPI
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from service_common import audit
from service_common.auth import Principal, Role
from service_common.db import DataScope, transaction
from service_common.events import publish
from service_common.jobs import enqueue, make_jobs
from service_common.testing import checks
from service_common.testing.databases import RunningService
from service_common.testing.plugin import SignIn
from service_common.testing.principals import make_principal, make_service_principal


async def add_note(sign_in: SignIn, principal: Principal, title: str) -> None:
    answer = await sign_in(principal).post("/notes", json={"title": title}, headers={"Idempotency-Key": str(uuid4())})
    assert answer.status_code == 201, answer.text


async def test_the_database_itself_keeps_partnerships_apart(
    app: FastAPI, sign_in: SignIn, coordinator: Principal, partnership_id: UUID
) -> None:
    await add_note(sign_in, coordinator, "ours")
    for scope, seen in (
        (DataScope(partnership_id=partnership_id), 1),
        (DataScope(partnership_id=uuid4()), 0),
        (DataScope(everything=True), 0),
        (DataScope(), 0),
    ):
        async with transaction(app.state.sessions, scope) as session:
            assert (await session.execute(text("SELECT count(*) FROM notes"))).scalar_one() == seen
            changed = await session.execute(text("UPDATE notes SET title = 'changed' RETURNING id"))
            assert len(changed.all()) == seen
    with pytest.raises(ProgrammingError, match="row-level security"):
        async with transaction(app.state.sessions, DataScope(partnership_id=uuid4())) as session:
            await session.execute(
                text("INSERT INTO notes (partnership_id, title) VALUES (:id, 'theirs')"), {"id": partnership_id}
            )


async def test_the_service_role_can_lift_nothing(running: RunningService) -> None:
    forbidden = [
        "ALTER TABLE notes DISABLE ROW LEVEL SECURITY",
        "SET ROLE postgres",
        "DROP TABLE notes",
        "DELETE FROM system.audit_entries",
        "UPDATE system.audit_entries SET actor = 'me'",
        "UPDATE system.events SET position = 1",
        "TRUNCATE notes",
    ]
    for statement in forbidden:
        with psycopg.connect(running.service_url) as connection, pytest.raises(psycopg.Error):
            connection.execute(statement)
    assert checks.unprotected_tables(running.administrator_url) == set()


async def test_the_sample_migrates_both_ways(postgres_url: str) -> None:
    checks.assert_migrations_go_both_ways("sample_api", postgres_url)


async def read_all(sign_in: SignIn, principal: Principal, **params: str) -> list[str]:
    client, after, types = sign_in(principal), 0, list[str]()
    while True:
        batch = (await client.get("/events", params={"after": after, "limit": "3", **params})).json()
        if not batch["items"]:
            return types
        types += [event["type"] for event in batch["items"]]
        after = batch["cursor"]


@pytest.mark.usefixtures("committed")
async def test_the_feed_gives_each_event_once_in_order_to_those_who_may(
    sign_in: SignIn,
    principal: Callable[..., Principal],
    partner_client: Callable[..., Principal],
    coordinator: Principal,
) -> None:
    for number in range(7):
        await add_note(sign_in, coordinator, f"note {number}")
    await add_note(sign_in, make_principal(Role.COORDINATOR, partnership_id=uuid4()), "elsewhere")
    assert len(await read_all(sign_in, partner_client("events:read"))) == 7
    assert len(await read_all(sign_in, make_service_principal())) == 8
    for refused in (coordinator, partner_client("notes:read")):
        assert (await sign_in(refused).get("/events")).status_code == 403
    bad = await sign_in(make_service_principal()).get("/events", params={"after": "x"})
    assert bad.status_code == 422


@pytest.mark.usefixtures("committed")
async def test_an_event_of_a_slow_transaction_is_never_passed_by(
    app: FastAPI, sign_in: SignIn, partnership_id: UUID
) -> None:
    """The slow one takes its number first and commits last: until then, nothing behind it is shown."""
    scope, reader = DataScope(partnership_id=partnership_id), make_service_principal()
    slow_wrote, may_end = asyncio.Event(), asyncio.Event()

    async def slow() -> None:
        async with transaction(app.state.sessions, scope) as session:
            await publish(session, "note.slow", uuid4())
            slow_wrote.set()
            await may_end.wait()

    task = asyncio.create_task(slow())
    await slow_wrote.wait()
    async with transaction(app.state.sessions, scope) as session:
        await publish(session, "note.fast", uuid4())
    assert await read_all(sign_in, reader) == []
    may_end.set()
    await task
    assert await read_all(sign_in, reader) == ["note.slow", "note.fast"]


@pytest.mark.usefixtures("committed")
async def test_events_restored_from_another_server_are_read_and_followed_by_new_ones(
    running: RunningService, app: FastAPI, sign_in: SignIn, partnership_id: UUID
) -> None:
    async def write(type_: str) -> None:
        async with transaction(app.state.sessions, DataScope(partnership_id=partnership_id)) as session:
            await publish(session, type_, uuid4())

    await write("note.restored")
    with psycopg.connect(running.administrator_url) as administrator:
        administrator.execute("UPDATE system.events SET xid = '999999999999'")
    assert await read_all(sign_in, make_service_principal()) == ["note.restored"]
    await write("note.new")
    assert await read_all(sign_in, make_service_principal()) == ["note.restored", "note.new"]


@pytest.mark.usefixtures("committed")
async def test_a_waiting_reader_is_woken(app: FastAPI, sign_in: SignIn, partnership_id: UUID) -> None:
    waiting = asyncio.create_task(sign_in(make_service_principal()).get("/events", params={"wait": "20"}))
    await asyncio.sleep(0.1)
    assert not waiting.done()
    async with transaction(app.state.sessions, DataScope(partnership_id=partnership_id)) as session:
        await publish(session, "note.created", uuid4())
    answer = await asyncio.wait_for(waiting, 5)
    assert [event["type"] for event in answer.json()["items"]] == ["note.created"]


@pytest.mark.usefixtures("committed")
async def test_the_audit_chain_shows_what_was_changed_behind_it(
    running: RunningService,
    committed: None,
    app: FastAPI,
    sign_in: SignIn,
    coordinator: Principal,
    partnership_id: UUID,
) -> None:
    for number in range(4):
        await add_note(sign_in, coordinator, f"note {number}")

    async def broken() -> int | None:
        async with transaction(app.state.sessions, DataScope(partnership_id=partnership_id)) as session:
            return await audit.find_broken_entry(session)

    assert await broken() is None
    with psycopg.connect(running.administrator_url, autocommit=True) as administrator:
        administrator.execute("UPDATE system.audit_entries SET actor = 'person:other' WHERE position = 3")
        assert await broken() == 3
        administrator.execute("DELETE FROM system.audit_entries WHERE position >= 2")
        administrator.execute("UPDATE system.audit_entries SET position = 2 WHERE position = 1")
        assert await broken() == 2


@pytest.mark.usefixtures("committed")
async def test_writers_of_one_partnership_make_one_unbroken_chain(
    app: FastAPI, partnership_id: UUID, coordinator: Principal
) -> None:
    async def write(number: int) -> None:
        async with transaction(app.state.sessions, DataScope(partnership_id=partnership_id)) as session:
            await audit.record(session, coordinator, "note.read", number)

    await asyncio.gather(*(write(number) for number in range(20)))
    async with transaction(app.state.sessions, DataScope(partnership_id=partnership_id)) as session:
        assert (await session.execute(text("SELECT count(*) FROM system.audit_entries"))).scalar_one() == 20
        assert await audit.find_broken_entry(session) is None


@pytest.mark.usefixtures("committed")
async def test_a_job_runs_when_its_transaction_has_committed_and_not_otherwise(
    app: FastAPI, partnership_id: UUID
) -> None:
    jobs = make_jobs(app.state.settings)
    ran: list[str] = []

    @jobs.task(name="note_it")
    async def note_it(title: str) -> None:
        ran.append(title)

    async def put(title: str, fails: bool) -> None:
        async with transaction(app.state.sessions, DataScope(partnership_id=partnership_id)) as session:
            await enqueue(session, note_it, title=title)
            if fails:
                raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await put("rolled back", fails=True)
    await put("committed", fails=False)
    async with jobs.open_async():
        await jobs.run_worker_async(wait=False, listen_notify=False)
    assert ran == ["committed"]


@pytest.mark.usefixtures("committed")
@pytest.mark.parametrize("path", ["/notes", "/events"])
async def test_when_connections_are_lost_one_request_is_told_and_the_next_gets_new_ones(
    running: RunningService, sign_in: SignIn, partnership_id: UUID, path: str
) -> None:
    client = sign_in(make_service_principal(partnership_id=partnership_id))
    assert {answer.status_code for answer in await asyncio.gather(*(client.get(path) for _ in range(4)))} == {200}
    with psycopg.connect(running.administrator_url, autocommit=True) as administrator:
        administrator.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    assert [(await client.get(path)).status_code for _ in range(5)] == [503, 200, 200, 200, 200]
