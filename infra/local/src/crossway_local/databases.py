"""Each service's database with its roles, migrated to the newest schema; skipped where nothing has changed.

What a database was last migrated with is kept in it as its comment, so it holds for any server.
"""

from pathlib import Path

import psycopg
from psycopg import sql

from crossway_local.checkout import CHECKOUT
from crossway_local.web_client import fingerprint
from service_common.provision import provision_database


def database_of(service: str) -> str:
    return f"crossway_{service}"


def provision(administrator_url: str, service: str, password: str) -> bool:
    """Make the database and its roles where they are missing. Tells whether its schema has to be migrated."""
    provision_database(administrator_url, database_of(service), password)
    with psycopg.connect(administrator_url) as connection:
        found = connection.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [database_of(service)]
        ).fetchone()
    return found != (_schema_fingerprint(service),)


def remember_migrated(administrator_url: str, service: str) -> None:
    """Note that the schema is what the code in this checkout says."""
    comment = sql.SQL("COMMENT ON DATABASE {} IS {}").format(
        sql.Identifier(database_of(service)), sql.Literal(_schema_fingerprint(service))
    )
    with psycopg.connect(administrator_url) as connection:
        connection.execute(comment)


def _schema_fingerprint(service: str) -> str:
    """Changes with the service's code, its migrations, or what the shared library does to schemas."""
    folders = [CHECKOUT / "services" / f"{service}-api" / name for name in ("src", "migrations")]
    folders.append(CHECKOUT / "services" / "common" / "src")
    files: list[Path] = [file for folder in folders for file in folder.rglob("*.py")]
    return f"schema {fingerprint(files, CHECKOUT)}"
