"""All rows of a service's database, and what they give away."""

import json
from collections.abc import Iterator
from typing import Any

import psycopg
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

Row = tuple[str, str]
"""(table, the row as JSON)."""

SHORTEST_SECRET = 6

_TABLES = (
    "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
    " WHERE schemaname IN ('public', 'system') AND tablename NOT IN ('alembic_version', 'feed_cursors') ORDER BY 1"
)


def all_rows_query(administrator_url: str) -> str:
    """One query for every row of every table, but for those that never hold anything of a partnership."""
    with psycopg.connect(administrator_url) as connection:
        tables = [table for (table,) in connection.execute(_TABLES).fetchall()]
    return " UNION ALL ".join(f"SELECT '{table}', to_jsonb(t)::text FROM {table} AS t" for table in tables)


async def read_rows(connection: AsyncConnection, query: str) -> frozenset[Row]:
    """As an administrator."""
    return frozenset((table, row) for table, row in (await connection.execute(text(query))).all())


def tables_without(partnership_id: str, rows: frozenset[Row], administrator_url: str) -> set[str]:
    """Tables whose rows belong to partnerships and of which this one has none."""
    with psycopg.connect(administrator_url) as connection:
        owned = connection.execute(
            "SELECT format('%I.%I', table_schema, table_name) FROM information_schema.columns"
            " WHERE column_name = 'partnership_id' AND table_schema IN ('public', 'system')"
        ).fetchall()
    return {table for (table,) in owned} - {table for table, row in rows if partnership_id in row}


def texts_of(rows: frozenset[Row]) -> set[str]:
    """Every text in the rows that is long enough to be recognised elsewhere: ids, names, numbers kept as text."""
    return {leaf for _table, row in rows for leaf in _leaves(json.loads(row)) if len(leaf) >= SHORTEST_SECRET}


def _leaves(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for each in value:
                yield from _leaves(each)
        case dict():
            for each in value.values():
                yield from _leaves(each)
