"""The real PostgreSQL and Valkey of every test, and the role in which tests run.

The database is made by its owner; then the tests work as the role of web and worker,
which may not rewrite the trail. Only emptying tables after a transactional test is
done by the owner again, on a connection of its own.
"""

import io
import os
from importlib import import_module

import psycopg
import pytest
import redis
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.test import TransactionTestCase, override_settings
from django.test.utils import teardown_databases

from . import early, emptying, template_database
from .pure_tests import is_pure


def _as_role(url_of: str) -> None:
    """Let Django's connection be of this role from now on."""
    facts = settings.DATABASES["default"]
    given = psycopg.conninfo.conninfo_to_dict(os.environ[url_of])
    connection = connections["default"]
    connection.close()
    if hasattr(connection, "close_pool"):
        connection.close_pool()
    for settings_dict in (connection.settings_dict, facts):
        settings_dict["USER"] = given["user"]
        settings_dict["PASSWORD"] = given.get("password", "")


@pytest.fixture(scope="session", autouse=True)
def static_files():
    """Collected as a run does it, so that a missing file is found here."""
    call_command("collectstatic", interactive=False, verbosity=0)


#: What is slow for a reason that no test is about: hashes that keep guessers out; and
#: looking through eight hundred static files, which each new test client would do.
QUICK = {
    "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
    "WHITENOISE_AUTOREFRESH": True,
}


@pytest.fixture(scope="session", autouse=True)
def quick_settings():
    with override_settings(**QUICK):
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    """The test database, made and migrated by the owner, used by the app's role."""
    if early.PURE:
        pytest.fail("This test needs the database: name the fixture `db` in it.")
    app = psycopg.conninfo.conninfo_to_dict(os.environ["DATABASE_URL"])["user"]
    with django_db_blocker.unblock():
        _as_role("DATABASE_OWNER_URL")
        made = template_database.make_test_database()
        if early.IS_OUR_OWN:
            template_database.keep()
        call_command("grant_rights", app, stdout=io.StringIO())
        _as_role("DATABASE_URL")
        TransactionTestCase._fixture_teardown = _empty_as_owner
    yield
    with django_db_blocker.unblock():
        _end_sessions(connections["default"].settings_dict["NAME"])
        _as_role("DATABASE_OWNER_URL")
        teardown_databases(made, verbosity=0)


def _end_sessions(name):
    """What a live server or a thread has left open in the test database."""
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as database:
        database.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = %s AND usename = current_user AND pid <> pg_backend_pid()",
            [name],
        )


@pytest.fixture(scope="session")
def valkey():
    """The broker and cache of the tests, asked directly."""
    with redis.Redis.from_url(settings.REDIS_URL) as server:
        yield server


@pytest.fixture(autouse=True)
def nobody_has_knocked_yet(request):
    """The cache and the counts of requests start empty; a pure test has neither."""
    if not is_pure(request.node):
        request.getfixturevalue("valkey").flushdb()


def _empty_as_owner(self):
    """What Django's flush does, by the owner; then the hands of the house are back."""
    hands = import_module("welcome.migrations.0004_hands_of_the_house")
    emptying.empty(connections["default"].settings_dict["NAME"])
    hands.make(apps, None)


__all__ = [
    "django_db_setup",
    "nobody_has_knocked_yet",
    "quick_settings",
    "static_files",
    "valkey",
]
