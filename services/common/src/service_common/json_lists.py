"""Lists whose pages PostgreSQL writes as JSON: no row becomes an object on its way to the client.

A list is described once, with its filters:

    COHORTS = JsonList(
        CohortRead,
        {"id": Cohort.id, "name": Cohort.name, "programme_name": Programme.name},
        source=join(Cohort, Programme, ...),
        order_by=(Cohort.name, Cohort.id),
        filters={"partnership_id": Cohort.partnership_id == bindparam("partnership_id"), "q": ...},
    )

    @router.get("", response_model=Page[CohortRead])
    async def list_cohorts(...) -> Response:
        return await COHORTS.page(reader, paging, partnership_id=principal.partnership_id, q=q or None)
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Any
from uuid import UUID

from fastapi import Response
from pydantic import BaseModel
from sqlalchemy import (
    ColumnElement,
    FromClause,
    Text,
    bindparam,
    case,
    cast,
    func,
    label,
    literal_column,
    select,
    true,
    tuple_,
)
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.elements import SQLCoreOperations

from service_common.db import Reader
from service_common.pagination import Paging, read_cursor, write_cursor
from service_common.statements import Statement

MAX_STATEMENTS = 256
"""Statements that a list remembers: one for each use of filters, limit and cursor."""


class JsonList:
    """A list with its order and its filters, whose pages PostgreSQL writes.

    `fields` are the columns of `item`'s fields, in their order. The columns of `order_by` are not null, the last one is
    unique, and an index begins with the partnership and continues with them. `filters` are conditions with bound
    parameters; a page uses those for whose name it is given a value. Its `partnership_id` filter is always used.
    """

    def __init__(
        self,
        item: type[BaseModel],
        fields: Mapping[str, SQLCoreOperations[Any]],
        *,
        source: FromClause,
        order_by: Sequence[InstrumentedAttribute[Any]],
        filters: Mapping[str, ColumnElement[bool]],
        descending: bool = False,
    ) -> None:
        if list(fields) != list(item.model_fields):
            msg = f"the columns are not those of {item.__name__}: {[*fields]}"
            raise TypeError(msg)
        self._fields = dict(fields)
        self._source = source
        self._order_by = tuple(order_by)
        self._filters = dict(filters)
        self._descending = descending
        self._statement = lru_cache(MAX_STATEMENTS)(self._write_statement)

    async def page(self, reader: Reader, paging: Paging, *, partnership_id: UUID | None, **values: Any) -> Response:
        """The page that `paging` asks for. A filter is used when its value is not None; a filter with several
        parameters takes a mapping. Raises `InvalidInput` for a cursor that this list did not give out."""
        parameters: dict[str, Any] = {"partnership_id": partnership_id}
        used = ["partnership_id"]
        for name, value in values.items():
            if value is not None:
                used.append(name)
                parameters |= value if isinstance(value, dict) else {name: value}
        if paging.cursor is not None:
            parameters |= {f"after_{n}": value for n, value in enumerate(read_cursor(paging.cursor, self._order_by))}
        statement = self._statement(tuple(used), paging.limit, paging.cursor is not None)
        items, last_key = await reader.row(statement, parameters)
        next_cursor = "null" if last_key is None else f'"{write_cursor(last_key)}"'
        return Response(f'{{"items":{items},"next_cursor":{next_cursor}}}', media_type="application/json")

    def _write_statement(self, used: tuple[str, ...], limit: int, has_cursor: bool) -> Statement:
        """One more row than the page has tells whether there is another page, and is left out.

        The limit is written out: PostgreSQL plans for a few rows only when it knows that they are few.
        """
        key = tuple_(*self._order_by)
        order = [column.desc() if self._descending else column for column in self._order_by]
        rows = (
            select(
                *(label(name, column) for name, column in self._fields.items()),
                *(column.label(f"page_key_{n}") for n, column in enumerate(self._order_by)),
                func.row_number().over(order_by=order).label("page_position"),
            )
            .select_from(self._source)
            .where(*(self._filters[name] for name in used))
            .order_by(*order)
            .limit(literal_column(str(limit + 1)))
        )
        if has_cursor:
            after = tuple_(*(bindparam(f"after_{n}", type_=column.type) for n, column in enumerate(self._order_by)))
            rows = rows.where(key < after if self._descending else key > after)
            # Follows from the line above; where the key spans tables, an index can answer no more of it than this.
            first = list(takewhile(lambda column: column.class_ is self._order_by[0].class_, self._order_by))
            own, bound = tuple_(*first), tuple_(*after.clauses[: len(first)])
            rows = rows.where(own <= bound if self._descending else own >= bound)
        page = rows.subquery("page")
        item = select(*(page.c[name] for name in self._fields)).correlate(page).lateral("item")
        position = page.c.page_position
        last: ColumnElement[int] = literal_column(str(limit))
        items = func.json_agg(literal_column("item")).filter(position <= last)
        last_key = func.json_build_array(*(cast(page.c[f"page_key_{n}"], Text) for n in range(len(self._order_by))))
        return Statement.of(
            select(
                cast(func.coalesce(items, literal_column("'[]'")), Text),
                case((func.count() > last, func.max(case((position == last, cast(last_key, Text)))))),
            ).select_from(page.join(item, true()))
        )
