"""A stack of its own for a test run or a benchmark: free ports, a throw-away folder, gone afterwards."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crossway_local.checkout import State
from crossway_local.secret_store import SERVICES
from crossway_local.steps import StepFailed, last_lines
from crossway_local.supervisor import leashed

STOP_SECONDS = 30
READY = b"ready:"


@dataclass(frozen=True)
class RunningStack:
    """What a test needs to know of a running stack."""

    state: State

    def _now(self) -> dict[str, Any]:
        described: dict[str, Any] = json.loads(self.state.description.read_text())
        return described

    @property
    def address(self) -> str:
        """Of the gateway; empty when it was not asked for."""
        return self._now()["address"] or ""

    @property
    def services(self) -> dict[str, str]:
        """Service name -> its own address, not through the gateway."""
        return dict(self._now()["services"])

    @property
    def databases(self) -> dict[str, str]:
        """Service name -> URL of its database for the login role."""
        return dict(self._now()["databases"])

    @property
    def administrator(self) -> str:
        """URL of the database server for the administrator."""
        return str(self._now()["administrator"])

    @property
    def pids(self) -> dict[str, int]:
        """Of the processes as they run now: `launcher`, `postgres`, `gateway`, `<service>-api`, `<service>-worker`."""
        return dict(self._now()["pids"])


@contextmanager
def running_stack(
    folder: Path, *, services: Sequence[str] = SERVICES, gateway: bool = True, demonstration: bool = True
) -> Iterator[RunningStack]:
    """Run the wanted parts with their state in `folder` for as long as the block lasts. Raises StepFailed."""
    command: list[str | Path] = [sys.executable, "-m", "crossway_local", "stack", folder, "--services", *services]
    command += [] if gateway else ["--no-gateway"]
    command += [] if demonstration else ["--no-demonstration"]
    folder.mkdir(parents=True, exist_ok=True)
    said = folder / "launcher.log"
    with said.open("wb") as log:
        launcher = subprocess.Popen(leashed(command), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log)
    try:
        is_ready = launcher.stdout is not None and any(line.startswith(READY) for line in launcher.stdout)
        if not is_ready:
            launcher.wait()
            raise StepFailed(f"The stack did not start:\n{last_lines(said)}")
        yield RunningStack(State(folder))
    finally:
        launcher.terminate()
        launcher.communicate(timeout=STOP_SECONDS)
