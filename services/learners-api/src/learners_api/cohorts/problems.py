"""What can be wrong with a cohort."""

from service_common.problems import Problem


class CohortNameTaken(Problem):
    status = 409
    type = "/problems/cohort-name-taken"
    title = "The programme has a cohort of that name"


class CohortFull(Problem):
    status = 409
    type = "/problems/cohort-full"
    title = "The cohort is full"


class CohortHoldsMore(Problem):
    """The wanted places or dates do not hold those who are enrolled already."""

    status = 409
    type = "/problems/cohort-holds-more"
    title = "The cohort's enrolments do not fit"
