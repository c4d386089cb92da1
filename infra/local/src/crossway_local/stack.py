"""A running Crossway: database, schema, services, gateway, demonstration data; all or a part of it."""

import asyncio
import json
import os
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import httpx
import psycopg

from crossway_local import programs
from crossway_local.checkout import State
from crossway_local.databases import provision, remember_migrated
from crossway_local.ports import free_ports, gateway_port
from crossway_local.postgres import START_SECONDS, Cluster, wait_until_reachable
from crossway_local.programs import Surroundings
from crossway_local.secret_store import SERVICES, Secrets, write_private
from crossway_local.steps import StepFailed, last_lines, step
from crossway_local.supervisor import Program, Supervisor

HEALTHY_SECONDS = 180.0
CRASHES_THAT_ARE_TOO_MANY = 3
ANOTHER_SERVER_SECONDS = 10.0


@dataclass(frozen=True)
class Wanted:
    """Which parts to run, and where."""

    services: tuple[str, ...] = SERVICES
    gateway: bool = True
    demonstration: bool = True
    port: str | None = None
    """The gateway's; None: a free one, 8080 if possible."""
    database: str | None = None
    """Administrator's URL of a PostgreSQL; None: one of our own."""


class Stack:
    """Starts the wanted parts on a state folder and keeps them running until `stop`."""

    def __init__(self, state: State, wanted: Wanted, *, notify: Callable[[str], None]) -> None:
        self._wanted = wanted
        self.state = state
        self._notify = notify
        self._supervisor = Supervisor(state.logs, notify=self._changed)
        self._surroundings: Surroundings | None = None

    @property
    def surroundings(self) -> Surroundings:
        if self._surroundings is None:
            raise RuntimeError("the stack has not been started")
        return self._surroundings

    async def start(self) -> None:
        """Return when every part says that it is ready. Raises StepFailed or PortTaken with the reason."""
        gateway = gateway_port(self._wanted.port)
        database_port, *service_ports = free_ports(1 + len(SERVICES))
        secrets = Secrets.load(self.state.secrets)
        self.state.mails.mkdir(mode=0o700, parents=True, exist_ok=True)
        with step("Database"):
            url = self._wanted.database or await self._start_database(database_port, secrets)
            patience = ANOTHER_SERVER_SECONDS if self._wanted.database else START_SECONDS
            await self._watch("postgres", wait_until_reachable(url, seconds=patience))
        ports = {**dict(zip(SERVICES, service_ports, strict=True)), "gateway": gateway}
        self._surroundings = surroundings = Surroundings(self.state, secrets, url, ports)
        with step("Schema"):
            await self._prepare_databases(surroundings)
        with step("Services"):
            await self._start_services(surroundings)
        if self._wanted.demonstration:
            with step("Demonstration data"):
                await self._run_to_end(programs.demonstration(surroundings))
        for name in self._supervisor.crashes:
            self._refuse_a_broken(name)
        self._changed("")

    async def stop(self) -> None:
        """End every process, the database last; all that was acknowledged is kept."""
        await self._supervisor.stop()
        self.state.description.unlink(missing_ok=True)

    async def _start_database(self, port: int, secrets: Secrets) -> str:
        cluster = Cluster(self.state.database, port, secrets.database_administrator)
        await asyncio.to_thread(cluster.wait_for_old_server)
        await asyncio.to_thread(cluster.initialise, self.state.logs / "initdb.log")
        self._supervisor.keep(cluster.program())
        return cluster.url

    async def _prepare_databases(self, surroundings: Surroundings) -> None:
        url, outdated = surroundings.database, list[str]()
        for service in self._wanted.services:
            try:
                needs_migration = await asyncio.to_thread(
                    provision, url, service, surroundings.secrets.databases[service]
                )
            except psycopg.Error as error:
                raise StepFailed(f"The database of {service} could not be made: {error}") from error
            if needs_migration:
                outdated.append(service)
        await asyncio.gather(*(self._run_to_end(programs.migration(surroundings, service)) for service in outdated))
        for service in outdated:
            await asyncio.to_thread(remember_migrated, url, service)

    async def _start_services(self, surroundings: Surroundings) -> None:
        expected: dict[str, str] = {}
        for service in self._wanted.services:
            self._supervisor.keep(programs.api(surroundings, service))
            self._supervisor.keep(programs.worker(surroundings, service))
            expected[f"{service}-api"] = f"{surroundings.service_url(service)}/health/ready"
        if self._wanted.gateway:
            self._supervisor.keep(programs.gateway(surroundings))
            expected["gateway"] = f"{surroundings.address}/health"
        await asyncio.gather(*(self._watch(name, _answers(url)) for name, url in expected.items()))

    async def _run_to_end(self, program: Program) -> None:
        code = await self._supervisor.run_once(program)
        if code != 0:
            raise StepFailed(self._why(program.name, f"ended with {code}"))

    async def _watch(self, name: str, ready: Awaitable[None]) -> None:
        """Wait until the part is ready; give up when it keeps ending or takes too long."""
        deadline = time.monotonic() + HEALTHY_SECONDS
        waiting = asyncio.ensure_future(ready)
        try:
            while True:
                done, _ = await asyncio.wait([waiting], timeout=0.2)
                if done:
                    return waiting.result()
                self._refuse_a_broken(name)
                if time.monotonic() > deadline:
                    raise StepFailed(self._why(name, f"is not ready after {HEALTHY_SECONDS:.0f} s"))
        finally:
            waiting.cancel()

    def _refuse_a_broken(self, name: str) -> None:
        if self._supervisor.crashes.get(name, 0) >= CRASHES_THAT_ARE_TOO_MANY:
            raise StepFailed(self._why(name, "does not stay up"))

    def _why(self, name: str, what: str) -> str:
        log = self._supervisor.log_of(name)
        return f"{name} {what}. The end of {log}:\n{last_lines(log)}"

    def _changed(self, words: str) -> None:
        if words:
            self._notify(words)
        if self._surroundings is not None:
            self._describe(self._surroundings)

    def _describe(self, surroundings: Surroundings) -> None:
        """Write addresses and process ids where tests and tools find them; only the owner may read it."""
        description = {
            "address": surroundings.address if self._wanted.gateway else None,
            "services": {service: surroundings.service_url(service) for service in self._wanted.services},
            "databases": {service: surroundings.service_database(service) for service in self._wanted.services},
            "administrator": surroundings.database,
            "mails": str(self.state.mails),
            "pids": {"launcher": os.getpid(), **self._supervisor.pids},
        }
        write_private(self.state.description, json.dumps(description, indent=2))


async def _answers(url: str) -> None:
    """Return when the address answers with success."""
    async with httpx.AsyncClient(timeout=2, trust_env=False) as client:
        while True:
            try:
                if (await client.get(url)).is_success:
                    return
            except httpx.TransportError:
                pass
            await asyncio.sleep(0.1)
