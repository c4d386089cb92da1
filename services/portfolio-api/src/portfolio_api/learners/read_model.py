"""Keeps the table of learners equal to what learners-api says, and what they have to evidence with it."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import delete, insert
from sqlalchemy.ext.asyncio import AsyncSession

from portfolio_api.clients.learners import LearnersClient, LearnerSummary
from portfolio_api.learners.models import Learner
from portfolio_api.requirements.service import lock_requirements, settle_learners
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
    await lock_requirements(session, partnership_id)
    await session.execute(delete(Learner).where(Learner.id.in_(learner_ids)))
    rows = [
        {
            "partnership_id": partnership_id,
            **learner.model_dump(mode="json"),
            "supporters": [f"{each.role}:{each.account_id}" for each in learner.supporters],
        }
        for learner in learners.values()
    ]
    if rows:
        await session.execute(insert(Learner), rows)
    await settle_learners(session, partnership_id, learner_ids)
