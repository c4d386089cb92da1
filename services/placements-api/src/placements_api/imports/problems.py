"""What can be wrong with an import, beside its rows."""

from service_common.problems import Problem


class PreviewOutdated(Problem):
    status = 409
    type = "/problems/preview-outdated"
    title = "The import would no longer do what its preview said"
