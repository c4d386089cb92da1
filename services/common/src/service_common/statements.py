"""Statements that are put into words once and executed many times, by the driver alone.

SQLAlchemy walks through the whole of an expression each time it is executed, to find the text that it has compiled
before. For the long statements of lists that costs several times what the driver takes.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, cast

import psycopg
from psycopg import AsyncRawCursor
from sqlalchemy import Select
from sqlalchemy.dialects.postgresql.psycopg import PGDialectAsync_psycopg
from sqlalchemy.ext.asyncio import AsyncConnection

Driver = psycopg.AsyncConnection[Any]

_DIALECT = PGDialectAsync_psycopg(paramstyle="numeric_dollar")  # type: ignore[no-untyped-call]


class Statement:
    """SQL with the placeholders $1, $2 ... for the parameters of these names."""

    def __init__(self, sql: str, names: Sequence[str], constants: Mapping[str, Any] | None = None) -> None:
        self._sql = sql.encode()
        self._names = tuple(names)
        self._constants = dict(constants or {})

    @classmethod
    def of(cls, expression: Select[Any]) -> "Statement":
        """Its parameters are those `bindparam`s that have no value yet."""
        compiled = expression.compile(dialect=_DIALECT, compile_kwargs={"render_postcompile": True})
        return cls(compiled.string, compiled.positiontup or (), compiled.params)

    async def execute(self, connection: Driver, values: Mapping[str, Any]) -> AsyncRawCursor[tuple[Any, ...]]:
        """Values of other names are not looked at."""
        given = {**self._constants, **values}
        cursor = AsyncRawCursor(connection)
        return await cursor.execute(self._sql, [given[name] for name in self._names])


@asynccontextmanager
async def driver_of(connection: AsyncConnection) -> AsyncIterator[Driver]:
    """The driver's side of a connection."""
    driver = cast(Driver, (await connection.get_raw_connection()).driver_connection)
    try:
        yield driver
    except psycopg.OperationalError:
        if driver.closed:
            # SQLAlchemy finds out by meeting the loss itself, and then uses no connection of that time again.
            await connection.exec_driver_sql("SELECT 1")
        raise
