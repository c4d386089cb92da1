"""What goes out about learners."""

from uuid import UUID

from service_common.types import Output


class LearnerEnrolment(Output):
    id: UUID
    programme_id: UUID
    employer_organisation_id: UUID
    state: str


class LearnerRead(Output):
    """A learner as portfolio-api knows it."""

    id: UUID
    given_names: str
    family_name: str
    enrolments: list[LearnerEnrolment]
