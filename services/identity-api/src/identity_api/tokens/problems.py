"""What the token endpoint refuses; `error` is the code that OAuth libraries look for.

Source: RFC 6749 section 5.2.
"""

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from service_common.problems import Problem


class ClientNotRecognised(Problem):
    status = 401
    type = "/problems/client-not-recognised"
    title = "The client id or the secret is not right"
    extension: ClassVar[Mapping[str, Any]] = {"error": (Literal["invalid_client"], ...)}

    def __init__(self) -> None:
        super().__init__("Check the client id and the secret, or make a new secret.", error="invalid_client")


class ScopeNotGranted(Problem):
    status = 400
    type = "/problems/scope-not-granted"
    title = "The client has not been granted that scope"
    extension: ClassVar[Mapping[str, Any]] = {"error": (Literal["invalid_scope"], ...)}

    def __init__(self) -> None:
        super().__init__("Ask for scopes that the client has; leave scope out for all.", error="invalid_scope")
