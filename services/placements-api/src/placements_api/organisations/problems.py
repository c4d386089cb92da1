"""What can be wrong with an organisation."""

from service_common.problems import Problem


class OrganisationNameTaken(Problem):
    status = 409
    type = "/problems/organisation-name-taken"
    title = "The partnership has an organisation of that name"
