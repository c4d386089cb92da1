"""What goes in and out about qualifications."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator

from service_common.types import CalendarDate, Input, Line, Output, Paragraphs, ShortLine

MAX_CRITERIA = 1000

QualificationCode = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,59}$", examples=["local_induction"])]
CriterionNumber = Annotated[str, Field(pattern=r"^[0-9]{1,3}(\.[0-9]{1,3}){0,3}$", examples=["13.3"])]
UnitNumber = Annotated[str, Field(pattern=r"^[0-9]{1,3}$", examples=["13"])]
Level = Annotated[int, Field(ge=1, le=8)]


class QualificationKind(StrEnum):
    DIPLOMA = "diploma"
    CERTIFICATE_STANDARDS = "certificate_standards"
    """A certificate for a set of standards, such as the Care Certificate."""
    APPRENTICESHIP_STANDARD = "apprenticeship_standard"
    """Knowledge, skills and behaviours."""


class VersionState(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"
    SUPERSEDED = "superseded"


class EvidencedIn(StrEnum):
    """Where a criterion is best evidenced; a rotation has to offer those of `placement`."""

    PLACEMENT = "placement"
    CLASSROOM = "classroom"
    """In learning time, or at the home employer's induction."""
    ANYWHERE = "anywhere"


class Criterion(Input):
    """One thing that is judged: met, or not yet."""

    model_config = ConfigDict(from_attributes=True)

    number: CriterionNumber
    text: Line
    evidenced_in: EvidencedIn = EvidencedIn.ANYWHERE


class Outcome(Input):
    """What a unit leads to, with the criteria by which it is judged."""

    model_config = ConfigDict(from_attributes=True)

    title: Line
    criteria: Annotated[list[Criterion], Field(min_length=1, max_length=100)]


class Unit(Input):
    """A unit of a diploma, a standard of a certificate, or a group of knowledge, skills or behaviours."""

    model_config = ConfigDict(from_attributes=True)

    number: UnitNumber
    reference: ShortLine | None = Field(default=None, description="As the awarding organisation names it.")
    title: Line
    level: Level | None = None
    credit: Annotated[int, Field(ge=1, le=500)] | None = None
    outcomes: Annotated[list[Outcome], Field(min_length=1, max_length=50)]


def criteria_of(units: Iterable[Unit]) -> list[Criterion]:
    return [criterion for unit in units for outcome in unit.outcomes for criterion in outcome.criteria]


class QualificationCreate(Input):
    """A qualification of the partnership's own; its versions come next."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "code": "local_induction",
                    "title": "Induction across health and care",
                    "level": 2,
                    "kind": "certificate_standards",
                }
            ]
        }
    )

    code: QualificationCode = Field(description="By which settings say what can be evidenced there. It stays.")
    title: Line
    level: Level | None = None
    kind: QualificationKind


class VersionCreate(Input):
    """A draft: a copy of another version of the qualification, or empty."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"label": "2027 edition", "valid_from": "2027-09-01"}]})

    label: ShortLine
    valid_from: CalendarDate
    source: Paragraphs | None = None
    copy_of_version_id: UUID | None = None


class VersionUpdate(Input):
    """The whole draft as it is to be."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "label": "2027 edition",
                    "valid_from": "2027-09-01",
                    "source": "Agreed by the steering group.",
                    "units": [
                        {
                            "number": "1",
                            "reference": None,
                            "title": "Settling in",
                            "level": 2,
                            "credit": None,
                            "outcomes": [
                                {
                                    "title": "Finds the way about a new place",
                                    "criteria": [
                                        {
                                            "number": "1.1",
                                            "text": "Names whom to tell about a concern",
                                            "evidenced_in": "placement",
                                        }
                                    ],
                                }
                            ],
                        }
                    ],
                }
            ]
        }
    )

    label: ShortLine
    valid_from: CalendarDate
    source: Paragraphs | None = Field(default=None, description="Where the text comes from.")
    units: Annotated[list[Unit], Field(max_length=100)]

    @model_validator(mode="after")
    def _numbered_once(self) -> "VersionUpdate":
        numbers = [unit.number for unit in self.units]
        if len(set(numbers)) < len(numbers):
            msg = "Two units have the same number: give each one of its own."
            raise ValueError(msg)
        criteria = [criterion.number for criterion in criteria_of(self.units)]
        if len(set(criteria)) < len(criteria):
            msg = "Two criteria have the same number: give each one of its own within the qualification."
            raise ValueError(msg)
        if len(criteria) > MAX_CRITERIA:
            msg = f"A qualification has at most {MAX_CRITERIA} criteria."
            raise ValueError(msg)
        return self


class VersionSummary(Output):
    """A version without its units."""

    id: UUID
    number: int
    label: str
    valid_from: CalendarDate
    state: VersionState
    unit_count: int
    criterion_count: int
    placement_criterion_count: int = Field(description="How many are to be evidenced in a placement.")


class QualificationRead(Output):
    """A qualification with the versions that the reader may see, the latest first."""

    id: UUID
    code: str
    title: str
    level: int | None
    kind: QualificationKind
    versions: list[VersionSummary]


class VersionRead(Output):
    """One version with everything in it."""

    id: UUID
    qualification_id: UUID
    code: str
    title: str
    level: int | None
    kind: QualificationKind
    number: int
    label: str
    valid_from: CalendarDate
    state: VersionState
    source: str | None
    units: list[Unit]
    version: int
