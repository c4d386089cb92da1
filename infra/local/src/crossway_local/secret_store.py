"""Passwords and client secrets of one stack: made once, kept in a file that only its owner can read."""

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

SERVICES = ("identity", "learners", "placements", "portfolio")


@dataclass(frozen=True)
class Secrets:
    database_administrator: str
    databases: dict[str, str]
    """Service name -> password of its login role."""
    clients: dict[str, str]
    """Service name -> its client secret at identity."""

    @classmethod
    def load(cls, file: Path) -> "Secrets":
        """Read the file; make it, with new secrets, when it is not there."""
        if not file.exists():
            made = cls(
                database_administrator=secrets.token_urlsafe(32),
                databases={service: secrets.token_urlsafe(32) for service in SERVICES},
                clients={service: secrets.token_urlsafe(32) for service in SERVICES},
            )
            file.parent.mkdir(parents=True, exist_ok=True)
            unfinished = file.with_suffix(".new")
            unfinished.unlink(missing_ok=True)
            with open(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as output:
                json.dump(asdict(made), output, indent=2)
            unfinished.rename(file)
        return cls(**json.loads(file.read_text()))
