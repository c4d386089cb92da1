"""Create a service's database with its two roles on a PostgreSQL 18, or bring them to the wanted state.

`python -m service_common.provision` takes the administrator's URL from `CROSSWAY_DATABASE_URL`, and the database, its
login role and that role's password from `CROSSWAY_SERVICE_DATABASE_URL`.
"""

import os
from urllib.parse import quote, unquote, urlsplit, urlunsplit

import psycopg
from psycopg import sql


def provision_database(administrator_url: str, database: str, password: str) -> str:
    """Create database, owner role (no login) and login role unless they are there; set the login's password.

    Returns the login role's URL of the database. Running it again changes nothing but the password.
    """
    owner, login, name = (
        sql.Identifier(f"{database}_owner"),
        sql.Identifier(database),
        sql.Identifier(database),
    )
    with psycopg.connect(administrator_url, autocommit=True) as connection:
        for role in (f"{database}_owner", database):
            if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone():
                connection.execute(sql.SQL("CREATE ROLE {}").format(sql.Identifier(role)))
        connection.execute(sql.SQL("ALTER ROLE {} LOGIN NOINHERIT PASSWORD {}").format(login, sql.Literal(password)))
        connection.execute(sql.SQL("ALTER ROLE {} NOLOGIN").format(owner))
        connection.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(owner))
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).fetchone():
            connection.execute(
                sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0 ENCODING 'UTF8'").format(name, owner)
            )
        connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(name))
        connection.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(name, login))
    return database_url(administrator_url, database, user=database, password=password)


def database_url(url: str, database: str, *, user: str | None = None, password: str | None = None) -> str:
    """The same server, another database and, when given, another user."""
    parts = urlsplit(url)
    where = parts.netloc.rpartition("@")
    netloc = f"{user}:{quote(password or '', safe='')}@{where[2]}" if user else parts.netloc
    return urlunsplit(parts._replace(netloc=netloc, path=f"/{database}"))


def main() -> None:
    wanted = urlsplit(os.environ["CROSSWAY_SERVICE_DATABASE_URL"])
    provision_database(os.environ["CROSSWAY_DATABASE_URL"], wanted.path.lstrip("/"), unquote(wanted.password or ""))


if __name__ == "__main__":
    main()
