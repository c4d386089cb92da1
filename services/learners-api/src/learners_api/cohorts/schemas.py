"""What goes in and out about cohorts."""

from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator

from service_common.types import CalendarDate, Input, Line, Output

Places = Annotated[int, Field(ge=1, le=10_000)]


class CohortState(StrEnum):
    """Follows from the dates."""

    PLANNED = "planned"
    RUNNING = "running"
    FINISHED = "finished"


class CohortAttention(StrEnum):
    """Reasons to look at a cohort; `needs` counts them."""

    STARTING_WITH_FREE_PLACES = "starting_with_free_places"


class CohortUpdate(Input):
    """The whole cohort as it is to be; it stays in its programme."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"name": "March 2027", "starts_on": "2027-03-01", "ends_on": "2028-03-12", "places": 8}]
        }
    )

    name: Line
    starts_on: CalendarDate
    ends_on: CalendarDate
    places: Places

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> "CohortUpdate":
        if self.ends_on <= self.starts_on:
            msg = "The cohort ends on a day after it starts: correct one of the two dates."
            raise ValueError(msg)
        return self


class CohortCreate(CohortUpdate):
    """An intake of a programme."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "programme_id": "019a8f2e-7c00-7000-8000-000000000001",
                    "name": "March 2027",
                    "starts_on": "2027-03-01",
                    "ends_on": "2028-03-12",
                    "places": 8,
                }
            ]
        }
    )

    programme_id: UUID


class CohortFigures(Output):
    """How many of the cohort's learners are in which state; a place is taken by all but those who withdrew."""

    places_taken: int
    active: int
    on_break: int
    withdrawn: int
    completed: int


class CohortRead(Output):
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "019a8f2e-7c00-7000-8000-000000000002",
                    "programme_id": "019a8f2e-7c00-7000-8000-000000000001",
                    "programme_name": "Coastal integrated apprenticeship",
                    "name": "March 2027",
                    "starts_on": "2027-03-01",
                    "ends_on": "2028-03-12",
                    "state": "running",
                    "places": 8,
                    "figures": {"places_taken": 7, "active": 6, "on_break": 1, "withdrawn": 1, "completed": 0},
                    "version": 1,
                }
            ]
        }
    )

    id: UUID
    programme_id: UUID
    programme_name: str
    name: str
    starts_on: CalendarDate
    ends_on: CalendarDate
    state: CohortState
    places: int
    figures: CohortFigures | None = Field(description="Null for those who see only some of the learners.")
    version: int


class CohortLookup(Input):
    """Which cohorts one of our services wants to know of."""

    ids: Annotated[list[UUID], Field(max_length=500)]


class CohortSnapshot(Output):
    """What other services keep of a cohort."""

    id: UUID
    programme_id: UUID
    name: str
    starts_on: CalendarDate
    ends_on: CalendarDate
    places: int


class CohortSnapshots(Output):
    """Those that exist; ids that do not are missing."""

    items: list[CohortSnapshot]
