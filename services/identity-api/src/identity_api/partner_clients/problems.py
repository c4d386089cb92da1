"""What can go wrong with partner clients."""

from service_common.problems import Problem


class ClientNameTaken(Problem):
    status = 409
    type = "/problems/client-name-taken"
    title = "The partnership has a client of this name"


class TwoSecretsAlready(Problem):
    status = 409
    type = "/problems/two-secrets-already"
    title = "The client has two secrets already"
