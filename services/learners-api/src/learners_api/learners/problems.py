"""What can be wrong with a learner's record."""

from service_common.problems import Problem


class UlnTaken(Problem):
    status = 409
    type = "/problems/uln-taken"
    title = "Another learner has this ULN"
