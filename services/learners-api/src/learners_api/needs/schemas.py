"""What goes out about needs."""

from typing import Literal

from pydantic import Field

from learners_api.caseloads.schemas import SupporterRead
from learners_api.cohorts.schemas import CohortAttention
from learners_api.enrolments.schemas import EnrolmentAttention, EnrolmentRead
from service_common.types import Output

NeedKind = EnrolmentAttention | CohortAttention
Severity = Literal["info", "warning", "urgent"]


class EnrolmentNeed(Output):
    """Open enrolments that wait for the reader: `GET /enrolments?attention=<kind>` lists them."""

    about: Literal["enrolments"] = "enrolments"
    kind: EnrolmentAttention
    count: int
    severity: Severity


class CohortNeed(Output):
    """Cohorts that wait for the reader: `GET /cohorts?attention=<kind>` lists them."""

    about: Literal["cohorts"] = "cohorts"
    kind: CohortAttention
    count: int
    severity: Severity


class OwnEnrolment(Output):
    """Where the apprentice who reads this is in the programme, and who is on their side."""

    enrolment: EnrolmentRead
    days_done: int
    days_planned: int
    supporters: list[SupporterRead]


class NeedsRead(Output):
    """What needs the reader, the most urgent first; nothing is listed with a count of 0."""

    items: list[EnrolmentNeed | CohortNeed]
    open_enrolments: int | None = Field(
        description="How many open enrolments the reader sees: an assessor's caseload, an employer's apprentices."
        " Null for those who see no learners."
    )
    own_enrolment: OwnEnrolment | None
