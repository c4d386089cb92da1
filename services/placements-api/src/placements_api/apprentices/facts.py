"""What the planner needs to know of a person, as learners-api says it. What it does not know is null or empty."""

from datetime import date

from pydantic import BaseModel, ConfigDict

from placements_api.organisations.kinds import Sector


class Point(BaseModel):
    latitude: float
    longitude: float


class HeldClearance(BaseModel):
    """Both days are included; no expiry: for good."""

    code: str
    valid_from: date
    expires_on: date | None


class Preferences(BaseModel):
    setting_kinds: list[str] = []
    """Liked best first."""


class PlanningFacts(BaseModel):
    """More than is listed here may come; it is left out."""

    model_config = ConfigDict(extra="ignore")

    home_position: Point | None = None
    travel_means: list[str] = []
    travel_limit_minutes: int | None = None
    contracted_weekly_hours: float | None = None
    weekly_hours_limit: float | None = None
    clearances: list[HeldClearance] = []
    adjustments: list[str] = []
    preferences: Preferences = Preferences()
    first_sector: Sector | None = None
