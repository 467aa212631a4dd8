"""The servers from wheels: they come back after anything, and go when we go."""

import os
import signal
import time

import psycopg
import pytest

from livingwell.database import roles
from livingwell.processes import embedded_servers, local_secrets
from livingwell.processes.supervised import GaveUp, stop_all

pytestmark = pytest.mark.slow


class Server:
    """A PostgreSQL of its own, in a folder with a blank in its name."""

    def __init__(self, folder):
        self.folder = folder / "with a blank"
        self.folder.mkdir()
        self.secret = local_secrets.kept(
            self.folder, "postgres", roles.OWNER, roles.APP
        )

    def start(self):
        self.part, self.urls = embedded_servers.start_postgres(
            self.folder / "postgres", self.secret, self.folder / "log"
        )
        embedded_servers.wait_for_postgres(
            self.part, self.urls["superuser"], self.secret
        )

    def run(self, role, *commands):
        with psycopg.connect(self.urls.get(role, role), autocommit=True) as database:
            for command in commands:
                answer = database.execute(command)
        return answer.fetchone()[0] if answer.description else None


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    made = Server(tmp_path_factory.mktemp("embedded"))
    made.start()
    yield made
    stop_all([made.part])


def test_the_owner_makes_extensions_and_the_app_reads_nothing_unasked(server):
    for extension in ("pg_trgm", "unaccent", "btree_gist"):
        server.run("owner", f"CREATE EXTENSION {extension}")
    server.run("owner", "CREATE TABLE kept ()")

    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        server.run("app", "SELECT * FROM kept")


def test_secrets_are_for_our_eyes_only(server):
    assert (server.folder / "secrets.json").stat().st_mode & 0o777 == 0o600
    assert (server.folder / "postgres").stat().st_mode & 0o777 == 0o700
    assert not (server.folder / "postgres-password").exists()


def test_killed_it_is_started_again_where_it_was(server):
    server.run("owner", "CREATE TABLE IF NOT EXISTS before_the_kill ()")
    server.part.process.kill()
    server.part.process.wait()

    assert server.part.keep_alive()
    embedded_servers.wait_for_postgres(
        server.part, server.urls["superuser"], server.secret
    )

    assert server.run("owner", "SELECT to_regclass('before_the_kill')::text")


def test_the_note_of_a_dead_server_does_not_stop_the_next(server):
    note = server.folder / "postgres" / "postmaster.pid"
    server.part.process.kill()
    server.part.process.wait()
    lines = note.read_text().splitlines()
    note.write_text("\n".join([str(os.getppid()), *lines[1:]]) + "\n")

    server.start()

    assert server.run("app", "SELECT current_user::text") == roles.APP


def test_another_servers_owner_lets_us_make_the_role_that_works(server):
    server.run("superuser", "CREATE ROLE hospital LOGIN CREATEROLE PASSWORD 'x'")
    place = server.urls["owner"].partition("@")[2]
    owner = f"postgres://hospital:x@{place}"

    for password in ("first/@:?", "second"):  # the second start does it again
        url = roles.make_app(owner, "another_app", password)

    assert server.run(url, "SELECT current_user::text") == "another_app"


def test_an_owner_that_may_not_make_roles_is_told_what_to_set(server):
    with pytest.raises(RuntimeError, match="Set DATABASE_OWNER_URL"):
        roles.make_app(server.urls["app"], "another", "x")


def test_a_database_that_is_away_is_said_in_a_sentence():
    with pytest.raises(RuntimeError, match="does not answer"):
        roles.make_app("postgres://a:b@127.0.0.1:1/c", "another", "x")


def test_a_part_that_dies_again_and_again_is_given_up_with_its_last_words(tmp_path):
    from livingwell.processes.supervised import Part

    part = Part(
        "bell", ["sh", "-c", "echo no clapper"], dict(os.environ), tmp_path / "l"
    )
    part.start()
    began = time.monotonic()

    with pytest.raises(GaveUp, match="(?s)The bell has ended 5 times.*no clapper"):
        while time.monotonic() - began < 30:
            part.keep_alive()
            time.sleep(0.05)


def test_a_part_with_a_wrong_variable_is_not_tried_again(tmp_path):
    from livingwell.processes.supervised import Part

    words = "livingwell.environment.Wrong: Set REDIS_URL: it is needed."
    part = Part("bell", ["echo", words], dict(os.environ), tmp_path / "log")
    part.start()
    part.process.wait()

    with pytest.raises(GaveUp, match="^Set REDIS_URL: it is needed.$"):
        part.keep_alive()


def test_a_part_that_will_not_listen_is_ended(tmp_path):
    from livingwell.processes.supervised import Part

    deaf = "trap '' TERM; echo up; while :; do sleep 0.1; done"
    part = Part("deaf", ["sh", "-c", deaf], dict(os.environ), tmp_path / "log")
    part.start()
    while not part.last_words():
        time.sleep(0.02)

    stop_all([part], grace=0.3)

    assert part.process.returncode == -signal.SIGKILL
