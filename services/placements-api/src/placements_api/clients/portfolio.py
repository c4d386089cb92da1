"""What placements-api asks of portfolio-api: what learners have still to evidence."""

from uuid import UUID

from pydantic import BaseModel

from placements_api.requirements.missing import MissingCriteria
from service_common.http_client import Upstream


class LearnerRequirements(BaseModel):
    learner_id: UUID
    missing: list[MissingCriteria]


class _Answer(BaseModel):
    items: list[LearnerRequirements]


class PortfolioClient:
    def __init__(self, upstream: Upstream) -> None:
        self._upstream = upstream

    async def look_up_requirements(self, partnership_id: UUID, ids: list[UUID]) -> dict[UUID, LearnerRequirements]:
        """By learner; those of whom nothing is asked may be missing. Raises Unavailable."""
        answer = await self._upstream.post(
            "/requirements/lookup", json={"ids": [str(id_) for id_ in ids]}, partnership_id=partnership_id
        )
        return {found.learner_id: found for found in _Answer.model_validate_json(answer.content).items}
