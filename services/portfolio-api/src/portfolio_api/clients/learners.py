"""What portfolio-api asks of learners-api: the present state of learners, and whether there is a programme."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from pydantic import BaseModel

from service_common.http_client import Upstream


class EnrolmentSummary(BaseModel):
    id: UUID
    programme_id: UUID
    employer_organisation_id: UUID
    state: str


class SupporterSummary(BaseModel):
    role: str
    account_id: UUID


class LearnerSummary(BaseModel):
    id: UUID
    given_names: str
    family_name: str
    enrolments: list[EnrolmentSummary]
    supporters: list[SupporterSummary]


class _LearnerSummaries(BaseModel):
    items: list[LearnerSummary]


class ProgrammeSummary(BaseModel):
    id: UUID


class _ProgrammeSummaries(BaseModel):
    items: list[ProgrammeSummary]


class LearnersClient:
    def __init__(self, upstream: Upstream) -> None:
        self._upstream = upstream

    async def look_up(self, partnership_id: UUID, ids: list[UUID]) -> dict[UUID, LearnerSummary]:
        """Learners by id; those that are gone are missing. Raises Unavailable."""
        answer = await self._upstream.post(
            "/learners/lookup", json={"ids": [str(id_) for id_ in ids]}, partnership_id=partnership_id
        )
        return {learner.id: learner for learner in _LearnerSummaries.model_validate_json(answer.content).items}

    async def find_programmes(self, partnership_id: UUID, ids: Sequence[UUID]) -> set[UUID]:
        """Those of the programmes that there are. Raises Unavailable."""
        answer = await self._upstream.post(
            "/programmes/lookup", json={"ids": [str(id_) for id_ in ids]}, partnership_id=partnership_id
        )
        return {programme.id for programme in _ProgrammeSummaries.model_validate_json(answer.content).items}


async def _learners(request: Request) -> LearnersClient:
    client: LearnersClient = request.app.state.learners
    return client


Learners = Annotated[LearnersClient, Depends(_learners)]
