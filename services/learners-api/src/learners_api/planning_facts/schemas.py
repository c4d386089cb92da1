"""What goes in and out about planning facts."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, TypeVar
from uuid import UUID

from pydantic import AfterValidator, AliasChoices, BaseModel, ConfigDict, Field

from learners_api.clearances.schemas import ClearanceSnapshot
from learners_api.organisations.kinds import Sector
from learners_api.programmes.schemas import SettingKind, WeeklyHours
from service_common.types import CalendarDate, Input, Output, Paragraphs

T = TypeVar("T")


def _each_once(values: list[T]) -> list[T]:
    return list(dict.fromkeys(values))


class TravelMeans(StrEnum):
    CAR = "car"
    PUBLIC_TRANSPORT = "public_transport"


class Adjustment(StrEnum):
    """What a placement has to offer so that somebody can work there. Source: Equality Act 2010, section 20."""

    STEP_FREE_ACCESS = "step_free_access"
    NO_LIFTING = "no_lifting"
    NO_NIGHT_SHIFTS = "no_night_shifts"
    QUIET_SPACE = "quiet_space"
    HEARING_SUPPORT = "hearing_support"
    SIGHT_SUPPORT = "sight_support"
    FIXED_HOURS = "fixed_hours"
    REGULAR_BREAKS = "regular_breaks"


FirstSector = Literal[Sector.HEALTH, Sector.SOCIAL_CARE]
Adjustments = Annotated[list[Adjustment], Field(max_length=8), AfterValidator(_each_once)]
TravelLimit = Annotated[int, Field(ge=5, le=240)]


class HomePosition(Input):
    """Degrees (WGS 84) within the United Kingdom and its surroundings."""

    latitude: Annotated[float, Field(ge=49, le=61.5)]
    longitude: Annotated[float, Field(ge=-9, le=2.5)]


class TravelAndHours(BaseModel):
    """What the planner has to keep to."""

    home_position: HomePosition | None = None
    travel_means: Annotated[list[TravelMeans], Field(max_length=2), AfterValidator(_each_once)] = []
    travel_limit_minutes: TravelLimit | None = Field(default=None, description="For one way.")
    contracted_weekly_hours: WeeklyHours | None = None
    weekly_hours_limit: WeeklyHours | None = Field(
        default=None, description="At most 40 under 18; above 48 only with an opt-out. Null: what the law says."
    )
    opted_out_on: CalendarDate | None = Field(
        default=None, description="The day on which they agreed in writing to work more than 48 hours a week."
    )
    first_sector: FirstSector | None = Field(default=None, description="Where they have to start; null: anywhere.")


class PlanningFactsUpdate(TravelAndHours, Input):
    """All of it as it is to be; preferences and adjustments have places of their own."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "home_position": {"latitude": 50.811, "longitude": -0.371},
                    "travel_means": ["public_transport"],
                    "travel_limit_minutes": 60,
                    "contracted_weekly_hours": 37.5,
                    "weekly_hours_limit": 40,
                    "opted_out_on": None,
                    "first_sector": None,
                }
            ]
        }
    )


class Preferences(BaseModel):
    """What somebody would like."""

    setting_kinds: Annotated[list[SettingKind], Field(max_length=8), AfterValidator(_each_once)] = Field(
        default=[], description="Liked best first; those that are left out are all the same to them."
    )
    note: Paragraphs | None = None


class SectorOfChoice(BaseModel):
    """The sector that somebody would choose to work in: asked before the programme, and again since."""

    before: Sector | None = None
    now: Sector | None = None


class PreferencesInput(Preferences, Input):
    pass


class SectorOfChoiceInput(SectorOfChoice, Input):
    pass


class PreferencesUpdate(Input):
    """All preferences as they are to be."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "preferences": {"setting_kinds": ["day_centre", "acute_ward"], "note": "I like to be outdoors."},
                    "sector_of_choice": {"before": "health", "now": "social_care"},
                }
            ]
        }
    )

    preferences: PreferencesInput
    sector_of_choice: SectorOfChoiceInput


class PreferencesRead(Preferences, Output):
    pass


class SectorOfChoiceRead(SectorOfChoice, Output):
    pass


class PlanningFactsRead(TravelAndHours, Output):
    learner_id: UUID
    preferences: PreferencesRead
    sector_of_choice: SectorOfChoiceRead
    opted_out_on: date | None
    version: int = Field(description="0 until something has been recorded.")


class GivenPreferencesRead(Output):
    learner_id: UUID
    preferences: PreferencesRead
    sector_of_choice: SectorOfChoiceRead
    version: int = Field(description="The same as the planning facts'.")


class AdjustmentsUpdate(Input):
    """All adjustments as they are to be."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"adjustments": ["step_free_access"], "note": "Uses a wheelchair outdoors."}]}
    )

    adjustments: Adjustments
    note: Paragraphs | None = None


class AdjustmentsRead(Output):
    learner_id: UUID
    adjustments: list[Adjustment]
    note: str | None = Field(validation_alias=AliasChoices("note", "adjustments_note"))
    version: int = Field(description="The same as the planning facts'.")


class PlanningSnapshot(Output):
    """What the planner keeps of a learner."""

    home_postcode: str | None
    home_position: HomePosition | None
    travel_means: list[TravelMeans]
    travel_limit_minutes: int | None
    contracted_weekly_hours: float | None
    weekly_hours_limit: float | None
    clearances: list[ClearanceSnapshot]
    adjustments: list[Adjustment] = Field(description="For our own services; empty for partner systems.")
    preferences: PreferencesRead
    first_sector: FirstSector | None
    sector_of_choice: SectorOfChoiceRead
