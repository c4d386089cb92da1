"""The embedded database: safe settings, also as root, also after a kill."""

import os
import signal
import subprocess
from pathlib import Path

import psycopg
import pytest

from crossway_local.ports import free_ports
from crossway_local.postgres import Cluster, wait_until_reachable
from crossway_local.steps import StepFailed
from crossway_local.supervisor import Supervisor


@pytest.fixture
def cluster(tmp_path: Path) -> Cluster:
    made = Cluster(tmp_path / "below" / "postgres", free_ports(1)[0], "p:a/s@s word")
    (tmp_path / "below").mkdir(mode=0o700)  # as the home folder of root usually is
    made.initialise(tmp_path / "initdb.log")
    return made


async def test_it_is_durable_checked_and_reachable_only_here_with_a_password(cluster: Cluster, tmp_path: Path) -> None:
    supervisor = Supervisor(tmp_path / "logs")
    supervisor.keep(cluster.program())
    try:
        await wait_until_reachable(cluster.url)
        async with await psycopg.AsyncConnection.connect(cluster.url) as connection:
            names = ["data_checksums", "fsync", "full_page_writes", "synchronous_commit", "listen_addresses"]
            for name, wanted in zip(names, ["on", "on", "on", "on", "127.0.0.1"], strict=True):
                answer = await connection.execute("SELECT current_setting(%s)", [name])
                assert await answer.fetchone() == (wanted,), name
        with pytest.raises(psycopg.OperationalError, match="password"):
            await psycopg.AsyncConnection.connect(cluster.url.replace("word", "other"))
    finally:
        await supervisor.stop()
    assert "database system is shut down" in supervisor.log_of("postgres").read_text()


async def test_what_was_committed_outlives_a_kill(cluster: Cluster, tmp_path: Path) -> None:
    supervisor = Supervisor(tmp_path / "logs")
    supervisor.keep(cluster.program())
    try:
        await wait_until_reachable(cluster.url)
        async with await psycopg.AsyncConnection.connect(cluster.url) as connection:
            await connection.execute("CREATE TABLE kept AS SELECT 1 AS n")
        os.kill(supervisor.pids["postgres"], signal.SIGKILL)
        await wait_until_reachable(cluster.url)
        async with await psycopg.AsyncConnection.connect(cluster.url) as connection:
            assert await (await connection.execute("SELECT n FROM kept")).fetchone() == (1,)
    finally:
        await supervisor.stop()


def test_initialising_again_changes_nothing(cluster: Cluster, tmp_path: Path) -> None:
    made = (cluster.folder / "PG_VERSION").stat().st_mtime_ns
    cluster.initialise(tmp_path / "initdb.log")
    assert (cluster.folder / "PG_VERSION").stat().st_mtime_ns == made


def test_the_lock_of_a_server_that_is_gone_is_forgotten(cluster: Cluster) -> None:
    ended = subprocess.run(["sh", "-c", "echo $$"], capture_output=True, text=True, check=True).stdout.strip()
    lock = cluster.folder / "postmaster.pid"
    lock.write_text(f"{ended}\n{cluster.folder}\n")
    cluster.wait_for_old_server()
    assert not lock.exists()


def test_the_server_stops_with_a_fast_shutdown(cluster: Cluster) -> None:
    program = cluster.program()
    assert (program.stop_signal, program.orphan_signal, program.layer) == (signal.SIGINT, signal.SIGINT, 0)


async def test_an_unreachable_database_is_said_in_words() -> None:
    url = f"postgresql://somebody@127.0.0.1:{free_ports(1)[0]}/postgres"
    with pytest.raises(StepFailed, match="The database cannot be reached"):
        await wait_until_reachable(url, seconds=0)


async def test_a_url_that_makes_no_sense_is_said_in_words_at_once() -> None:
    with pytest.raises(StepFailed, match="The database cannot be reached"):
        await wait_until_reachable("postgresql://127.0.0.1/postgres?nonsense=1", seconds=60)
