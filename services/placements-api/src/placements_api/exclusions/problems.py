"""What can be wrong with an exclusion."""

from service_common.problems import Problem


class AlreadyExcluded(Problem):
    status = 409
    type = "/problems/already-excluded"
    title = "The exclusion has been agreed already"
