"""What can be wrong with a qualification."""

from service_common.problems import Problem


class QualificationCodeTaken(Problem):
    status = 409
    type = "/problems/qualification-code-taken"
    title = "The partnership has a qualification of that code"


class DraftExists(Problem):
    status = 409
    type = "/problems/draft-exists"
    title = "The qualification has a draft already"


class VersionIsPublished(Problem):
    status = 409
    type = "/problems/version-is-published"
    title = "A published version never changes"


class NothingToEvidence(Problem):
    status = 409
    type = "/problems/nothing-to-evidence"
    title = "The version has no criteria"
