"""The application of a service: everything that all of them have, around the routers that one of them brings."""

import asyncio
import time
import uuid
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from typing import Any

import psycopg
import structlog
from fastapi import APIRouter, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute, iter_route_contexts
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from starlette.exceptions import HTTPException
from starlette.routing import compile_path
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service_common import health
from service_common.auth import FetchKeys, TokenVerifier
from service_common.db import make_engine, make_sessions
from service_common.events import events_router
from service_common.http_client import ServiceTokens, make_http_client, send
from service_common.logging import configure_logging
from service_common.problems import (
    PROBLEM_MEDIA_TYPE,
    Forbidden,
    InternalError,
    InvalidInput,
    MethodNotAllowed,
    NotFound,
    Problem,
    TooLarge,
    Unauthenticated,
    Unavailable,
    problems,
)
from service_common.settings import ServiceSettings

MAX_BODY_BYTES = 1024 * 1024

_log = structlog.get_logger()


def create_service_app(
    settings: ServiceSettings,
    *,
    title: str,
    description: str,
    routers: Sequence[APIRouter],
    public_routers: Sequence[APIRouter] = (),
    fetch_keys: Callable[[FastAPI], FetchKeys] | None = None,
    lifespan: Callable[[FastAPI], AbstractAsyncContextManager[None]] | None = None,
) -> FastAPI:
    """A FastAPI application with request ids, problems, health, metrics, logs, database and token verification.

    `routers` are mounted under `/api/<service>/v1` and document what every signed-in operation may answer;
    `public_routers` need no principal. `fetch_keys` replaces asking identity for its keys (identity has them itself).
    On `app.state`: settings, engine, sessions, http, service_tokens, verifier, stopping.
    """
    configure_logging(settings)

    @asynccontextmanager
    async def run(app: FastAPI) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            app.state.engine = make_engine(
                settings.service_database_url.get_secret_value(), connections=settings.database_connections
            )
            stack.push_async_callback(app.state.engine.dispose)
            app.state.sessions = make_sessions(app.state.engine)
            app.state.http = await stack.enter_async_context(make_http_client())
            app.state.service_tokens = ServiceTokens(app.state.http, settings)
            app.state.verifier = TokenVerifier(
                settings.service, fetch_keys(app) if fetch_keys else _identity_keys(app, settings)
            )
            app.state.stopping = asyncio.Event()
            stack.callback(app.state.stopping.set)
            if lifespan is not None:
                await stack.enter_async_context(lifespan(app))
            yield

    app = FastAPI(
        title=title,
        description=description,
        version="1",
        lifespan=run,
        openapi_url=f"{settings.base_path}/openapi.json",
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=_operation_id,
        redirect_slashes=False,
    )
    app.state.settings = settings
    for router in public_routers:
        app.include_router(router, prefix=settings.base_path, responses=problems(InvalidInput, Unavailable))
    signed_in = problems(Unauthenticated, Forbidden, InvalidInput, Unavailable)
    for router in (*routers, events_router(settings.base_path)):
        app.include_router(router, prefix=settings.base_path, responses=signed_in)
    app.include_router(health.router)
    _answer_with_problems(app)
    app.add_middleware(RequestFrame)
    app.openapi = lambda: _openapi(app)  # type: ignore[method-assign]
    return app


def _identity_keys(app: FastAPI, settings: ServiceSettings) -> FetchKeys:
    async def fetch() -> Mapping[str, Mapping[str, str]]:
        request = app.state.http.build_request("GET", f"{settings.identity_url}/api/identity/v1/jwks")
        answer = await send(app.state.http, request)
        return {key["kid"]: key for key in answer.json()["keys"]}

    return fetch


def _operation_id(route: APIRoute) -> str:
    return route.name


