"""What goes in and out about learners."""

from datetime import date
from enum import IntEnum, StrEnum
from typing import Annotated, Any
from uuid import UUID

from pydantic import ConfigDict, Field, StringConstraints

from learners_api.caseloads.schemas import CaseloadRole
from learners_api.enrolments.states import EnrolmentState
from learners_api.learners.uln import Uln
from learners_api.planning_facts.schemas import PlanningSnapshot
from service_common.types import CalendarDate, Email, Input, Line, Output

Name = Annotated[Line, StringConstraints(max_length=100)]
Phone = Annotated[str, Field(pattern=r"^\+?[0-9][0-9 ]{6,18}[0-9]$", examples=["01903 555019"])]
Postcode = Annotated[str, Field(pattern=r"^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$", examples=["BN11 2DH"])]


class Sex(StrEnum):
    """Source: ILR field Sex."""

    FEMALE = "F"
    MALE = "M"


class Ethnicity(IntEnum):
    """Source: ILR field Ethnicity."""

    WHITE_BRITISH = 31
    WHITE_IRISH = 32
    GYPSY_OR_IRISH_TRAVELLER = 33
    OTHER_WHITE = 34
    WHITE_AND_BLACK_CARIBBEAN = 35
    WHITE_AND_BLACK_AFRICAN = 36
    WHITE_AND_ASIAN = 37
    OTHER_MIXED = 38
    INDIAN = 39
    PAKISTANI = 40
    BANGLADESHI = 41
    CHINESE = 42
    OTHER_ASIAN = 43
    AFRICAN = 44
    CARIBBEAN = 45
    OTHER_BLACK = 46
    ARAB = 47
    OTHER = 98
    NOT_PROVIDED = 99


class LearnerCreate(Input):
    """Somebody who is new to the partnership."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "given_names": "Imogen",
                    "family_name": "Catchpole",
                    "date_of_birth": "2007-05-03",
                    "sex": "F",
                    "uln": "1000000043",
                    "email": "imogen.catchpole@example.org",
                    "home_postcode": "BN11 2DH",
                }
            ]
        }
    )

    given_names: Name
    family_name: Name
    preferred_name: Name | None = None
    date_of_birth: CalendarDate
    sex: Sex
    ethnicity: Ethnicity | None = None
    uln: Uln
    email: Email | None = None
    phone: Phone | None = None
    home_postcode: Postcode | None = None


def _unchanged() -> Any:
    """A field that may be left out and then stays as it is; unlike a default of None, null is not taken for it."""
    return Field(default_factory=lambda: None)


class LearnerUpdate(Input):
    """What is to be corrected; whatever is left out stays as it is."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"uln": "1000000043", "phone": "01903 555019"}]})

    given_names: Name = _unchanged()
    family_name: Name = _unchanged()
    preferred_name: Name | None = _unchanged()
    date_of_birth: CalendarDate = _unchanged()
    sex: Sex = _unchanged()
    ethnicity: Ethnicity | None = _unchanged()
    uln: Uln = _unchanged()
    email: Email | None = _unchanged()
    phone: Phone | None = _unchanged()
    home_postcode: Postcode | None = _unchanged()


class LearnerEnrolment(Output):
    """One of a learner's enrolments."""

    id: UUID
    cohort_id: UUID
    cohort_name: str
    programme_id: UUID
    programme_name: str
    employer_organisation_id: UUID
    employer_name: str | None
    state: EnrolmentState
    started_on: date
    planned_end_on: date
    ended_on: date | None


class LearnerSummary(Output):
    """A learner in a list, with the latest enrolment that the reader may see."""

    id: UUID
    given_names: str
    family_name: str
    preferred_name: str | None
    date_of_birth: date
    uln: str
    uln_is_temporary: bool
    latest_enrolment: LearnerEnrolment | None


class LearnerRead(Output):
    id: UUID
    given_names: str
    family_name: str
    preferred_name: str | None
    date_of_birth: date
    sex: Sex
    ethnicity: Ethnicity | None = Field(description="Also null for those who do not need it for their work.")
    uln: str
    uln_is_temporary: bool
    email: str | None
    phone: str | None
    home_postcode: str | None
    enrolments: list[LearnerEnrolment] = Field(description="Those that the reader may see, the latest first.")
    version: int


class LearnerLookup(Input):
    """Which learners one of our services wants to know of."""

    ids: Annotated[list[UUID], Field(max_length=500)]


class EnrolmentSnapshot(Output):
    """What other services keep of an enrolment."""

    id: UUID
    programme_id: UUID
    cohort_id: UUID
    employer_organisation_id: UUID
    state: EnrolmentState
    started_on: date
    planned_end_on: date
    ended_on: date | None


class SupporterSnapshot(Output):
    """An account that is on a learner's side, in a role."""

    role: CaseloadRole
    account_id: UUID


class LearnerSnapshot(Output):
    """What other services keep of a learner."""

    id: UUID
    given_names: str
    family_name: str
    preferred_name: str | None
    date_of_birth: date
    home_postcode: str | None
    enrolments: list[EnrolmentSnapshot]
    supporters: list[SupporterSnapshot] = Field(description="Of any of the enrolments, in no order.")
    planning: PlanningSnapshot


class LearnerSnapshots(Output):
    """Those that exist; ids that do not are missing."""

    items: list[LearnerSnapshot]
