"""What holds for placements-api as a whole."""

from pathlib import Path

from service_common.testing import checks
from service_common.testing.databases import RunningService


def test_every_route_knows_who_asks(running: RunningService) -> None:
    assert checks.routes_without_principal(running.app) == {
        "GET /health/live",
        "GET /health/ready",
        "GET /metrics",
        "GET /api/placements/v1/calendars/{token}",
    }


def test_the_committed_openapi_file_is_current(running: RunningService) -> None:
    checks.assert_openapi_is_current(running.app, Path(__file__).parents[1] / "openapi.json")


def test_migrations_go_up_down_and_up(postgres_url: str) -> None:
    checks.assert_migrations_go_both_ways("placements_api", postgres_url)
