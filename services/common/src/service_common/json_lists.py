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
        return await COHORTS.page(session, paging, partnership_id=principal.partnership_id, q=q or None)
"""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import takewhile
from typing import Any
from uuid import UUID

from fastapi import Response
from pydantic import BaseModel
from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    Text,
    bindparam,
    case,
    cast,
    func,
    literal_column,
    select,
    tuple_,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.elements import SQLCoreOperations

from service_common.pagination import Paging, read_cursor, write_cursor


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
        self._item = func.json_build_object(
            *(part for name, column in fields.items() for part in (literal_column(f"'{name}'"), column))
        )
        self._source = source
        self._order_by = tuple(order_by)
        self._filters = dict(filters)
        self._descending = descending
        self._statement = cache(self._make_statement)

    async def page(
        self, session: AsyncSession, paging: Paging, *, partnership_id: UUID | None, **values: Any
    ) -> Response:
        """The page that `paging` asks for. A filter is used when its value is not None; a filter with several
        parameters takes a mapping. Raises `InvalidInput` for a cursor that this list did not give out."""
        parameters: dict[str, Any] = {"page_limit": paging.limit, "partnership_id": partnership_id}
        used = ["partnership_id"]
        for name, value in values.items():
            if value is not None:
                used.append(name)
                parameters |= value if isinstance(value, dict) else {name: value}
        if paging.cursor is not None:
            parameters |= {f"after_{n}": value for n, value in enumerate(read_cursor(paging.cursor, self._order_by))}
        statement = self._statement(tuple(used), paging.cursor is not None)
        items, last_key = (await session.execute(statement, parameters)).one()
        next_cursor = "null" if last_key is None else f'"{write_cursor(last_key)}"'
        return Response(f'{{"items":{items},"next_cursor":{next_cursor}}}', media_type="application/json")

    def _make_statement(self, used: tuple[str, ...], has_cursor: bool) -> Select[Any]:
        """One more row than the page has tells whether there is another page, and is left out."""
        key = tuple_(*self._order_by)
        order = [column.desc() if self._descending else column for column in self._order_by]
        rows = (
            select(
                self._item.label("item"),
                func.json_build_array(*(cast(column, Text) for column in self._order_by)).label("key"),
                func.row_number().over(order_by=order).label("position"),
            )
            .select_from(self._source)
            .where(*(self._filters[name] for name in used))
            .order_by(*order)
            .limit(bindparam("page_limit") + 1)
        )
        if has_cursor:
            after = tuple_(*(bindparam(f"after_{n}", type_=column.type) for n, column in enumerate(self._order_by)))
            rows = rows.where(key < after if self._descending else key > after)
            # Follows from the line above; where the key spans tables, an index can answer no more of it than this.
            first = list(takewhile(lambda column: column.class_ is self._order_by[0].class_, self._order_by))
            own, bound = tuple_(*first), tuple_(*after.clauses[: len(first)])
            rows = rows.where(own <= bound if self._descending else own >= bound)
        page = rows.subquery("page")
        on_page = page.c.position <= bindparam("page_limit")
        last_key = func.max(case((page.c.position == bindparam("page_limit"), cast(page.c.key, Text))))
        return select(
            cast(func.coalesce(func.json_agg(page.c.item).filter(on_page), literal_column("'[]'")), Text),
            case((func.count() > bindparam("page_limit"), last_key)),
        )
