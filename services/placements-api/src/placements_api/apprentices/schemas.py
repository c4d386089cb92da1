"""What goes out about apprentices."""

from datetime import date
from uuid import UUID

from service_common.types import Output


class ApprenticeRead(Output):
    """An enrolment as placements-api knows it."""

    enrolment_id: UUID
    learner_id: UUID
    given_names: str
    family_name: str
    date_of_birth: date
    programme_id: UUID
    cohort_id: UUID
    employer_organisation_id: UUID
    state: str
    started_on: date
    planned_end_on: date
    ended_on: date | None
