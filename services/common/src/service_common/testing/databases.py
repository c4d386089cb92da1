"""Real databases for tests: one for each service, built by its migrations, in a throw-away place."""

import secrets
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass

import psycopg
from fastapi import FastAPI
from psycopg import sql
from sqlalchemy.ext.asyncio import AsyncEngine

from service_common.db import make_engine
from service_common.migrate import migrate
from service_common.provision import database_url, provision_database
from service_common.settings import ServiceSettings


@dataclass(frozen=True)
class ServiceUnderTest:
    """What a service's `conftest.py` tells of it. `settings` makes its settings from the database's URL."""

    package: str
    create_app: Callable[[ServiceSettings], FastAPI]
    settings: Callable[[str], ServiceSettings]


@dataclass(frozen=True)
class RunningService:
    """A service's application, started, beside its migrated database."""

    app: FastAPI
    engine: AsyncEngine
    service_url: str
    administrator_url: str

    def empty(self) -> None:
        """Delete every row that a test has committed."""
        with psycopg.connect(self.administrator_url, autocommit=True) as connection:
            tables = connection.execute(
                "SELECT schemaname, tablename FROM pg_tables WHERE schemaname IN ('public', 'system', 'jobs')"
                " AND tablename <> 'alembic_version'"
            ).fetchall()
            names = sql.SQL(", ").join(sql.Identifier(*table) for table in tables)
            connection.execute(sql.SQL("TRUNCATE {} CASCADE").format(names))


class Services:
    """The services under test in this run, each started when a test first needs it."""

    def __init__(self, administrator_url: str) -> None:
        self._administrator_url = administrator_url
        self._running: dict[str, RunningService] = {}
        self._stack = AsyncExitStack()
        self._suffix = secrets.token_hex(4)

    async def running(self, service: ServiceUnderTest) -> RunningService:
        if service.package not in self._running:
            self._running[service.package] = await self._start(service)
        return self._running[service.package]

    async def close(self) -> None:
        await self._stack.aclose()
        with psycopg.connect(self._administrator_url, autocommit=True) as connection:
            for package in self._running:
                name = self._database(package)
                connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
                for role in (name, f"{name}_owner"):
                    connection.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(role)))

    def _database(self, package: str) -> str:
        return f"test_{package}_{self._suffix}"

    async def _start(self, service: ServiceUnderTest) -> RunningService:
        database = self._database(service.package)
        url = provision_database(self._administrator_url, database, secrets.token_hex(8))
        administrator_url = database_url(self._administrator_url, database)
        migrate(service.package, administrator_url, "upgrade", "head")
        engine = make_engine(url, connections=8)
        self._stack.push_async_callback(engine.dispose)
        app = service.create_app(service.settings(url))
        await self._stack.enter_async_context(app.router.lifespan_context(app))
        return RunningService(app, engine, url, administrator_url)
