"""What goes in and out about requirements."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator

from portfolio_api.qualifications.schemas import (
    CriterionNumber,
    EvidencedIn,
    QualificationCode,
    QualificationKind,
    VersionState,
)
from service_common.types import Input, Output


class Wanted(Input):
    version_id: UUID = Field(description="Of a qualification; no draft.")


class ProgrammeRequirementsUpdate(Input):
    """All that a programme asks for from now on."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"qualifications": [{"version_id": "019a8f2e-7c00-7000-8000-000000000001"}]}]}
    )

    qualifications: Annotated[list[Wanted], Field(max_length=20)]

    @model_validator(mode="after")
    def _each_once(self) -> "ProgrammeRequirementsUpdate":
        if len({each.version_id for each in self.qualifications}) < len(self.qualifications):
            msg = "Name each version once."
            raise ValueError(msg)
        return self


class RequiredQualification(Output):
    """A version that is asked for."""

    version_id: UUID
    qualification_id: UUID
    code: str
    title: str
    level: int | None
    kind: QualificationKind
    number: int
    label: str
    state: VersionState
    criterion_count: int
    placement_criterion_count: int = Field(description="How many are to be evidenced in a placement.")


class ProgrammeRequirementsRead(Output):
    """What a programme asks for, by title."""

    programme_id: UUID
    qualifications: list[RequiredQualification]
    version: int = Field(description="0 while nothing has been set.")


class CriterionProgress(Output):
    number: str
    text: str
    evidenced_in: EvidencedIn
    met: bool


class OutcomeProgress(Output):
    title: str
    criteria: list[CriterionProgress]


class UnitProgress(Output):
    number: str
    reference: str | None
    title: str
    criterion_count: int
    met_count: int
    outcomes: list[OutcomeProgress]


class QualificationProgress(Output):
    """How far a learner has come with a version of a qualification."""

    version_id: UUID
    qualification_id: UUID
    code: str
    title: str
    level: int | None
    kind: QualificationKind
    label: str
    criterion_count: int
    met_count: int
    placement_missing_count: int = Field(description="How many are still to be evidenced in a placement.")
    units: list[UnitProgress]


class LearnerRequirementsRead(Output):
    """What a learner has to evidence, by title of the qualification; empty without an open enrolment."""

    learner_id: UUID
    given_names: str
    family_name: str
    qualifications: list[QualificationProgress]


class RequirementsLookup(Input):
    """Whose missing criteria one of our services wants to know."""

    ids: Annotated[list[UUID], Field(max_length=500, description="Of learners.")]


class MissingCriteria(Output):
    qualification: QualificationCode
    criteria: list[CriterionNumber] = Field(
        description="Those that belong in a placement and are not yet met, in the order of the qualification."
    )


class MissingOfLearner(Output):
    learner_id: UUID
    missing: list[MissingCriteria]


class RequirementsSnapshots(Output):
    """Of the learners who are known; others are missing."""

    items: list[MissingOfLearner]
