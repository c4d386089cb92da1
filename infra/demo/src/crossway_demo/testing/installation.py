"""A stack of its own, and the loader run on it."""

import os
import subprocess
import sys
from dataclasses import dataclass
from uuid import UUID

import psycopg
from psycopg import sql

from crossway_local.secret_store import Secrets
from crossway_local.trial import RunningStack
from service_common.provision import database_url

SERVICES = ("identity", "learners", "placements", "portfolio")
TABLES = {
    "identity": ("partnerships", "accounts", "credentials", "memberships", "demonstration_sign_ins"),
    "learners": (
        "programmes",
        "cohorts",
        "learners",
        "enrolments",
        "enrolment_changes",
        "caseloads",
        "planning_facts",
        "clearances",
    ),
    "placements": (
        "organisations",
        "settings",
        "setting_capacities",
        "policies",
        "scenarios",
        "placements",
        "disruptions",
    ),
    "portfolio": ("qualifications", "qualification_versions", "programme_requirements", "required_versions"),
}

LOAD_TEN_DAYS_AGO = """
import asyncio
from datetime import date, timedelta
from crossway_demo.loader import load
from crossway_demo.services import Addresses
then = date.today() - timedelta(days=10)
asyncio.run(load(Addresses.from_environment(), then, lambda words: print(words, flush=True)))
"""


@dataclass(frozen=True)
class Installation:
    """A stack, and how the loader is run on it."""

    stack: RunningStack

    @property
    def client_secret(self) -> str:
        return Secrets.load(self.stack.state.secrets).clients["identity"]

    @property
    def environment(self) -> dict[str, str]:
        return {
            **{name: value for name, value in os.environ.items() if not name.startswith("CROSSWAY_")},
            **{f"CROSSWAY_{name.upper()}_URL": url for name, url in self.stack.services.items()},
            "CROSSWAY_SERVICE_DATABASE_URL": self.stack.databases["identity"],
            "CROSSWAY_SERVICE_CLIENT_SECRET": self.client_secret,
            "CROSSWAY_DEMONSTRATION": "true",
        }

    def start_loading(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, *(arguments or ("-m", "crossway_demo", "load"))],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def load(self) -> str:
        """What a whole run says."""
        loader = self.start_loading()
        said, complained = loader.communicate(timeout=300)
        assert loader.returncode == 0, complained
        return said

    def count_rows(self) -> dict[str, int]:
        """Of every table that loading fills, and of the feeds that tell others of it."""
        counted: dict[str, int] = {}
        for service, tables in TABLES.items():
            with psycopg.connect(self._administrator_url(service)) as connection:
                for table in (*tables, "system.events"):
                    row = connection.execute(
                        sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(*table.split(".")))
                    ).fetchone()
                    assert row is not None
                    counted[f"{service} {table}"] = row[0]
        return counted

    def partnership_ids(self) -> dict[str, UUID]:
        with psycopg.connect(self._administrator_url("identity")) as connection:
            return dict(connection.execute("SELECT key, id FROM partnerships"))

    def _administrator_url(self, service: str) -> str:
        return database_url(self.stack.administrator, f"crossway_{service}")
