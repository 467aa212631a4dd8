"""The roles of the database: one owns and migrates, one works and owns nothing."""

from urllib.parse import quote, urlsplit, urlunsplit

import psycopg
from psycopg import sql

OWNER, APP, DATABASE = "livingwell_owner", "livingwell_app", "livingwell"
AWAY = (
    "The database in DATABASE_URL does not answer. Is it running, and are the role, "
    "password and name right?"
)
_MAY_NOT = (
    "The role in DATABASE_URL can’t create roles. Set DATABASE_OWNER_URL to a role "
    "that owns the tables, and DATABASE_URL to one that does not."
)


def make_ours(superuser: str, passwords: dict[str, str]) -> None:
    """In a server of our own: both roles, and the database of the first."""
    with psycopg.connect(superuser, autocommit=True) as server:
        _ensure(server, OWNER, passwords[OWNER], sql.SQL("CREATEDB"))
        _ensure(server, APP, passwords[APP])
        known = server.execute(
            "SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]
        ).fetchone()
        if not known:
            server.execute(f"CREATE DATABASE {DATABASE} OWNER {OWNER}")


def make_app(owner: str, role: str, password: str) -> str:
    """In a server of somebody else's: the role that works, as the owner sees fit.

    Returns the address for web and worker. Raises RuntimeError with a sentence.
    """
    try:
        with psycopg.connect(owner, connect_timeout=5, autocommit=True) as server:
            _ensure(server, role, password)
    except psycopg.errors.InsufficientPrivilege:
        raise RuntimeError(_MAY_NOT) from None
    except psycopg.OperationalError:
        raise RuntimeError(AWAY) from None
    parts = urlsplit(owner)
    place = parts.netloc.rpartition("@")[2]
    netloc = f"{quote(role)}:{quote(password, safe='')}@{place}"
    return urlunsplit(parts._replace(netloc=netloc))


def _ensure(
    server: psycopg.Connection, role: str, password: str, right: sql.SQL | None = None
) -> None:
    known = server.execute(
        "SELECT 1 FROM pg_roles WHERE rolname = %s", [role]
    ).fetchone()
    command = (
        "ALTER ROLE {} PASSWORD {} {}"
        if known
        else "CREATE ROLE {} LOGIN PASSWORD {} {}"
    )
    server.execute(
        sql.SQL(command).format(
            sql.Identifier(role), sql.Literal(password), right or sql.SQL("")
        )
    )
