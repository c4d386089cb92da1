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
    key_encryption: str
    """Encrypts what identity keeps secret in its database."""

    @classmethod
    def new(cls) -> "Secrets":
        return cls(
            database_administrator=secrets.token_urlsafe(32),
            databases={service: secrets.token_urlsafe(32) for service in SERVICES},
            clients={service: secrets.token_urlsafe(32) for service in SERVICES},
            key_encryption=secrets.token_urlsafe(32),
        )

    @classmethod
    def load(cls, file: Path) -> "Secrets":
        """Read the file; what it lacks, be it all or what a newer Crossway needs, is made and added."""
        kept = json.loads(file.read_text()) if file.exists() else {}
        wanted = {**asdict(cls.new()), **kept}
        if wanted != kept:
            write_private(file, json.dumps(wanted, indent=2))
        return cls(**wanted)


def write_private(file: Path, text: str) -> None:
    """Replace the file in one step; only its owner may read it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(".new")
    unfinished.unlink(missing_ok=True)
    with open(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as output:
        output.write(text)
    unfinished.replace(file)
