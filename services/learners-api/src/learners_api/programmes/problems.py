"""What can be wrong with a programme."""

from service_common.problems import Problem


class ProgrammeNameTaken(Problem):
    status = 409
    type = "/problems/programme-name-taken"
    title = "The partnership has a programme of that name"
