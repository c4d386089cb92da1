"""Run a service's migrations: `python -m service_common.migrate learners_api upgrade head`.

`CROSSWAY_MIGRATION_DATABASE_URL` signs in to the service's database as an administrator. The migrations run as the
database's owner role (`<database>_owner`); then the login role (`<database>`) is granted what it needs.
"""

import argparse
import importlib
import os
from pathlib import Path
from urllib.parse import urlsplit

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, MetaData, create_engine, pool, text
from sqlalchemy.sql.schema import SchemaItem

from service_common.schema import grant_to


def alembic_config(package: str) -> Config:
    """The alembic configuration of a service's package: its migrations lie beside `src/`, or in the package's image."""
    module = importlib.import_module(package)
    root = Path(str(module.__file__)).parents[2]
    config = Config()
    config.set_main_option("script_location", str(root / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["package"] = package
    return config


def connect(url: str) -> Connection:
    """A connection on which migrations run as the owner of the database."""
    database = urlsplit(url).path.lstrip("/")
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://", 1), poolclass=pool.NullPool)
    connection = engine.connect()
    connection.execute(text(f'SET ROLE "{database}_owner"'))
    connection.commit()
    return connection


def migrate(package: str, url: str, action: str, revision: str) -> None:
    """Upgrade or downgrade the database at `url` to `revision`."""
    config = alembic_config(package)
    with connect(url) as connection:
        config.attributes["connection"] = connection
        {"upgrade": command.upgrade, "downgrade": command.downgrade}[action](config, revision)
        connection.commit()
        if MigrationContext.configure(connection).get_current_revision() is not None:
            read_models = getattr(importlib.import_module(f"{package}.models"), "READ_MODEL_TABLES", ())
            for grant in grant_to(urlsplit(url).path.lstrip("/"), read_models):
                connection.execute(text(grant))
            connection.commit()


def run_environment(metadata: MetaData) -> None:
    """The body of each service's `migrations/env.py`."""
    from alembic import context  # noqa: PLC0415 - exists only while alembic runs an environment

    def is_ours(
        _object: SchemaItem, name: str | None, kind: str, _reflected: bool, _compared: SchemaItem | None
    ) -> bool:
        return not (kind == "table" and name == "alembic_version")

    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=metadata,
        include_object=is_ours,
        compare_type=True,
        compare_server_default=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", help="such as learners_api")
    parser.add_argument("action", choices=["upgrade", "downgrade"])
    parser.add_argument("revision", help="head, base or a revision")
    arguments = parser.parse_args()
    migrate(
        arguments.package,
        os.environ["CROSSWAY_MIGRATION_DATABASE_URL"],
        arguments.action,
        arguments.revision,
    )


if __name__ == "__main__":
    main()
