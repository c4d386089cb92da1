"""What goes in and out about programmes."""

from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic.config import JsonDict

from learners_api.organisations.kinds import Sector
from service_common.types import Count, Input, Line, Output, Paragraphs

WeeklyHours = Annotated[float, Field(gt=0, le=60, multiple_of=0.25)]
Level = Annotated[int, Field(ge=1, le=8)]


class SettingKind(StrEnum):
    ACUTE_WARD = "acute_ward"
    COMMUNITY_HEALTH_TEAM = "community_health_team"
    MENTAL_HEALTH_TEAM = "mental_health_team"
    GP_PRACTICE = "gp_practice"
    CARE_HOME = "care_home"
    DAY_CENTRE = "day_centre"
    HOME_CARE = "home_care"
    HOSPICE = "hospice"


class Document(Input):
    """A part of a programme that is stored and read whole."""


class Qualification(Document):
    title: Line
    level: Level | None = Field(description="Null for awards without a level, such as the Care Certificate.")


class Standard(Document):
    """The apprenticeship standard that new starters follow."""

    reference: Annotated[str, Field(pattern=r"^ST[0-9]{4}$", examples=["ST0005"])]
    title: Line
    level: Level


class SectorRule(Document):
    """What placements in one sector ask of apprentices."""

    sector: Sector
    minimum_age: Annotated[int, Field(ge=16, le=25)]
    vaccination: Literal["mandatory", "voluntary"]
    working_pattern: Paragraphs


class Block(Document):
    """A stretch of weeks that apprentices spend in one place."""

    name: Line
    kind: Literal["induction", "training", "placement"]
    length_weeks: Annotated[int, Field(ge=1, le=156)]
    location: Literal["home", "hosted", "training_provider"] = Field(
        description="`home` is the employer of record, `hosted` another organisation of the partnership."
    )
    sector: Sector | None = Field(description="Null where the block is not tied to a sector.")
    setting_kinds: Annotated[list[SettingKind], Field(max_length=8, description="Any of these will do.")]


class RotationPattern(Document):
    ordering: Literal["ordered", "free", "half_and_half"] = Field(
        description="`free`: each apprentice in an order of their own; `half_and_half`: half of the cohort starts in"
        " each of two placement blocks, then they swap."
    )
    blocks: Annotated[list[Block], Field(min_length=1, max_length=40)]


class LearningDay(Document):
    text: Line
    frequency: Literal["weekly", "fortnightly", "monthly", "between_blocks"]
    weekday: Annotated[int, Field(ge=1, le=7)] | None = Field(description="1 is Monday.")
    days: Annotated[int, Field(ge=1, le=20)]
    sector: Sector | None = Field(description="The sector of the placements in which it applies; null for all.")


class ReviewSchedule(Document):
    """Reviews are due so many days after each placement began, and then every so many months."""

    days_after_placement_start: Annotated[list[Annotated[int, Field(ge=1, le=730)]], Field(max_length=12)]
    then_every_months: Annotated[int, Field(ge=1, le=12)] | None
    note: Annotated[str, Field(max_length=400)]


class FundingLine(Document):
    payer: Line
    purpose: Line
    amount_pence: Count | None = Field(description="Null where it is not known.")
    per_apprentice: bool


class Recruitment(Document):
    """The way from application to start; null where a figure is not known."""

    applied: Count | None
    shortlisted: Count | None
    recruited: Count
    channels: Paragraphs

    @model_validator(mode="after")
    def _narrows(self) -> "Recruitment":
        known = [figure for figure in (self.applied, self.shortlisted, self.recruited) if figure is not None]
        if known != sorted(known, reverse=True):
            msg = "Each step has at most as many people as the one before."
            raise ValueError(msg)
        return self


class EvidenceGap(Document):
    """What a kind of setting cannot offer, so that the rest of the rotation has to."""

    setting_kind: SettingKind
    activities: Annotated[list[Line], Field(min_length=1, max_length=40)]


