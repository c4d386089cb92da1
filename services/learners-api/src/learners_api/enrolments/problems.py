"""What can stand against a change of an enrolment. Faults of single fields are `InvalidInput`, see `rules.py`."""

from service_common.problems import Problem


class AlreadyEnrolled(Problem):
    status = 409
    type = "/problems/already-enrolled"
    title = "The learner is enrolled already"


class EnrolmentOverlaps(Problem):
    status = 409
    type = "/problems/enrolment-overlaps"
    title = "The learner was enrolled at that time"


class EnrolmentEnded(Problem):
    status = 409
    type = "/problems/enrolment-ended"
    title = "The enrolment has ended"


class EnrolmentOnBreak(Problem):
    status = 409
    type = "/problems/enrolment-on-break"
    title = "The learner is on a break"


class EnrolmentNotOnBreak(Problem):
    status = 409
    type = "/problems/enrolment-not-on-break"
    title = "The learner is not on a break"
