"""What holds for identity-api as a whole."""

import re
from pathlib import Path
from uuid import uuid4

import httpx
from fastapi import FastAPI
from fastapi.routing import APIRoute

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


async def test_routes_of_the_signed_in_refuse_everybody_else(app: FastAPI, anonymous: httpx.AsyncClient) -> None:
    from_our_pages = {"Sec-Fetch-Site": "same-origin", "X-Crossway-Request": "1"}
    for route in app.routes:
        if not isinstance(route, APIRoute):
            continue
        for method in route.methods:
            if f"{method} {route.path}" in FOR_PROGRAMS_AND_STRANGERS:
                continue
            path = re.sub(r"\{\w+\}", str(uuid4()), route.path)
            body = {"json": {"password": "x"}} if method in {"POST", "PUT", "PATCH"} else {}
            answer = await anonymous.request(method, f"http://test{path}", headers=from_our_pages, **body)
            assert answer.status_code == 401, f"{method} {route.path}"


def test_migrations_go_up_down_and_up(postgres_url: str) -> None:
    checks.assert_migrations_go_both_ways("identity_api", postgres_url)


def test_the_committed_openapi_file_is_current(running: RunningService) -> None:
    checks.assert_openapi_is_current(running.app, Path(__file__).parents[1] / "openapi.json")
