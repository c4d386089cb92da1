"""What goes in and out about placements."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, ConfigDict, Field, model_validator

from placements_api.host_settings.schemas import SettingKind
from placements_api.organisations.kinds import Sector
from placements_api.placements.life import NEEDS_REASON, State, Step
from service_common.types import CalendarDate, Input, Line, Output, Paragraphs

_SOME_ID = "019a8f2e-7c00-7000-8000-000000000001"


class StepFacts(Input):
    """A step, on a day, with what belongs to it."""

    step: Step
    on: CalendarDate | None = Field(default=None, description="Null: today. Not in the future.")
    reason: Paragraphs | None = Field(default=None, description="To decline, suspend or withdraw; people read it.")

    @model_validator(mode="after")
    def _has_its_reason(self) -> "StepFacts":
        if self.step in NEEDS_REASON and self.reason is None:
            msg = "Give a reason: those concerned read it."
            raise ValueError(msg)
        return self


class StepCreate(StepFacts):
    """The step of one placement."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"step": "accept", "mentor_name": "Nadia Okafor-Lind"}]})

    mentor_name: Line | None = Field(default=None, description="Null: as it was.")


class PlacementVersion(Input):
    """A placement as somebody looked at it."""

    id: UUID
    version: Annotated[int, Field(ge=1, le=2**31 - 1)]


def _each_once(placements: list[PlacementVersion]) -> list[PlacementVersion]:
    if len({each.id for each in placements}) < len(placements):
        msg = "One of the placements is listed twice."
        raise ValueError(msg)
    return placements


class StepsCreate(StepFacts):
    """The same step of several placements: all of them or none."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"step": "accept", "placements": [{"id": _SOME_ID, "version": 2}]}]}
    )

    placements: Annotated[list[PlacementVersion], Field(min_length=1, max_length=100), AfterValidator(_each_once)]


class PlacementSummary(Output):
    """A placement in a list."""

    id: UUID
    cohort_id: UUID
    enrolment_id: UUID
    learner_id: UUID
    given_names: str | None = Field(description="Null until learners-api has told of the learner.")
    family_name: str | None
    setting_id: UUID | None = Field(description="Null: with the employer of record.")
    setting_name: str | None
    setting_kind: SettingKind | None
    sector: Sector
    organisation_id: UUID = Field(description="The host; without a setting, the employer of record.")
    organisation_name: str
    block: int = Field(description="Its place in the rotation, from 0.")
    block_name: str
    starts_on: CalendarDate
    ends_on: CalendarDate
    state: State
    reason: str | None
    mentor_name: str | None
    offer_due_on: date = Field(description="12 weeks before it begins.")
    rota_due_on: date = Field(description="6 weeks before it begins.")
    rota_published_on: date | None
    version: int


class StepRead(Output):
    """Something that happened to a placement."""

    step: str
    state: State
    taken_on: date
    by: str = Field(description="`coordinator`, `host`, or `plan` where a published plan did it.")
    reason: str | None
    recorded_at: datetime


class ClearanceMissing(Output):
    """What keeps a placement from starting."""

    code: str
    words: str


class PlacementRead(PlacementSummary):
    """A placement with its life so far and the steps that the reader can take."""

    next_steps: list[Step]
    clearances_missing: list[ClearanceMissing] = Field(
        description="Of those that the setting demands, as things stand; empty for a placement that has ended."
    )
    steps: list[StepRead] = Field(description="Oldest first.")


class PlacementsRead(Output):
    """Placements, in the order asked for."""

    items: list[PlacementRead]


class Need(StrEnum):
    """What a placement waits for; the first that applies."""

    SHOULD_HAVE_ENDED = "should_have_ended"
    SHOULD_HAVE_STARTED = "should_have_started"
    OFFER_LATE = "offer_late"
    ANSWER_LATE = "answer_late"
    INDUCTION_DUE = "induction_due"
    ROTA_LATE = "rota_late"
    OFFER_DUE = "offer_due"
    ANSWER_DUE = "answer_due"
    CONFIRMATION_DUE = "confirmation_due"


class PlacementNeed(PlacementSummary):
    """A placement that somebody has to do something about."""

    need: Need


class When(StrEnum):
    NOW = "now"
    NEXT = "next"
    PAST = "past"
