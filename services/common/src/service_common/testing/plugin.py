"""Fixtures for the tests of a service; `postgres_url`, an administrator's, comes from the root `conftest.py`.

Each test runs in one outer transaction that is rolled back, while the application commits into savepoints within it:
it goes its real way and leaves nothing behind. A test that needs what only a real commit gives (several
connections, the order of the event feed) asks for `committed` as well; then the tables are emptied afterwards.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from uuid import UUID, uuid4

import httpx
import pytest
import pytest_asyncio
from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession, async_sessionmaker

from service_common.auth import Principal
from service_common.db import DataScope, enter_scope, make_sessions
from service_common.testing.databases import RunningService, Services, ServiceUnderTest
from service_common.testing.principals import client_for, make_client_principal, make_principal, trust_test_key

SignIn = Callable[[Principal | None], httpx.AsyncClient]


@dataclass(frozen=True)
class OneConnection:
    """In the place of an engine: whoever reads is given the test's connection."""

    connection: AsyncConnection

    @asynccontextmanager
    async def connect(self) -> AsyncIterator[AsyncConnection]:
        yield self.connection


@pytest_asyncio.fixture(scope="session")
async def services(postgres_url: str) -> AsyncIterator[Services]:
    all_services = Services(postgres_url)
    yield all_services
    await all_services.close()


@pytest_asyncio.fixture
async def running(services: Services, service: ServiceUnderTest) -> RunningService:
    """The service under test, started once in a run; its folder's `conftest.py` gives the fixture `service`."""
    return await services.running(service)


@pytest_asyncio.fixture
async def app(running: RunningService, request: pytest.FixtureRequest) -> AsyncIterator[FastAPI]:
    """The application, its commits kept within the test."""
    app = running.app
    trust_test_key(app)
    if "committed" in request.fixturenames:
        app.state.engine, app.state.sessions = running.engine, make_sessions(running.engine)
        yield app
        running.empty()
        return
    async with running.engine.connect() as connection, connection.begin() as outer:
        app.state.engine = OneConnection(connection)
        app.state.sessions = async_sessionmaker(
            bind=connection,
            expire_on_commit=False,
            autoflush=False,
            join_transaction_mode="create_savepoint",
        )
        yield app
        await outer.rollback()


@pytest.fixture
def committed() -> None:
    """Ask for it to have the application really commit."""


@pytest.fixture
def partnership_id() -> UUID:
    return uuid4()


@pytest.fixture
def principal(partnership_id: UUID) -> Callable[..., Principal]:
    """`principal(Role.COORDINATOR)`: a person of the test's partnership."""
    return partial(make_principal, partnership_id=partnership_id)


@pytest.fixture
def partner_client(partnership_id: UUID) -> Callable[..., Principal]:
    """`partner_client("learners:read")`: a partner system of the test's partnership."""
    return partial(make_client_principal, partnership_id=partnership_id)


@pytest_asyncio.fixture
async def sign_in(app: FastAPI) -> AsyncIterator[SignIn]:
    """`sign_in(principal)`: a client of the application; paths are relative to the service's base path."""
    async with AsyncExitStack() as stack:

        def open_client(principal: Principal | None) -> httpx.AsyncClient:
            client = client_for(app, principal)
            stack.push_async_callback(client.aclose)
            return client

        yield open_client


@pytest.fixture
def anonymous(sign_in: SignIn) -> httpx.AsyncClient:
    return sign_in(None)


@pytest_asyncio.fixture
async def session(app: FastAPI, partnership_id: UUID) -> AsyncIterator[AsyncSession]:
    """A session in the test's partnership, for factories and to look at what was stored; commit what is to be seen."""
    async with app.state.sessions() as session:
        await enter_scope(session, DataScope(partnership_id=partnership_id, actor="test"))
        yield session
