"""The database: engines, declarative bases, and the only place that commits.

A handler asks for `SessionDep`. The transaction commits when the handler has returned and its answer is
serialised, before a byte of it is sent: what a client was told has happened. An exception rolls it back.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

import psycopg
from fastapi import Depends, Request
from sqlalchemy import BigInteger, Date, DateTime, MetaData, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.dialects.postgresql import UUID as PG_UUID
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import Mapped, mapped_column

from service_common.auth import CurrentPrincipal, Principal
from service_common.problems import Problem
from service_common.statements import Statement, driver_of

type_annotation_map: dict[Any, Any] = {
    UUID: PG_UUID(as_uuid=True),
    str: Text,
    int: BigInteger,
    datetime: DateTime(timezone=True),
    date: Date,
    dict[str, Any]: JSONB,
    list[str]: JSONB,
    list[dict[str, Any]]: JSONB,
}
"""For `class Base(DeclarativeBase)` of each service, beside `metadata = service_metadata()`."""

Sessions = async_sessionmaker[AsyncSession]

DATABASE_FAULTS = (DBAPIError, psycopg.OperationalError, OSError)
"""What a database that is away raises, through SQLAlchemy or from the driver itself."""


def service_metadata() -> MetaData:
    """Metadata whose constraints have names, so that a violated one can be turned into a problem."""
    return MetaData(
        naming_convention={
            "ix": "%(table_name)s_%(column_0_N_name)s_index",
            "uq": "%(table_name)s_%(column_0_N_name)s_unique",
            "ck": "%(table_name)s_%(constraint_name)s",
            "fk": "%(table_name)s_%(column_0_N_name)s_fkey",
            "pk": "%(table_name)s_pkey",
        }
    )


class PartnershipRow:
    """Columns of every table that holds a partnership's rows: the tenant, and a time-ordered id."""

    partnership_id: Mapped[UUID]
    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=text("uuidv7()"))


@dataclass(frozen=True, slots=True)
class DataScope:
    """Whose rows a transaction may touch; row-level security compares with it.

    `everything` opens the event feed and the cursors, which know no partnership, to our own services only;
    it opens no other table.
    """

    partnership_id: UUID | None = None
    actor: str = ""
    everything: bool = False

    @classmethod
    def of(cls, principal: Principal) -> "DataScope":
        return cls(
            partnership_id=principal.partnership_id,
            actor=principal.actor,
            everything=principal.kind == "service" and principal.partnership_id is None,
        )

    def parameters(self) -> dict[str, str]:
        """As the database's policies compare them."""
        return {
            "partnership_id": str(self.partnership_id or ""),
            "actor": self.actor,
            "everything": "on" if self.everything else "",
        }


def make_engine(url: str, *, connections: int) -> AsyncEngine:
    """An engine for `postgresql://...`; it connects when first used and checks a connection before reuse."""
    return create_async_engine(
        url.replace("postgresql://", "postgresql+psycopg://", 1),
        pool_size=connections,
        max_overflow=0,
        pool_timeout=10,
        pool_pre_ping=False,
        pool_recycle=1800,
        connect_args={
            "connect_timeout": 5,
            "prepare_threshold": 2,
            # A statement is planned once for each connection, not for each request: all begin with the partnership and
            # are bounded, so that what is good for one partnership is good for all.
            "options": "-c plan_cache_mode=force_generic_plan",
        },
    )


def make_sessions(engine: AsyncEngine) -> Sessions:
    return async_sessionmaker(engine, expire_on_commit=False, autoflush=False)


_ENTER_SCOPE = Statement(
    "SELECT set_config('app.partnership_id', $1, true), set_config('app.actor', $2, true),"
    " set_config('app.everything', $3, true)",
    ("partnership_id", "actor", "everything"),
)


async def enter_scope(session: AsyncSession, scope: DataScope) -> None:
    """Begin a transaction where there is none, and set, until it ends, whose rows it may touch."""
    async with driver_of(await session.connection()) as driver:
        await _ENTER_SCOPE.execute(driver, scope.parameters())


@asynccontextmanager
async def transaction(sessions: Sessions, scope: DataScope) -> AsyncIterator[AsyncSession]:
    """One transaction within a scope; commits at the end of the block, rolls back on an exception."""
    session = sessions()
    try:
        await enter_scope(session, scope)
        yield session
        await session.commit()  # and gives the connection back
    except BaseException:
        await asyncio.shield(session.close())
        raise


async def get_session(request: Request, principal: CurrentPrincipal) -> AsyncIterator[AsyncSession]:
    async with transaction(request.app.state.sessions, DataScope.of(principal)) as session:
        yield session


SessionDep = Annotated[AsyncSession, Depends(get_session, scope="function")]
"""A session in the principal's partnership. Scope "function": the commit comes before the answer."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads within a scope, each time in a transaction of its own: for lists, which need no session and are asked for
    so often that its weight tells."""

    engine: AsyncEngine
    scope: DataScope

    async def row(self, statement: Statement, values: Mapping[str, Any]) -> tuple[Any, ...]:
        """The one row that the statement always has."""
        async with self.engine.connect() as connection, driver_of(connection) as driver, driver.transaction():
            await _ENTER_SCOPE.execute(driver, self.scope.parameters())
            row = await (await statement.execute(driver, values)).fetchone()
        assert row is not None  # noqa: S101 - what is read are aggregates and functions
        return row


async def get_reader(request: Request, principal: CurrentPrincipal) -> Reader:
    return Reader(request.app.state.engine, DataScope.of(principal))


ReaderDep = Annotated[Reader, Depends(get_reader)]
"""A reader in the principal's partnership."""


@contextmanager
def violations(problems: Mapping[str, Problem]) -> Iterator[None]:
    """Turn the violation of a named constraint within the block into the problem given for it.

    Flush inside the block. Constraints that are not named stay an `IntegrityError`, which is our fault: 500.
    """
    try:
        yield
    except IntegrityError as error:
        name = error.orig.diag.constraint_name if isinstance(error.orig, psycopg.Error) else None
        if name is not None and name in problems:
            raise problems[name] from error
        raise
