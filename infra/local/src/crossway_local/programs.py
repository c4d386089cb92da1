"""Which processes make up Crossway and what each is told of its surroundings."""

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from crossway_local.checkout import CADDYFILE, FRONTEND, State
from crossway_local.databases import database_of
from crossway_local.secret_store import SERVICES, Secrets
from crossway_local.supervisor import Program
from service_common.provision import database_url

STOP_GRACE_SECONDS = 2
PASSED_ON = ("CROSSWAY_SMTP_URL", "CROSSWAY_ROUTING_URL", "CROSSWAY_LOG_LEVEL", "CROSSWAY_LOG_FORMAT")
VENV_BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Surroundings:
    """Addresses and secrets of one stack."""

    state: State
    secrets: Secrets
    database: str
    """The administrator's URL."""
    ports: Mapping[str, int]
    """Of each service and of `gateway`."""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.ports['gateway']}"

    @property
    def sends_mail(self) -> bool:
        """False: mails are written to a folder."""
        return "CROSSWAY_SMTP_URL" in inherited_environment()

    def service_url(self, service: str) -> str:
        return f"http://127.0.0.1:{self.ports[service]}"

    def service_database(self, service: str) -> str:
        """Signs in as the login role that row-level security binds."""
        name = database_of(service)
        return database_url(self.database, name, user=name, password=self.secrets.databases[service])

    def environment(self, service: str) -> dict[str, str]:
        """Of a service's API and worker."""
        return {
            **inherited_environment(),
            **{f"CROSSWAY_{name.upper()}_URL": self.service_url(name) for name in SERVICES},
            "CROSSWAY_SERVICE_DATABASE_URL": self.service_database(service),
            "CROSSWAY_SERVICE_CLIENT_SECRET": self.secrets.clients[service],
            "CROSSWAY_PUBLIC_ORIGIN": self.address,
            "CROSSWAY_DEMONSTRATION": "true",
            **(self._identity_environment() if service == "identity" else {}),
        }

    def _identity_environment(self) -> dict[str, str]:
        secrets = {f"{service}-api": secret for service, secret in self.secrets.clients.items()}
        return {
            "CROSSWAY_SERVICE_CLIENT_SECRETS": json.dumps(secrets),
            "CROSSWAY_KEY_ENCRYPTION_SECRET": self.secrets.key_encryption,
            "CROSSWAY_MAIL_FOLDER": str(self.state.mails),
        }


def inherited_environment() -> dict[str, str]:
    """Ours without what configures another Crossway or another Python."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CROSSWAY_", "PYTHON"))}
    passed_on = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    return {**kept, "CROSSWAY_LOG_FORMAT": "console", **passed_on, "NO_COLOR": "1", "PYTHONUNBUFFERED": "1"}


def api(surroundings: Surroundings, service: str) -> Program:
    options = ["--factory", "--host", "127.0.0.1", "--port", str(surroundings.ports[service])]
    quiet = ["--no-access-log", "--no-server-header", "--timeout-graceful-shutdown", str(STOP_GRACE_SECONDS)]
    # Longer than the gateway keeps an idle connection, so that it never sends into one that we are closing.
    keep_alive = ["--timeout-keep-alive", "75"]
    return Program(
        name=f"{service}-api",
        command=[sys.executable, "-m", "uvicorn", f"{service}_api.main:create_app", *options, *quiet, *keep_alive],
        environment=surroundings.environment(service),
    )


def worker(surroundings: Surroundings, service: str) -> Program:
    return Program(
        name=f"{service}-worker",
        command=[sys.executable, "-m", f"{service}_api.worker"],
        environment=surroundings.environment(service),
    )


def migration(surroundings: Surroundings, service: str) -> Program:
    """Brings a service's database to the newest schema and ends."""
    url = database_url(surroundings.database, database_of(service))
    return Program(
        name=f"{service}-migration",
        command=[sys.executable, "-m", "service_common.migrate", f"{service}_api", "upgrade", "head"],
        environment={**inherited_environment(), "CROSSWAY_MIGRATION_DATABASE_URL": url},
    )


def gateway(surroundings: Surroundings) -> Program:
    home = str(surroundings.state.gateway)
    upstreams = {f"CROSSWAY_{name.upper()}_UPSTREAM": f"127.0.0.1:{surroundings.ports[name]}" for name in SERVICES}
    return Program(
        name="gateway",
        command=[VENV_BIN / "caddy", "run", "--config", CADDYFILE, "--adapter", "caddyfile"],
        environment={
            **inherited_environment(),
            **upstreams,
            "CROSSWAY_SITE": f"{surroundings.address}, http://localhost:{surroundings.ports['gateway']}",
            "CROSSWAY_BIND": "127.0.0.1",
            "CROSSWAY_WEB_ROOT": str(FRONTEND / "dist"),
            "XDG_DATA_HOME": home,
            "XDG_CONFIG_HOME": home,
        },
    )


def demonstration(surroundings: Surroundings) -> Program:
    """Loads the demonstration data where it is missing, and ends."""
    return Program(
        name="demonstration",
        command=[sys.executable, "-m", "crossway_demo", "load"],
        environment=surroundings.environment("identity"),
    )
