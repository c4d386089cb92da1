"""Keeps the tables of programmes and cohorts equal to what learners-api says."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import delete, insert
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.clients.learners import CohortSummary, LearnersClient, ProgrammeSummary
from placements_api.programmes.models import Cohort, Programme
from service_common.events import Event
from service_common.feeds import ReadModel


def programmes_read_model(learners: LearnersClient) -> ReadModel[ProgrammeSummary]:
    return ReadModel(
        tables=(Programme.__tablename__,),
        key=_subject_of("programme."),
        fetch=learners.look_up_programmes,
        store=_store_in(Programme),
    )


def cohorts_read_model(learners: LearnersClient) -> ReadModel[CohortSummary]:
    return ReadModel(
        tables=(Cohort.__tablename__,),
        key=_subject_of("cohort."),
        fetch=learners.look_up_cohorts,
        store=_store_in(Cohort),
    )


def _subject_of(prefix: str) -> Callable[[Event], UUID | None]:
    return lambda event: event.subject if event.type.startswith(prefix) else None


def _store_in(
    table: type[Programme | Cohort],
) -> Callable[[AsyncSession, UUID, list[UUID], Mapping[UUID, Any]], Awaitable[None]]:
    async def store(
        session: AsyncSession, partnership_id: UUID, ids: list[UUID], found: Mapping[UUID, BaseModel]
    ) -> None:
        await session.execute(delete(table).where(table.id.in_(ids)))
        rows = [{"partnership_id": partnership_id, **_columns(each)} for each in found.values()]
        if rows:
            await session.execute(insert(table), rows)

    return store


def _columns(summary: BaseModel) -> dict[str, Any]:
    """Dates and ids as they are, documents as JSON."""
    documents = {"sector_rules", "rotation", "learning_days", "funding_lines"}
    return summary.model_dump(exclude=documents) | summary.model_dump(mode="json", include=documents)
