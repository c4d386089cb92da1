"""What holds for identity-api as a whole."""

import re
from pathlib import Path
from uuid import uuid4

import httpx
from fastapi import FastAPI

from service_common.testing import checks
from service_common.testing.databases import RunningService

FOR_PROGRAMS_AND_STRANGERS = {
    "GET /health/live",
    "GET /health/ready",
    "GET /metrics",
    "GET /api/identity/v1/demonstration",
    "GET /api/identity/v1/jwks",
    "POST /api/identity/v1/token",
    "POST /api/identity/v1/session",
    "POST /api/identity/v1/password-resets",
    "PUT /api/identity/v1/password-resets",
    "POST /api/identity/v1/invitations/lookup",
    "POST /api/identity/v1/invitations/accepted",
    # Also when the session has ended.
    "DELETE /api/identity/v1/session",
    # Looks at the cookie itself, for the gateway.
    "GET /internal/forward-auth",
}
BY_COOKIE = {
    "GET /api/identity/v1/session",
    "PUT /api/identity/v1/session/membership",
    "GET /api/identity/v1/sessions",
    "DELETE /api/identity/v1/sessions",
    "DELETE /api/identity/v1/sessions/{session_id}",
    "PUT /api/identity/v1/account",
    "PUT /api/identity/v1/account/password",
}


def test_every_route_knows_who_asks(running: RunningService) -> None:
    assert checks.routes_without_principal(running.app) == FOR_PROGRAMS_AND_STRANGERS | BY_COOKIE


async def test_operations_of_the_signed_in_refuse_everybody_else(app: FastAPI, anonymous: httpx.AsyncClient) -> None:
    operations = {f"{method.upper()} {path}" for path, methods in app.openapi()["paths"].items() for method in methods}
    assert operations >= BY_COOKIE
    for operation in operations - FOR_PROGRAMS_AND_STRANGERS:
        method, path = operation.split(" ")
        answer = await anonymous.request(
            method,
            "http://test" + re.sub(r"\{\w+\}", str(uuid4()), path),
            headers={"Sec-Fetch-Site": "same-origin", "X-Crossway-Request": "1"},
            json={"password": "x"} if method in {"POST", "PUT", "PATCH"} else None,
        )
        assert answer.status_code == 401, operation


def test_migrations_go_up_down_and_up(postgres_url: str) -> None:
    checks.assert_migrations_go_both_ways("identity_api", postgres_url)


def test_the_committed_openapi_file_is_current(running: RunningService) -> None:
    checks.assert_openapi_is_current(running.app, Path(__file__).parents[1] / "openapi.json")
