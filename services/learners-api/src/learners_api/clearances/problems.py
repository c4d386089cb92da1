"""What can stand against a clearance."""

from service_common.problems import Problem


class ClearanceOverlaps(Problem):
    status = 409
    type = "/problems/clearance-overlaps"
    title = "The learner has this clearance for some of these days already"
