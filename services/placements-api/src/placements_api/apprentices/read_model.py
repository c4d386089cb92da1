"""Keeps the table of apprentices equal to what learners-api says."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import delete, insert
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.apprentices.models import Apprentice
from placements_api.car_journeys.learning import forget_car_journeys
from placements_api.clients.learners import LearnersClient, LearnerSummary
from service_common.events import Event
from service_common.feeds import ReadModel


def apprentices_read_model(learners: LearnersClient) -> ReadModel[LearnerSummary]:
    return ReadModel(tables=(Apprentice.__tablename__,), key=learner_of, fetch=learners.look_up, store=_store)


def learner_of(event: Event) -> UUID | None:
    """Whom an event of learners-api is about; None: no single learner."""
    if event.type.startswith("learner."):
        return event.subject
    if event.type.startswith("enrolment."):
        return UUID(event.data["learner_id"])
    return None


async def _store(
    session: AsyncSession, partnership_id: UUID, learner_ids: list[UUID], learners: Mapping[UUID, LearnerSummary]
) -> None:
    await session.execute(delete(Apprentice).where(Apprentice.learner_id.in_(learner_ids)))
    if gone := set(learner_ids) - learners.keys():
        await forget_car_journeys(session, gone)
    rows = [
        {
            "partnership_id": partnership_id,
            "enrolment_id": enrolment.id,
            "learner_id": learner.id,
            **learner.model_dump(include={"given_names", "family_name", "date_of_birth"}),
            **enrolment.model_dump(exclude={"id"}),
            "planning": None if learner.planning is None else learner.planning.model_dump(mode="json"),
        }
        for learner in learners.values()
        for enrolment in learner.enrolments
    ]
    if rows:
        await session.execute(insert(Apprentice), rows)
