"""RFC 9457 problems: one class for each situation, declared on the operation, narrowed by `type` in a client.

    class CohortFull(Problem):
        status = 409
        type = "/problems/cohort-full"
        title = "The cohort is full"

    @router.post("/enrolments", responses=problems(CohortFull))
    async def enrol_learner(...): raise CohortFull("Cohort March 2026 has 8 of 8 places taken. Choose another cohort.")

Source: RFC 9457, sections 3 and 4.
"""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Literal, Union

from pydantic import BaseModel, ConfigDict, create_model

PROBLEM_MEDIA_TYPE = "application/problem+json"


class FieldError(BaseModel):
    """One fault in the input."""

    pointer: str
    """JSON pointer into the body (`/learner/date_of_birth`), or `query:`, `path:`, `header:` and a name."""
    message: str


class ProblemBody(BaseModel):
    """What every problem says of itself."""

    model_config = ConfigDict(extra="forbid")

    detail: str
    """A sentence that the reader can act on; holds no personal data."""
    request_id: str
    """Quote it when asking for help."""


class Problem(Exception):
    """A situation that a client is told about. Subclasses set status, type and title, and may add `extension`
    fields, which are passed by keyword when it is raised."""

    status: ClassVar[int]
    type: ClassVar[str]
    title: ClassVar[str]
    extension: ClassVar[Mapping[str, Any]] = {}

    def __init__(self, detail: str, *, headers: Mapping[str, str] | None = None, **extension: Any) -> None:
        super().__init__(detail)
        self.detail = detail
        self.headers = dict(headers or {})
        self.extension_values = extension

    def body(self, request_id: str) -> dict[str, Any]:
        return {
            "type": self.type,
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            "request_id": request_id,
            **self.extension_values,
        }


class Unauthenticated(Problem):
    status = 401
    type = "/problems/unauthenticated"
    title = "Sign in first"

    def __init__(self, detail: str) -> None:
        super().__init__(detail, headers={"WWW-Authenticate": "Bearer"})


class Forbidden(Problem):
    status = 403
    type = "/problems/forbidden"
    title = "Your role does not allow this"


class NotFound(Problem):
    status = 404
    type = "/problems/not-found"
    title = "There is no such thing, or you may not see it"


class MethodNotAllowed(Problem):
    status = 405
    type = "/problems/method-not-allowed"
    title = "That address does not take this method"


class VersionMismatch(Problem):
    status = 412
    type = "/problems/version-mismatch"
    title = "Somebody else changed it meanwhile"
    extension: ClassVar[Mapping[str, Any]] = {"current_version": (int, ...)}


class TooLarge(Problem):
    status = 413
    type = "/problems/too-large"
    title = "That is more than can be taken at once"


class InvalidInput(Problem):
    status = 422
    type = "/problems/invalid-input"
    title = "Some of the input is not valid"
    extension: ClassVar[Mapping[str, Any]] = {"errors": (list[FieldError], ...)}

    def __init__(self, errors: Iterable[tuple[str, str]]) -> None:
        listed = [{"pointer": pointer, "message": message} for pointer, message in errors]
        super().__init__("Correct the fields that are listed and send it again.", errors=listed)


class PreconditionRequired(Problem):
    status = 428
    type = "/problems/precondition-required"
    title = "Say which version you are changing"


class TooManyRequests(Problem):
    status = 429
    type = "/problems/too-many-requests"
    title = "Too many requests"

    def __init__(self, detail: str, *, retry_after_seconds: int) -> None:
        super().__init__(detail, headers={"Retry-After": str(retry_after_seconds)})


class InternalError(Problem):
    status = 500
    type = "/problems/internal-error"
    title = "Something went wrong on our side"


class Unavailable(Problem):
    status = 503
    type = "/problems/unavailable"
    title = "Not available at the moment"

    def __init__(self, detail: str, *, retry_after_seconds: int = 5) -> None:
        super().__init__(detail, headers={"Retry-After": str(retry_after_seconds)})


_models: dict[type[Problem], type[BaseModel]] = {}


def problem_model(problem: type[Problem]) -> type[BaseModel]:
    """The schema of one problem, with its type, title and status as constants; the same model each time."""
    if problem in _models:
        return _models[problem]
    fields: dict[str, Any] = {
        "type": (Literal[problem.type], ...),
        "title": (Literal[problem.title], ...),
        "status": (Literal[problem.status], ...),
        **problem.extension,
    }
    _models[problem] = create_model(problem.__name__, __base__=ProblemBody, __doc__=problem.__doc__, **fields)
    return _models[problem]


def problems(*classes: type[Problem]) -> dict[int | str, dict[str, Any]]:
    """The `responses=` of an operation that may raise these problems."""
    by_status: dict[int | str, list[type[Problem]]] = {}
    for problem in classes:
        by_status.setdefault(problem.status, []).append(problem)
    return {
        status: {
            "description": "; ".join(problem.title for problem in same_status),
            "model": Union[tuple(problem_model(problem) for problem in same_status)],  # noqa: UP007 - built at run time
        }
        for status, same_status in by_status.items()
    }
