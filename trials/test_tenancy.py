"""Another partnership's data is unreachable by every route and role, and stays so without the SQL filters."""

import re
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest
import pytest_asyncio
from psycopg.abc import Query

from service_common.db import make_engine
from service_common.settings import ServiceName
from service_common.testing.databases import Services
from trials.tenancy.callers import strangers
from trials.tenancy.operations import Operation, operations
from trials.tenancy.partnership import Partnership
from trials.tenancy.product import Product, start_product
from trials.tenancy.rows import Row, all_rows_query, read_rows, tables_without
from trials.tenancy.settling import found, settle
from trials.tenancy.walk import Door, Report, Walk

A_FEW = ("founder", "apprentice who claims another's learner", "employer", "partner system")
UNANSWERABLE = {"PUT /api/identity/v1/password-resets"}
"""Takes a secret that is only mailed, whatever the partnership."""
FILTER = re.compile(r"(?:[\w\".]+\.)?partnership_id = (%\(\w+\)s|\$\d+)(?:::\w+)?")


@dataclass(frozen=True)
class World:
    product: Product
    operations: list[Operation]
    doors: dict[ServiceName, Door]
    own: Partnership
    victim: Partnership
    victims_rows: dict[ServiceName, frozenset[Row]]
    walk: Walk

    async def walk_all(self) -> Report:
        """By everybody who may ask."""
        return await self.walk.run(self.operations, list(strangers(self.own, self.victim)))

    async def walk_by_a_few(self, *services: ServiceName, to_first_finding: bool = False) -> Report:
        """By those who between them reach every operation: what the database hides does not hang on the role."""
        callers = [caller for caller in strangers(self.own, self.victim) if caller.name in A_FEW]
        asked = [each for each in self.operations if each.service in services]
        return await self.walk.run(asked, callers, to_first_finding=to_first_finding)


@pytest_asyncio.fixture(scope="module")
async def world(postgres_url: str) -> AsyncIterator[World]:
    services = Services(postgres_url)  # not those of the services' own tests: what is committed here stays
    with pytest.MonkeyPatch.context() as monkeypatch:
        product = await start_product(services, monkeypatch)
        every = [each for name, running in product.services.items() for each in operations(name, running.app)]
        doors = {
            name: Door(
                make_engine(running.administrator_url, connections=2),
                str(urlsplit(running.service_url).username),
                all_rows_query(running.administrator_url),
            )
            for name, running in product.services.items()
        }
        victim, own = Partnership("quartz"), Partnership("feldspar")
        await product.http.get("http://identity/api/identity/v1/jwks")  # makes the first keys, which are nobody's
        nobodys = await rows_of(doors)
        await found(product, victim)
        await settle(product, victim, every)
        before = {name: rows - nobodys[name] for name, rows in (await rows_of(doors)).items()}
        await found(product, own)
        await settle(product, own, every)
        walk = Walk(product, doors, own, victim)
        await walk.learn(before)
        yield World(product, every, doors, own, victim, before, walk)
        for door in doors.values():
            await door.engine.dispose()
        await product.http.aclose()
        await services.close()


async def rows_of(doors: dict[ServiceName, Door]) -> dict[ServiceName, frozenset[Row]]:
    rows = {}
    for name, door in doors.items():
        async with door.engine.connect() as connection:
            rows[name] = await read_rows(connection, door.all_rows)
    return rows


@contextmanager
def first_line_removed() -> Iterator[list[str]]:
    """Without the conditions on the partnership in whatever SQL is sent; gives the statements that had one."""
    changed = list[str]()
    execute = psycopg.AsyncCursor.execute

    async def execute_without(
        cursor: psycopg.AsyncCursor[Any], query: Query, *arguments: Any, **options: Any
    ) -> psycopg.AsyncCursor[Any]:
        if isinstance(query, str | bytes):
            text = query if isinstance(query, str) else query.decode()
            if FILTER.search(text):
                changed.append(text)
            query = FILTER.sub(r"(\1::uuid IS NOT NULL)", text).encode()
        return await execute(cursor, query, *arguments, **options)

    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(psycopg.AsyncCursor, "execute", execute_without)
        yield changed


@contextmanager
def second_line_removed(world: World, service: ServiceName, *only: str) -> Iterator[None]:
    """Without row-level security on some of a service's own tables, or on all of them."""
    with psycopg.connect(world.product.services[service].administrator_url, autocommit=True) as connection:
        own = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND rowsecurity")
        tables = only or [table for (table,) in own.fetchall()]
        for table in tables:
            connection.execute(f'ALTER TABLE "{table}" DISABLE ROW LEVEL SECURITY')
        try:
            yield
        finally:
            for table in tables:
                connection.execute(f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY')


@pytest_asyncio.fixture(scope="module")
async def report(world: World) -> Report:
    return await world.walk_all()


async def test_the_victim_has_something_in_every_table(world: World) -> None:
    for name, running in world.product.services.items():
        missing = tables_without(str(world.victim.id), world.victims_rows[name], running.administrator_url)
        if not any(operation.creates for operation in world.operations if operation.service == name):
            missing -= {"system.events", "system.audit_entries", "system.idempotency_keys"}
        assert missing == set(), name


async def test_every_request_of_the_walk_is_one_that_is_answered(world: World, report: Report) -> None:
    """About their own partnership, somebody gets an answer from each operation: so a refusal means something."""
    assert {str(operation) for operation in world.operations} - report.succeeded == UNANSWERABLE


async def test_nobody_reaches_another_partnership(report: Report) -> None:
    assert not report.findings, str(report)


async def test_row_level_security_alone_is_enough(world: World) -> None:
    with first_line_removed() as changed:
        report = await world.walk_by_a_few(*world.doors)
    assert changed
    assert not report.findings, str(report)


async def test_the_filters_alone_are_enough(world: World) -> None:
    """For the services' own tables; those that all services have, such as the event feed, leave it to the database."""
    with ExitStack() as removed:
        for service in world.doors:
            removed.enter_context(second_line_removed(world, service))
        report = await world.walk_by_a_few(*world.doors)
    assert not report.findings, str(report)


@pytest.mark.parametrize(
    ("service", "table"), [("learners", "learners"), ("placements", "organisations"), ("identity", "invitations")]
)
async def test_the_walk_finds_an_open_table(world: World, service: ServiceName, table: str) -> None:
    with first_line_removed(), second_line_removed(world, service, table):
        report = await world.walk_by_a_few(service, to_first_finding=True)
    assert report.findings
