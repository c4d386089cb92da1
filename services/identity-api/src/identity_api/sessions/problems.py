"""What can go wrong when signing in."""

from service_common.problems import Problem


class SignInFailed(Problem):
    status = 401
    type = "/problems/sign-in-failed"
    title = "The e-mail address or the password is not right"
