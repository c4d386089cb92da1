"""Which service a request is for."""

import re
from typing import get_args

from service_common.settings import ServiceName

_SERVICE = re.compile(rf"/api/({'|'.join(get_args(ServiceName))})/")


def audience_of(uri: str) -> str | None:
    """The service named in a path such as `/api/learners/v1/cohorts`; None when it names none."""
    match = _SERVICE.match(uri)
    return match[1] if match else None
