"""The second line: what the service's own database role sees and changes, with SQL that filters nothing."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi import FastAPI
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from learners_api.models import metadata
from service_common.db import DataScope, transaction

Json = dict[str, Any]
Add = Callable[..., Awaitable[Json]]
TABLES = sorted(metadata.tables)


@pytest.fixture
async def rows_everywhere(
    add_enrolment: Add,
    support: Callable[[Json, str, str], Awaitable[None]],
    add_clearance: Add,
    record_facts: Callable[..., Awaitable[Json]],
) -> None:
    """A row in every table for the test's partnership."""
    enrolment = await add_enrolment()
    await support(enrolment, str(uuid4()), "mentor")
    await add_clearance(enrolment["learner_id"])
    await record_facts(enrolment["learner_id"])


async def count_rows(app: FastAPI, scope: DataScope) -> dict[str, int]:
    async with transaction(app.state.sessions, scope) as session:
        return {
            name: (await session.execute(select(func.count()).select_from(table))).scalar_one()
            for name, table in metadata.tables.items()
        }


@pytest.mark.usefixtures("rows_everywhere")
async def test_rows_exist_only_in_their_partnership(app: FastAPI, partnership_id: UUID) -> None:
    here = await count_rows(app, DataScope(partnership_id=partnership_id))
    assert all(here.values()), here
    for scope in (DataScope(partnership_id=uuid4()), DataScope(), DataScope(everything=True)):
        assert not any((await count_rows(app, scope)).values())


@pytest.mark.usefixtures("rows_everywhere")
@pytest.mark.parametrize("table", TABLES)
async def test_another_partnerships_rows_are_neither_changed_nor_deleted(
    app: FastAPI, partnership_id: UUID, table: str
) -> None:
    async with transaction(app.state.sessions, DataScope(partnership_id=uuid4())) as session:
        rows = metadata.tables[table]
        for statement in (rows.update().values(partnership_id=rows.c.partnership_id), rows.delete()):
            assert (await session.execute(statement.returning(rows.c.partnership_id))).all() == []
    assert (await count_rows(app, DataScope(partnership_id=partnership_id)))[table] > 0


@pytest.mark.usefixtures("rows_everywhere")
@pytest.mark.parametrize("table", TABLES)
async def test_rows_cannot_be_moved_into_another_partnership(app: FastAPI, partnership_id: UUID, table: str) -> None:
    with pytest.raises(DBAPIError, match=r"row-level security|foreign key"):
        async with transaction(app.state.sessions, DataScope(partnership_id=partnership_id)) as session:
            await session.execute(metadata.tables[table].update().values(partnership_id=uuid4()))


async def test_foreign_keys_hold_within_a_partnership(app: FastAPI, partnership_id: UUID, add_cohort: Add) -> None:
    """Not even with the id of another partnership's programme does a cohort join it."""
    programme_id = (await add_cohort())["programme_id"]
    elsewhere = uuid4()
    with pytest.raises(DBAPIError, match="cohorts_programme_fkey"):
        async with transaction(app.state.sessions, DataScope(partnership_id=elsewhere)) as session:
            await session.execute(
                text(
                    "INSERT INTO cohorts (partnership_id, programme_id, name, starts_on, ends_on, places)"
                    " VALUES (:partnership_id, :programme_id, 'Stolen', '2027-03-01', '2028-03-01', 1)"
                ),
                {"partnership_id": elsewhere, "programme_id": programme_id},
            )
