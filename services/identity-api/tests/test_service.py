"""What holds for identity-api as a whole."""

from service_common.testing import checks
from service_common.testing.databases import RunningService

OPERATIONS_OF_PROGRAMS_AND_STRANGERS = {
    "GET /health/live",
    "GET /health/ready",
    "GET /metrics",
    "GET /api/identity/v1/demonstration",
    "GET /api/identity/v1/jwks",
    "POST /api/identity/v1/token",
    "POST /api/identity/v1/session",
}


def test_every_route_knows_who_asks(running: RunningService) -> None:
    routes = checks.routes_without_principal(running.app)
    by_cookie = {
        "GET /internal/forward-auth",
        "GET /api/identity/v1/session",
        "DELETE /api/identity/v1/session",
        "PUT /api/identity/v1/session/membership",
    }
    assert routes == OPERATIONS_OF_PROGRAMS_AND_STRANGERS | by_cookie


def test_migrations_go_up_down_and_up(postgres_url: str) -> None:
    checks.assert_migrations_go_both_ways("identity_api", postgres_url)


def test_the_committed_openapi_file_is_current(running: RunningService) -> None:
    checks.assert_openapi_is_current(running.app, Path(__file__).parents[1] / "openapi.json")
