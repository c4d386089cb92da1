"""What goes in and out about rotas."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, ConfigDict, Field, field_validator, model_validator

from placements_api.host_settings.shifts import BreakMinutes, ClockTime, Rota
from placements_api.rotas.generate import ShiftKind
from service_common.types import CalendarDate, Input, Line, Output


class DayChange(Input):
    """One day that is not as generated. Without times it is a day off."""

    model_config = ConfigDict(from_attributes=True)

    day: CalendarDate
    starts_at: ClockTime | None = None
    ends_at: ClockTime | None = Field(default=None, description="Not later than the start: on the next day.")
    break_minutes: BreakMinutes = 0
    note: Line | None = None

    @model_validator(mode="after")
    def _has_both_times_or_none(self) -> "DayChange":
        if (self.starts_at is None) != (self.ends_at is None):
            msg = "Give both times, or none for a day off."
            raise ValueError(msg)
        return self


class RotaUpdate(Input):
    """All changed days as they are to be; the rest is as generated."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"changes": []}]})

    changes: Annotated[list[DayChange], Field(max_length=400)]

    @field_validator("changes")
    @classmethod
    def _each_day_once(cls, changes: list[DayChange]) -> list[DayChange]:
        if len({change.day for change in changes}) < len(changes):
            msg = "A day is listed twice."
            raise ValueError(msg)
        return changes


class RotaPublication(Input):
    """Tells the apprentice that the rota stands."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"despite_findings": True}]})

    despite_findings: bool = Field(
        default=False, description="Publish although working-time rules are broken: an exception of the law applies."
    )


class ShiftRead(Output):
    day: date = Field(description="In London, on which it begins.")
    starts_at: AwareDatetime
    ends_at: AwareDatetime
    break_minutes: int
    hours: float = Field(description="Without the break.")
    kind: ShiftKind
    changed: bool = Field(description="Put there by the host.")
    note: str | None


class RotaWeek(Output):
    week_of: date = Field(description="Its Monday.")
    hours: float = Field(description="With those of learning.")
    learning_hours: float
    shifts: list[ShiftRead]


class FindingRead(Output):
    """A rule of the Working Time Regulations 1998 that the rota breaks."""

    rule: str
    regulation: str
    words: str
    first_on: date
    times: int


class RotaRead(Output):
    """The shifts of a placement, week after week."""

    placement_id: UUID
    starts_on: date
    ends_on: date
    bounds: Rota | None = Field(description="Where the setting makes its rota within bounds: no shifts are generated.")
    weeks: list[RotaWeek]
    changes: list[DayChange]
    findings: list[FindingRead]
    due_on: date = Field(description="6 weeks before the placement begins.")
    late: bool = Field(description="Due, and not published.")
    published_on: date | None
    version: int


class HoursRead(Output):
    """Hours on the rota of one placement in one month."""

    placement_id: UUID
    given_names: str | None
    family_name: str | None
    organisation_name: str
    setting_name: str | None
    shifts: int
    hours: float = Field(description="With those of learning.")
    learning_hours: float


class MonthlyHours(Output):
    """By host, setting and name."""

    month: str
    items: list[HoursRead]
