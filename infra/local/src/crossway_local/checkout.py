"""Where things lie in this checkout, and the folder that holds the state of one running stack."""

import fcntl
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[4]
LOCAL = CHECKOUT / ".local"
FRONTEND = CHECKOUT / "frontend"
CADDYFILE = CHECKOUT / "infra" / "gateway" / "Caddyfile"


class StateInUse(Exception):
    """Another process runs on the state folder."""


@dataclass(frozen=True)
class State:
    """What a stack keeps: its database, secrets, mails, files and logs. Nothing else is written."""

    folder: Path

    @property
    def database(self) -> Path:
        return self.folder / "postgres"

    @property
    def secrets(self) -> Path:
        return self.folder / "secrets.json"

    @property
    def mails(self) -> Path:
        return self.folder / "mail"

    @property
    def gateway(self) -> Path:
        return self.folder / "gateway"

    @property
    def logs(self) -> Path:
        return self.folder / "logs"

    @property
    def description(self) -> Path:
        """Addresses and process ids of the running stack, as JSON."""
        return self.folder / "running.json"

    def hold(self) -> None:
        """Lock the folder until this process ends, also across an exec. Asking twice is fine.

        Raises StateInUse when another process holds it.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        # A record lock is the process's and outlives exec. It ends when the file is closed, so that is never done.
        lock = os.open(self.folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        os.set_inheritable(lock, True)
        try:
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise StateInUse(str(self.folder)) from error

    def remove(self) -> None:
        """Delete all that a stack has kept here."""
        for folder in (self.database, self.mails, self.gateway, self.logs):
            if folder.exists():
                shutil.rmtree(folder)
        for file in (self.secrets, self.description):
            file.unlink(missing_ok=True)
