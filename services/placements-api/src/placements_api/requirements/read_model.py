"""Keeps the table of missing criteria equal to what portfolio-api says."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import delete, insert
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.clients.portfolio import LearnerRequirements, PortfolioClient
from placements_api.requirements.models import Requirement
from service_common.events import Event
from service_common.feeds import ReadModel


def requirements_read_model(portfolio: PortfolioClient) -> ReadModel[LearnerRequirements]:
    return ReadModel(
        tables=(Requirement.__tablename__,), key=_learner, fetch=portfolio.look_up_requirements, store=_store
    )


def _learner(event: Event) -> UUID | None:
    return event.subject if event.type == "requirements.changed" else None


async def _store(
    session: AsyncSession, partnership_id: UUID, learner_ids: list[UUID], found: Mapping[UUID, LearnerRequirements]
) -> None:
    await session.execute(delete(Requirement).where(Requirement.learner_id.in_(learner_ids)))
    rows = [{"partnership_id": partnership_id, **each.model_dump(mode="json")} for each in found.values()]
    if rows:
        await session.execute(insert(Requirement), rows)
