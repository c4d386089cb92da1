"""Fixtures that every test of the workspace may use."""

import asyncio
import os
import secrets
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from crossway_local.ports import free_ports
from crossway_local.postgres import Cluster, wait_until_reachable

pytest_plugins = ["service_common.testing.plugin"]


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The administrator's URL of a PostgreSQL 18: `CROSSWAY_TEST_DATABASE_URL`, else one for this run only."""
    given = os.environ.get("CROSSWAY_TEST_DATABASE_URL")
    if given:
        yield given
        return
    folder: Path = tmp_path_factory.mktemp("postgres")
    for above in (folder, *folder.parents[:2]):
        above.chmod(0o755)  # the server runs as another user when the tests run as root
    cluster = Cluster(folder / "data", free_ports(1)[0], secrets.token_hex(8), durable=False)
    cluster.initialise(folder / "initdb.log")
    program = cluster.program()
    server = subprocess.Popen(
        program.command,
        env=dict(program.environment),
        user=program.account or None,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        asyncio.run(wait_until_reachable(cluster.url))
        yield cluster.url
    finally:
        server.send_signal(program.stop_signal)
        server.wait()
