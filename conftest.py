"""Fixtures that every test of the workspace may use."""

import os
from collections.abc import Iterator

import pytest

from crossway_local.postgres import temporary_server

pytest_plugins = ["service_common.testing.plugin"]


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The administrator's URL of a PostgreSQL 18: `CROSSWAY_TEST_DATABASE_URL`, else one for this run only."""
    given = os.environ.get("CROSSWAY_TEST_DATABASE_URL")
    if given:
        yield given
        return
    with temporary_server(tmp_path_factory.mktemp("postgres")) as url:
        yield url