class RequestFrame:
    """Around every request: an id, one log line, figures, a bound on the body, and a designed answer to the
    unexpected."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send_message: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send_message)
            return
        began_at = time.perf_counter()
        request_id = _sent_request_id(scope) or uuid.uuid4().hex
        scope.setdefault("state", {})["request_id"] = request_id
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id)
        status = 500
        started = False
        received = 0

        async def send_with_id(message: Message) -> None:
            nonlocal status, started
            if message["type"] == "http.response.start":
                status, started = message["status"], True
                message["headers"].append((b"x-request-id", request_id.encode()))
            await send_message(message)

        async def receive_bounded() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > MAX_BODY_BYTES:
                raise HTTPException(413)  # the one kind that FastAPI lets through while it reads a body
            return message

        try:
            await self._app(scope, receive_bounded, send_with_id)
        except Exception as error:
            if started:
                raise
            problem = error if isinstance(error, Problem) else _unexpected(error)
            await _problem_response(problem, request_id)(scope, receive, send_with_id)
        finally:
            route = getattr(scope.get("route"), "path", "unmatched")
            health.observe(scope["method"], route, status, began_at)
            if not scope["path"].startswith("/health"):
                milliseconds = round((time.perf_counter() - began_at) * 1000, 1)
                _log.info("request", method=scope["method"], route=route, status=status, milliseconds=milliseconds)


def _sent_request_id(scope: Scope) -> str | None:
    """The id that the gateway gave the request, when it looks like one."""
    for name, value in scope["headers"]:
        if name == b"x-request-id" and 8 <= len(value) <= 64 and value.replace(b"-", b"").isalnum():
            return str(value.decode("ascii"))
    return None


def _problem_response(problem: Problem, request_id: str) -> JSONResponse:
    return JSONResponse(
        problem.body(request_id),
        status_code=problem.status,
        headers={"Cache-Control": "no-store", **problem.headers},
        media_type=PROBLEM_MEDIA_TYPE,
    )


def _unexpected(error: Exception) -> Problem:
    if isinstance(error, PoolTimeoutError | OperationalError | psycopg.OperationalError) or (
        isinstance(error, DBAPIError) and error.connection_invalidated
    ):
        _log.warning("database away", error=type(error).__name__)
        return Unavailable("The database does not answer at the moment. Try again shortly.")
    _log.error("unexpected", exc_info=error)
    return InternalError("It has been recorded. Try again; if it stays, send us the request id.")


def _answer_with_problems(app: FastAPI) -> None:
    async def on_problem(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, Problem)  # noqa: S101 - registered for this class only
        return _problem_response(error, request.state.request_id)

    async def on_invalid(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, RequestValidationError)  # noqa: S101
        faults = [(_pointer(fault, error.body), fault["msg"].removeprefix("Value error, ")) for fault in error.errors()]
        return _problem_response(InvalidInput(faults), request.state.request_id)

    async def on_http(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, HTTPException)  # noqa: S101
        problem: Problem
        if error.status_code == 404:
            problem = NotFound("Check the address.")
        elif error.status_code == 405:
            problem = MethodNotAllowed("Check the method.", headers={"Allow": ", ".join(_methods(request))})
        elif error.status_code == 413:
            problem = TooLarge("Send at most 1 MiB at once.")
        else:
            problem = InvalidInput([("/", "Send JSON in UTF-8 that is not nested too deeply.")])
        return _problem_response(problem, request.state.request_id)

    app.add_exception_handler(Problem, on_problem)
    app.add_exception_handler(RequestValidationError, on_invalid)
    app.add_exception_handler(HTTPException, on_http)


def _methods(request: Request) -> list[str]:
    """All that the address takes. The router only names those of its first route for it (RFC 9110 section 15.5.6)."""
    routes = [route for route in iter_route_contexts(request.app.routes) if route.path is not None]
    here = [route for route in routes if compile_path(route.path or "")[0].match(request.url.path)]
    return sorted({method for route in here for method in route.methods or ()})


def _pointer(fault: Mapping[str, Any], body: Any) -> str:
    where, *rest = fault["loc"]
    if where == "body":
        steps = _steps(rest, body, last_is_missing=fault["type"] == "missing")
        return "/" + "/".join(str(step).replace("~", "~0").replace("/", "~1") for step in steps)
    return f"{where}:{'.'.join(map(str, rest))}"


def _steps(parts: Sequence[str | int], value: Any, *, last_is_missing: bool) -> Iterator[str | int]:
    """The way through the body; without the names that pydantic gives to the kinds of which a value may be one."""
    for n, part in enumerate(parts, 1):
        if isinstance(value, dict) and part not in value and not (last_is_missing and n == len(parts)):
            continue
        yield part
        if isinstance(value, dict):
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int):
            value = value[part]


def _openapi(app: FastAPI) -> dict[str, Any]:
    """OpenAPI 3.1 with problems under their own media type, and null only where it can be sent."""
    if app.openapi_schema is None:
        schema = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        for path in schema["paths"].values():
            for operation in path.values():
                for status, response in operation["responses"].items():
                    if int(status) >= 400:
                        content = response.get("content", {})
                        content[PROBLEM_MEDIA_TYPE] = content.pop("application/json")
                for parameter in operation.get("parameters", ()):
                    _without_null(parameter["schema"])
                form = operation.get("requestBody", {}).get("content", {}).get("application/x-www-form-urlencoded")
                if form is not None:
                    name = form["schema"]["$ref"].rsplit("/", 1)[1]
                    for field in schema["components"]["schemas"][name]["properties"].values():
                        _without_null(field)
        schema.get("components", {}).get("schemas", {}).pop("HTTPValidationError", None)
        schema.get("components", {}).get("schemas", {}).pop("ValidationError", None)
        app.openapi_schema = schema
    return app.openapi_schema


def _without_null(schema: dict[str, Any]) -> None:
    """What stands in an address, a header or a form may be left out; it is text, so that it cannot be null."""
    kinds = [kind for kind in schema.get("anyOf", ()) if kind.get("type") != "null"]
    if len(kinds) == 1:
        del schema["anyOf"]
        schema.update(kinds[0] | schema)
