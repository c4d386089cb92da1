"""What can be in the way of mending a plan."""

from service_common.problems import Problem


class NoPlanInForce(Problem):
    status = 409
    type = "/problems/no-plan-in-force"
    title = "The cohort has no plan in force"