class ProgrammeFacts(BaseModel):
    """What a programme states of itself."""

    name: Line
    stage_of_integration: Annotated[int, Field(ge=1, le=4)] = Field(
        description="1 joint learning, 2 rotational placements, 3 integrated roles, 4 dual employers."
    )
    qualifications: Annotated[list[Qualification], Field(min_length=1, max_length=10)]
    standard: Standard | None = None
    pathway: Sector = Field(description="The sector whose framework or standard apprentices follow.")
    weekly_hours: WeeklyHours
    weekly_learning_hours: WeeklyHours = Field(description="Hours of learning within the weekly hours.")
    hourly_pay_pence: Count | None = None
    pay_note: Paragraphs | None = None
    summary: Paragraphs
    sector_rules: Annotated[list[SectorRule], Field(max_length=3)]
    rotation: RotationPattern
    induction: Paragraphs | None = None
    learning_days: Annotated[list[LearningDay], Field(max_length=10)] = []
    review_schedule: ReviewSchedule
    funding_lines: Annotated[list[FundingLine], Field(max_length=40)] = []
    recruitment: Recruitment | None = None
    requirements: Annotated[list[Paragraphs], Field(max_length=40)] = []
    evidence_gaps: Annotated[list[EvidenceGap], Field(max_length=20)] = []
    story: Annotated[list[Paragraphs], Field(max_length=40)] = Field(
        default=[], description="What happened and what was learned, one thing a paragraph."
    )


EXAMPLE: JsonDict = {
    "name": "Coastal integrated apprenticeship",
    "stage_of_integration": 2,
    "qualifications": [{"title": "Diploma in Health and Social Care", "level": 2}],
    "standard": {"reference": "ST0005", "title": "Adult care worker", "level": 2},
    "pathway": "social_care",
    "weekly_hours": 37.5,
    "weekly_learning_hours": 7.5,
    "hourly_pay_pence": 513,
    "summary": "Six months on a hospital ward and six months in council care.",
    "sector_rules": [
        {"sector": "health", "minimum_age": 18, "vaccination": "mandatory", "working_pattern": "12-hour shifts."}
    ],
    "rotation": {
        "ordering": "half_and_half",
        "blocks": [
            {
                "name": "Health care assistant",
                "kind": "placement",
                "length_weeks": 26,
                "location": "hosted",
                "sector": "health",
                "setting_kinds": ["acute_ward"],
            },
            {
                "name": "Care assistant",
                "kind": "placement",
                "length_weeks": 26,
                "location": "hosted",
                "sector": "social_care",
                "setting_kinds": ["day_centre", "care_home"],
            },
        ],
    },
    "review_schedule": {"days_after_placement_start": [14, 42], "then_every_months": 1, "note": ""},
}


class ProgrammeCreate(ProgrammeFacts, Input):
    """A programme that the partnership begins to offer."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    @model_validator(mode="after")
    def _learning_fits_in_the_week(self) -> "ProgrammeCreate":
        if self.weekly_learning_hours > self.weekly_hours:
            msg = "The hours of learning are part of the weekly hours: give at most as many."
            raise ValueError(msg)
        return self


class ProgrammeUpdate(ProgrammeCreate):
    """The whole programme as it is to be."""


class ProgrammeRead(ProgrammeFacts, Output):
    id: UUID
    version: int


class ProgrammeLookup(Input):
    """Which programmes one of our services wants to know of."""

    ids: Annotated[list[UUID], Field(max_length=500)]


class ProgrammeSnapshots(Output):
    """Those that exist; ids that do not are missing."""

    items: list[ProgrammeRead]


class ProgrammeSummary(Output):
    """A programme in a list."""

    id: UUID
    name: str
    stage_of_integration: int
    qualifications: list[Qualification]
    pathway: Sector
    weekly_hours: float
    weekly_learning_hours: float
    hourly_pay_pence: int | None
    summary: str
    version: int
