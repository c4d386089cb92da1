"""Keeps the table of learners equal to what learners-api says."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import delete, insert
from sqlalchemy.ext.asyncio import AsyncSession

from portfolio_api.clients.learners import LearnersClient, LearnerSummary
from portfolio_api.learners.models import Learner
from service_common.events import Event
from service_common.feeds import ReadModel


def learners_read_model(learners: LearnersClient) -> ReadModel[LearnerSummary]:
    return ReadModel(tables=(Learner.__tablename__,), key=_learner, fetch=learners.look_up, store=_store)


def _learner(event: Event) -> UUID | None:
    if event.type.startswith("learner."):
        return event.subject
    if event.type.startswith("enrolment."):
        return UUID(event.data["learner_id"])
    return None


async def _store(
    session: AsyncSession, partnership_id: UUID, learner_ids: list[UUID], learners: Mapping[UUID, LearnerSummary]
) -> None:
    await session.execute(delete(Learner).where(Learner.id.in_(learner_ids)))
    rows = [{"partnership_id": partnership_id, **learner.model_dump(mode="json")} for learner in learners.values()]
    if rows:
        await session.execute(insert(Learner), rows)
