"""What goes in and out about enrolments."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator
from pydantic.config import JsonDict

from learners_api.enrolments.states import (
    BreakReason,
    ChangeKind,
    ChangeReason,
    EnrolmentState,
    Outcome,
    RecruitedAs,
    TransferReason,
    WithdrawalReason,
)
from learners_api.learners.schemas import LearnerCreate
from service_common.types import CalendarDate, Input, Output, Paragraphs

_COHORT = "019a8f2e-7c00-7000-8000-000000000002"
_EMPLOYER = "019a8f2e-7c00-7000-8000-000000000003"
_LEARNER = "019a8f2e-7c00-7000-8000-000000000004"
Note = Annotated[Paragraphs, Field(description="Kept in the history; seen by everybody who sees the enrolment.")]


def _example(**fields: Any) -> ConfigDict:
    return ConfigDict(json_schema_extra={"examples": [fields]})


_ENROLMENT: JsonDict = {
    "cohort_id": _COHORT,
    "employer_organisation_id": _EMPLOYER,
    "recruited_as": "new",
    "started_on": "2027-03-01",
}
_NEW_LEARNER: JsonDict = {
    "kind": "new",
    "given_names": "Imogen",
    "family_name": "Catchpole",
    "date_of_birth": "2007-05-03",
    "sex": "F",
    "uln": "1000000043",
    "email": "imogen.catchpole@example.org",
    "home_postcode": "BN11 2DH",
}


class EnrolmentAttention(StrEnum):
    """Reasons to look at an open enrolment; `needs` counts them."""

    TEMPORARY_ULN = "temporary_uln"
    RETURN_OVERDUE = "return_overdue"
    PAST_PLANNED_END = "past_planned_end"
    TURNING_18_SOON = "turning_18_soon"
    CLEARANCE_MISSING = "clearance_missing"
    CLEARANCE_EXPIRING = "clearance_expiring"


ABOUT_CLEARANCES = (EnrolmentAttention.CLEARANCE_MISSING, EnrolmentAttention.CLEARANCE_EXPIRING)
"""For those alone who plan or employ, see `visibility.ways_to_facts_of`."""


class NewLearner(LearnerCreate):
    """Somebody who is new to the partnership, registered together with the enrolment."""

    kind: Literal["new"]


class ExistingLearner(Input):
    """Somebody whom the partnership knows."""

    kind: Literal["existing"]
    learner_id: UUID


class EnrolmentCreate(Input):
    """A learner starts in a cohort."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {**_ENROLMENT, "learner": _NEW_LEARNER},
                {**_ENROLMENT, "learner": {"kind": "existing", "learner_id": _LEARNER}},
            ]
        }
    )

    cohort_id: UUID
    employer_organisation_id: UUID = Field(description="The employer of record.")
    recruited_as: RecruitedAs = RecruitedAs.NEW
    started_on: CalendarDate
    planned_end_on: CalendarDate | None = Field(default=None, description="The cohort's last day when left out.")
    learner: Annotated[NewLearner | ExistingLearner, Field(discriminator="kind")]


class EnrolmentUpdate(Input):
    """A later or earlier planned end, another employer of record, or both."""

    model_config = _example(
        employer_organisation_id=_EMPLOYER, effective_on="2027-06-01", reason="employer_dropped_out"
    )

    planned_end_on: CalendarDate | None = Field(default=None, description="Left out: stays.")
    employer_organisation_id: UUID | None = Field(default=None, description="Left out: stays.")
    effective_on: CalendarDate
    reason: ChangeReason
    note: Note | None = None

    @model_validator(mode="after")
    def _changes_something(self) -> "EnrolmentUpdate":
        if self.planned_end_on is None and self.employer_organisation_id is None:
            msg = "Give a new planned end, another employer of record, or both."
            raise ValueError(msg)
        return self


class Withdrawal(Input):
    """The learner leaves before the end."""

    model_config = _example(withdrawn_on="2027-05-14", reason="another_job")

    withdrawn_on: CalendarDate = Field(description="The last day.")
    reason: WithdrawalReason
    note: Note | None = None


class Break(Input):
    """A break in learning, after which the learner means to return."""

    model_config = _example(starts_on="2027-05-17", expected_return_on="2027-07-05", reason="health")

    starts_on: CalendarDate = Field(description="The first day of the break.")
    expected_return_on: CalendarDate
    reason: BreakReason
    note: Note | None = None


class Return(Input):
    """The learner is back from a break."""

    model_config = _example(returned_on="2027-07-05", planned_end_on="2028-05-07")

    returned_on: CalendarDate = Field(description="The first day back.")
    planned_end_on: CalendarDate = Field(description="The planned end, moved by the length of the break as a rule.")
    note: Note | None = None


class Transfer(Input):
    """The learner goes on in another cohort of the partnership; the enrolment stays the same."""

    model_config = _example(cohort_id=_COHORT, effective_on="2027-09-06", reason="after_a_break")

    cohort_id: UUID
    effective_on: CalendarDate
    planned_end_on: CalendarDate | None = Field(default=None, description="The new cohort's last day when left out.")
    reason: TransferReason
    note: Note | None = None


class Completion(Input):
    """The learner reached the end."""

    model_config = _example(completed_on="2028-03-10", outcome="achieved")

    completed_on: CalendarDate
    outcome: Outcome
    note: Note | None = None


class EnrolmentRead(Output):
    """An enrolment with the names that people know it by."""

    model_config = _example(
        id="019a8f2e-7c00-7000-8000-000000000005",
        learner_id=_LEARNER,
        given_names="Imogen",
        family_name="Catchpole",
        preferred_name=None,
        uln_is_temporary=False,
        cohort_id=_COHORT,
        cohort_name="March 2027",
        programme_id="019a8f2e-7c00-7000-8000-000000000001",
        programme_name="Coastal integrated apprenticeship",
        employer_organisation_id=_EMPLOYER,
        employer_name="Saltmarsh Hospitals",
        recruited_as="new",
        started_on="2027-03-01",
        planned_end_on="2028-03-12",
        state="active",
        break_started_on=None,
        return_expected_on=None,
        ended_on=None,
        withdrawal_reason=None,
        outcome=None,
        version=1,
    )

    id: UUID
    learner_id: UUID
    given_names: str
    family_name: str
    preferred_name: str | None
    uln_is_temporary: bool
    cohort_id: UUID
    cohort_name: str
    programme_id: UUID
    programme_name: str
    employer_organisation_id: UUID
    employer_name: str | None = Field(description="Null while placements-api has not told us of the organisation.")
    recruited_as: RecruitedAs
    started_on: date
    planned_end_on: date
    state: EnrolmentState
    break_started_on: date | None
    return_expected_on: date | None
    ended_on: date | None
    withdrawal_reason: WithdrawalReason | None
    outcome: Outcome | None
    version: int


class EnrolmentChangeRead(Output):
    """One entry of an enrolment's history."""

    id: UUID
    kind: ChangeKind
    effective_on: date
    reason: str | None = Field(description="The code that came with the change.")
    note: str | None
    before: dict[str, str | None] = Field(
        description="The fields that changed, as they were: ids, dates and codes; empty for a start.",
        examples=[{"state": "active", "ended_on": None}],
    )
    after: dict[str, str | None] = Field(
        description="The same fields as they are since.",
        examples=[{"state": "withdrawn", "ended_on": "2027-05-14"}],
    )
    actor: str = Field(examples=["person:019a8f2e-7c00-7000-8000-000000000005"])
    recorded_at: datetime
