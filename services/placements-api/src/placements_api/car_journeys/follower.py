"""Asks for journeys when somebody or somewhere was made known or changed."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.apprentices.read_model import learner_of
from placements_api.jobs import PlacementsJobs
from service_common.events import Event
from service_common.feeds import React
from service_common.jobs import enqueue


def journeys_wanted(jobs: PlacementsJobs) -> React:
    """A learner's event asks for their own journeys, a setting's for those of everybody; neither says what changed,
    and nothing is asked twice."""

    async def react(partnership_id: UUID, events: Sequence[Event], session: AsyncSession) -> None:
        learners = {str(id_) for event in events if (id_ := learner_of(event)) is not None}
        is_everybodys = any(event.type.startswith("setting.") for event in events)
        if learners or is_everybodys:
            await enqueue(
                session,
                jobs.learn_car_journeys,
                lock=f"car_journeys/{partnership_id}",
                partnership_id=str(partnership_id),
                learner_ids=None if is_everybodys else sorted(learners),
            )

    return react
