"""Emptying the test database after a test whose rows other connections have seen.

Truncating makes new files for each table and each of its indexes, which takes a second
or more for ours. Deleting the few rows of one test takes none, as long as no trigger
and no foreign key looks at each of them. A server of our own lets the owner pass those
over; in somebody else's, where it may not, tables are truncated.
"""

import os

import psycopg
from psycopg import sql

from livingwell.database.roles import OWNER

#: Django's own books, filled by migrations and by nothing else.
_KEPT = ("django_content_type", "auth_permission", "django_migrations")
_MAY_PASS_OVER = (
    "SELECT has_parameter_privilege(current_user, 'session_replication_role', 'SET')"
)
#: Nothing else gives back the room of deleted rows: autovacuum is off for tests.
_LARGE = """
SELECT tablename FROM pg_tables
WHERE schemaname = 'public' AND tableowner = current_user
AND pg_relation_size(quote_ident(tablename)::regclass) > 4 * 1024 * 1024
"""


def let_the_owner_pass_over_triggers(superuser: str) -> None:
    with psycopg.connect(superuser, autocommit=True) as server:
        server.execute(f"GRANT SET ON PARAMETER session_replication_role TO {OWNER}")


def empty(name: str) -> None:
    """Every table of the database with this name, by its owner, at once or not at all.

    Keys of new rows count on from those that were there.
    """
    owner = os.environ["DATABASE_OWNER_URL"]
    with psycopg.connect(owner, dbname=name) as database:
        command = "TRUNCATE {} CASCADE"
        if database.execute(_MAY_PASS_OVER).fetchone() == (True,):
            database.execute("SET LOCAL session_replication_role = replica")
            command = "DELETE FROM {}"
        for table in _filled(database):
            database.execute(sql.SQL(command).format(sql.Identifier(table)))
    with psycopg.connect(owner, dbname=name, autocommit=True) as database:
        for (table,) in database.execute(_LARGE).fetchall():
            database.execute(sql.SQL("VACUUM {}").format(sql.Identifier(table)))


def _filled(database: psycopg.Connection) -> list[str]:
    """Those with a row: emptying a hundred empty tables would take longest of all."""
    rows = database.execute(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    )
    asked = [
        sql.SQL("SELECT {} WHERE EXISTS (SELECT FROM {})").format(
            sql.Literal(name), sql.Identifier(name)
        )
        for (name,) in rows
        if name not in _KEPT
    ]
    found = database.execute(sql.SQL(" UNION ALL ").join(asked))
    return [name for (name,) in found]
