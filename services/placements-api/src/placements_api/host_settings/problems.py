"""What can be wrong with a setting."""

from service_common.problems import Problem


class SettingNameTaken(Problem):
    status = 409
    type = "/problems/setting-name-taken"
    title = "The organisation has a setting of that name"
