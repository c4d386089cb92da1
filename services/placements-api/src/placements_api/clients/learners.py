"""What placements-api asks of learners-api: the present state of what its read models copy."""

from datetime import date
from typing import TypeVar
from uuid import UUID

from pydantic import BaseModel

from placements_api.apprentices.facts import PlanningFacts
from placements_api.programmes.rotation import FundingLine, LearningDay, Rotation, SectorRule
from service_common.http_client import Upstream


class EnrolmentSummary(BaseModel):
    id: UUID
    programme_id: UUID
    cohort_id: UUID
    employer_organisation_id: UUID
    state: str
    started_on: date
    planned_end_on: date
    ended_on: date | None


class LearnerSummary(BaseModel):
    id: UUID
    given_names: str
    family_name: str
    date_of_birth: date
    enrolments: list[EnrolmentSummary]
    planning: PlanningFacts | None = None


class ProgrammeSummary(BaseModel):
    id: UUID
    name: str
    weekly_hours: float
    weekly_learning_hours: float
    sector_rules: list[SectorRule]
    rotation: Rotation
    learning_days: list[LearningDay]
    funding_lines: list[FundingLine] = []


class CohortSummary(BaseModel):
    id: UUID
    programme_id: UUID
    name: str
    starts_on: date
    ends_on: date
    places: int


SummaryT = TypeVar("SummaryT", LearnerSummary, ProgrammeSummary, CohortSummary)


class LearnersClient:
    """Each look-up answers by id; those that are gone are missing. Raises Unavailable."""

    def __init__(self, upstream: Upstream) -> None:
        self._upstream = upstream

    async def look_up(self, partnership_id: UUID, ids: list[UUID]) -> dict[UUID, LearnerSummary]:
        return await self._look_up("learners", LearnerSummary, partnership_id, ids)

    async def look_up_programmes(self, partnership_id: UUID, ids: list[UUID]) -> dict[UUID, ProgrammeSummary]:
        return await self._look_up("programmes", ProgrammeSummary, partnership_id, ids)

    async def look_up_cohorts(self, partnership_id: UUID, ids: list[UUID]) -> dict[UUID, CohortSummary]:
        return await self._look_up("cohorts", CohortSummary, partnership_id, ids)

    async def _look_up(
        self, what: str, summary: type[SummaryT], partnership_id: UUID, ids: list[UUID]
    ) -> dict[UUID, SummaryT]:
        answer = await self._upstream.post(
            f"/{what}/lookup", json={"ids": [str(id_) for id_ in ids]}, partnership_id=partnership_id
        )
        return {found.id: found for found in (summary.model_validate(item) for item in answer.json()["items"])}
