"""Every test works as web and worker do: in a role that owns nothing."""

import pytest
from django.conf import settings
from django.db import ProgrammingError, connection, transaction

from livingwell.database import rights, roles

pytestmark = pytest.mark.django_db


def ask(question):
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0]


def test_tests_run_in_the_role_of_the_web():
    assert rights.current_role() == roles.APP


def test_that_role_is_nobody_special():
    row = f"FROM pg_roles WHERE rolname = '{roles.APP}'"
    assert not ask(f"SELECT rolsuper OR rolcreaterole OR rolcreatedb {row}")
    assert not ask(f"SELECT rolbypassrls OR rolreplication {row}")


def test_that_role_owns_no_table():
    assert not ask("SELECT count(*) FROM pg_tables WHERE tableowner = current_user")


def test_the_trail_has_tables():
    kept = ["welcome_event", "welcome_look", "welcome_safeguardingnote"]
    assert kept == settings.APPEND_ONLY_TABLES


@pytest.mark.parametrize("table", settings.APPEND_ONLY_TABLES)
@pytest.mark.parametrize("verb", ["UPDATE", "DELETE", "TRUNCATE"])
def test_the_trail_cannot_be_rewritten(table, verb):
    command = {
        "UPDATE": f"UPDATE {table} SET id = id",
        "DELETE": f"DELETE FROM {table}",
        "TRUNCATE": f"TRUNCATE {table} CASCADE",
    }[verb]
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
    ):
        ask(command)


@pytest.mark.parametrize("table", settings.APPEND_ONLY_TABLES)
def test_the_trail_can_be_added_to(table):
    assert ask(f"SELECT has_table_privilege('{table}', 'INSERT')")


@pytest.mark.parametrize(
    "command",
    [
        "TRUNCATE welcome_person CASCADE",
        "DROP TABLE welcome_person",
        "CREATE TABLE x()",
    ],
)
def test_no_table_can_be_emptied_dropped_or_made(command):
    with pytest.raises(ProgrammingError), transaction.atomic():
        ask(command)
