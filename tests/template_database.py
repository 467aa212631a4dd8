"""The migrated database that each run's test database is a copy of.

Migrating takes half a minute, copying half a second. The copy is kept in the cluster
under var/, named after what the migrations say: a changed one migrates from scratch.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.conf import settings
from django.db import connections
from django.test.utils import setup_databases
from psycopg import sql

HERE = Path(__file__).resolve().parent.parent
PREFIX = "migrated_"


def make_test_database() -> list[tuple]:
    """What `teardown_databases` wants. Call in the role of the owner."""
    connection = connections["default"]
    name = connection.settings_dict["NAME"]
    made = f"test_{name}"
    with _server() as server:
        if not _is_there(server, _template()):
            return setup_databases(0, interactive=False, serialized_aliases=[])
        _copy(server, _template(), made)
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = made
    return [(connection, name, True)]


def keep() -> None:
    """Keep the test database as it is now for the next run, instead of older ones."""
    connections["default"].close()
    connections["default"].close_pool()
    with _server() as server:
        if _is_there(server, _template()):
            return
        for (old,) in server.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [PREFIX]
        ).fetchall():
            server.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(old)))
        _copy(server, connections["default"].settings_dict["NAME"], _template())


def _template() -> str:
    """Its name: a mark of every migration, and of the libraries that bring some."""
    files = sorted(HERE.glob("*/migrations/*.py"))
    mark = hashlib.sha256()
    for file in [*files, HERE / "requirements-dev.lock"]:
        mark.update(str(file.relative_to(HERE)).encode() + file.read_bytes())
    return PREFIX + mark.hexdigest()[:16]


@contextmanager
def _server() -> Iterator[psycopg.Connection]:
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as server:
        yield server


def _is_there(server: psycopg.Connection, name: str) -> bool:
    found = server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
    return found.fetchone() is not None


def _copy(server: psycopg.Connection, template: str, name: str) -> None:
    old, new = sql.Identifier(template), sql.Identifier(name)
    server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(new))
    server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(new, old))
