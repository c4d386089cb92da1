"""Keyset pages: `{items, next_cursor}`, as fast on the last page as on the first.

page = await list_page(session, query, order_by=(Learner.family_name, Learner.id), paging=paging)
"""

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, Generic, TypeVar
from uuid import UUID

from fastapi import Depends, Query
from pydantic import BaseModel, ConfigDict
from sqlalchemy import Select, literal, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from service_common.problems import InvalidInput

ItemT = TypeVar("ItemT")

MAX_PAGE = 100


class Page(BaseModel, Generic[ItemT]):
    """One page of a list in its stated order; `next_cursor` is null on the last page."""

    model_config = ConfigDict(from_attributes=True)

    items: list[ItemT]
    next_cursor: str | None

    @classmethod
    def model_parametrized_name(cls, params: tuple[Any, ...]) -> str:
        return f"{params[0].__name__.removesuffix('Read')}Page"


@dataclass(frozen=True, slots=True)
class Paging:
    """Which page a client asks for."""

    limit: int
    cursor: str | None


async def _paging(
    limit: Annotated[int, Query(ge=1, le=MAX_PAGE, description="At most this many items.")] = 50,
    cursor: Annotated[
        str | None,
        Query(max_length=1000, pattern="^[A-Za-z0-9_-]*$", description="`next_cursor` of the page before."),
    ] = None,
) -> Paging:
    return Paging(limit, cursor or None)


PagingDep = Annotated[Paging, Depends(_paging)]


@dataclass(frozen=True, slots=True)
class Rows(Generic[ItemT]):
    """A page of rows, to be returned for a `Page[XRead]`."""

    items: Sequence[ItemT]
    next_cursor: str | None


async def list_page(
    session: AsyncSession,
    query: Select[Any],
    *,
    order_by: Sequence[InstrumentedAttribute[Any]],
    paging: Paging,
    descending: bool = False,
) -> Rows[Any]:
    """The page of `query` that `paging` asks for, in the order of `order_by`.

    The columns of `order_by` are not null, the last one is unique, and an index begins with the partnership and
    continues with them. The query selects either one entity or columns that include `order_by` by name; rows come
    back as they were selected. Raises `InvalidInput` for a cursor that this list did not give out.
    """
    if paging.cursor is not None:
        values = read_cursor(paging.cursor, order_by)
        after = tuple_(*(literal(value, column.type) for value, column in zip(values, order_by, strict=True)))
        key = tuple_(*order_by)
        query = query.where(key < after if descending else key > after)
    query = query.order_by(*(column.desc() if descending else column for column in order_by))
    result = await session.execute(query.limit(paging.limit + 1))
    one_entity = len(query.column_descriptions) == 1
    rows = result.scalars().all() if one_entity else result.all()
    if len(rows) <= paging.limit:
        return Rows(rows, None)
    last = rows[paging.limit - 1]
    return Rows(rows[: paging.limit], write_cursor(_key_text([getattr(last, column.key) for column in order_by])))


_READERS: dict[type, Callable[[str], Any]] = {
    UUID: UUID,
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    str: str,
    int: int,
}


def _key_text(values: list[Any]) -> str:
    texts = [value.isoformat() if isinstance(value, date | datetime) else str(value) for value in values]
    return json.dumps(texts)


def write_cursor(key: str) -> str:
    """The cursor behind a row; `key` is the JSON array of the texts of its order's columns."""
    return base64.urlsafe_b64encode(key.encode()).rstrip(b"=").decode()


def read_cursor(cursor: str, order_by: Sequence[InstrumentedAttribute[Any]]) -> list[Any]:
    """The values of the order's columns in a cursor. Raises `InvalidInput` when this list did not give it out."""
    try:
        texts = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        if not isinstance(texts, list) or not all(isinstance(text, str) and "\x00" not in text for text in texts):
            raise ValueError
        "".join(texts).encode()  # no lone surrogates
        return [_READERS[column.type.python_type](text) for text, column in zip(texts, order_by, strict=True)]
    except (ValueError, binascii.Error, RecursionError) as error:
        raise InvalidInput([("query:cursor", "Use next_cursor of the page before, or leave it out.")]) from error
