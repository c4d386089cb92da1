"""What goes in and out about feedback."""

from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, ConfigDict, Field

from placements_api.organisations.kinds import Sector
from service_common.types import Input, Output, Paragraphs

Rating = Annotated[int, Field(ge=1, le=5, description="1 is poor, 5 is very good.")]


class FeedbackSide(StrEnum):
    APPRENTICE = "apprentice"
    HOST = "host"


class FeedbackUpdate(Input):
    """What one side says, as it is to be. The sectors are the apprentice's to say, and only theirs."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"rating": 4, "sector_before": "health", "sector_now": "social_care"}]}
    )

    rating: Rating
    went_well: Paragraphs | None = None
    to_improve: Paragraphs | None = None
    sector_before: Sector | None = Field(default=None, description="They would have chosen before the placement.")
    sector_now: Sector | None = Field(default=None, description="They would choose now.")


class FeedbackRead(Output):
    by: FeedbackSide
    rating: int
    went_well: str | None
    to_improve: str | None
    sector_before: Sector | None
    sector_now: Sector | None
    given_at: AwareDatetime


class PlacementFeedback(Output):
    """What the reader may see: both sides for coordinators, otherwise one's own."""

    placement_id: UUID
    may_give: FeedbackSide | None = Field(description="The side for which the reader may speak now.")
    items: list[FeedbackRead]


class SectorChoices(Output):
    """How many apprentices would have chosen one sector before, and another or the same now."""

    before: Sector
    now: Sector
    count: int


class SettingRating(Output):
    setting_id: UUID
    setting_name: str
    by: FeedbackSide
    count: int
    average: float


class FeedbackSummary(Output):
    """Of the placements of one cohort."""

    ratings: list[SettingRating]
    sector_choices: list[SectorChoices]
