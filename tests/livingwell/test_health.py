"""/healthz and /readyz answer quickly and truly, whatever is down or hangs."""

import socket
import time

import pytest
import redis
from django.conf import settings as real

from livingwell import health
from welcome.models import Message

from .. import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def beating():
    valkey = redis.Redis.from_url(real.REDIS_URL)
    valkey.set("livingwell:heartbeat", time.time())
    yield valkey
    valkey.delete("livingwell:heartbeat")
    valkey.close()


@pytest.fixture
def hanging():
    """A server that takes every call and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture
def test_database(monkeypatch):
    """/readyz asks by settings, which do not know the name of the test database."""
    from django.db import connection

    facts = real.DATABASES["default"] | {"NAME": connection.settings_dict["NAME"]}
    monkeypatch.setitem(real.DATABASES, "default", facts)


def ready(client):
    began = time.monotonic()
    response = client.get("/readyz")
    assert time.monotonic() - began < 10, "it waited for what is away"
    return response.status_code, response.json()


def test_the_process_is_up(client):
    response = client.get("/healthz")

    assert response.status_code == 200
    assert response.json() == {"ok": True}


def test_it_is_ready_when_every_part_is(client, beating, test_database):
    status, parts = ready(client)

    assert status == 200
    assert parts["database"] == parts["broker"] == "up"
    assert parts["worker_seconds"] < 5
    assert parts["outbox_seconds"] == 0


@pytest.mark.parametrize("beat", [None, 1, "long ago"])
def test_it_is_not_ready_without_a_worker(client, beating, test_database, beat):
    beating.delete("livingwell:heartbeat")
    if beat:
        beating.set("livingwell:heartbeat", beat)

    status, parts = ready(client)

    assert status == 503
    assert parts["ok"] is False


def test_it_is_not_ready_without_a_database(client, beating, monkeypatch):
    monkeypatch.setattr(health, "_dsn", lambda: "host=127.0.0.1 port=1 dbname=none")

    status, parts = ready(client)

    assert (status, parts["database"], parts["broker"]) == (503, "down", "up")


def test_a_database_that_hangs_does_not_make_it_hang(
    client, beating, hanging, monkeypatch
):
    address = f"host=127.0.0.1 port={hanging} dbname=none"
    monkeypatch.setattr(health, "_dsn", lambda: address)

    status, parts = ready(client)

    assert (status, parts["database"], parts["broker"]) == (503, "down", "up")


def test_a_broker_that_hangs_does_not_make_it_hang(
    client, hanging, test_database, settings
):
    settings.REDIS_URL = f"redis://127.0.0.1:{hanging}/0"

    status, parts = ready(client)

    assert (status, parts["database"], parts["broker"]) == (503, "up", "down")


@pytest.mark.django_db(transaction=True)
def test_it_says_how_long_the_outbox_has_waited(client, beating, test_database):
    from datetime import timedelta

    from django.utils import timezone

    from welcome.audit import trail

    worker = make.make_user()
    person = make.make_person()
    event = trail.record("person.welcomed", about=person, person=person, by=worker)
    Message.objects.create(
        event=event,
        to="harbour@example.org",
        template="introduction_made",
        due_at=timezone.now() - timedelta(minutes=6),
    )

    status, parts = ready(client)

    assert status == 503
    assert 355 < parts["outbox_seconds"] < 370
    assert "harbour" not in str(parts)
