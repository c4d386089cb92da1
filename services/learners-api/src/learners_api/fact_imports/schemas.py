"""What a row of the table says, and what goes out about an import."""

import re
from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BeforeValidator, Field, model_validator

from learners_api.clearances.schemas import ClearanceCode
from learners_api.learners.uln import Uln
from learners_api.planning_facts.schemas import FirstSector, TravelLimit, TravelMeans
from learners_api.programmes.schemas import WeeklyHours
from service_common.sheets import iso_day
from service_common.types import CalendarDate, Input, Line, Output, ShortLine


def _day(value: object) -> object:
    return iso_day(value) if isinstance(value, str) else value


def _means(value: object) -> object:
    return re.split(r"[,;/ ]+", value) if isinstance(value, str) else value


Day = Annotated[CalendarDate, BeforeValidator(_day)]


class FactsRow(Input):
    """One row; what is left empty stays as it is. Somebody with several clearances has several rows."""

    learner_id: UUID | None = None
    uln: Uln | None = None
    given_names: Line | None = None
    family_name: Line | None = None
    travel_means: Annotated[list[TravelMeans], BeforeValidator(_means)] | None = None
    travel_limit_minutes: TravelLimit | None = None
    contracted_weekly_hours: WeeklyHours | None = None
    weekly_hours_limit: WeeklyHours | None = None
    opted_out_on: Day | None = None
    latitude: Annotated[float, Field(ge=49, le=61.5)] | None = None
    longitude: Annotated[float, Field(ge=-9, le=2.5)] | None = None
    first_sector: FirstSector | None = None
    clearance: ClearanceCode | None = None
    valid_from: Day | None = None
    expires_on: Day | None = None
    reference: ShortLine | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> "FactsRow":
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError("A position needs both latitude and longitude.")
        if self.clearance is None and (self.valid_from or self.expires_on or self.reference):
            raise ValueError("Say in the column clearance which one these dates are of.")
        if self.clearance is not None and self.valid_from is None:
            raise ValueError("A clearance needs the day in valid_from.")
        if self.valid_from and self.expires_on and self.expires_on < self.valid_from:
            raise ValueError("The clearance ends before it begins: correct one of the two days.")
        return self


COLUMNS = tuple(FactsRow.model_fields)


class FactChange(Output):
    """What becomes of one fact, in words of the table."""

    column: str
    before: str | None
    after: str | None


class ClearanceDates(Output):
    valid_from: date
    expires_on: date | None
    reference: str | None


class ClearanceChange(Output):
    """A clearance that is added, or, where there is one from that day on, corrected."""

    code: ClearanceCode
    before: ClearanceDates | None
    after: ClearanceDates


class RowFault(Output):
    """What keeps a row from being taken."""

    column: str = Field(description="Empty where it is about the whole row.")
    message: str


class ImportedRow(Output):
    row: int = Field(description="As the spreadsheet counts: the names of the columns are row 1.")
    learner_id: UUID | None = Field(description="Null where the row names nobody whom there is.")
    given_names: str
    family_name: str
    facts: list[FactChange]
    clearance: ClearanceChange | None
    faults: list[RowFault]


class FactsImport(Output):
    """What an import changes, row by row."""

    applied: bool
    changes: int = Field(description="Facts and clearances that differ from what is recorded.")
    faulty_rows: int
    rows: list[ImportedRow]
