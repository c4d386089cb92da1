"""What can go wrong with memberships."""

from service_common.problems import Problem


class LastAdministrator(Problem):
    status = 409
    type = "/problems/last-administrator"
    title = "The partnership would be left without an administrator"


class AlreadyMember(Problem):
    status = 409
    type = "/problems/already-member"
    title = "This person is a member already"
