"""When a part is away, or somebody presses twice: nothing lost, nothing twice."""

import time
import uuid
from pathlib import Path

import pytest
from django.core import signing
from django.db import OperationalError, transaction
from django.test import Client

from welcome.models import Introduction, Person
from welcome.nudges import nudge

from .. import factories as make
from ..reading_pages import text

HOUSE = Path(__file__).resolve().parents[2]


@pytest.fixture
def dead_broker(monkeypatch):
    """The tasks that were to be sent, none of which could be."""
    asked = []

    def dead(task, args):
        asked.append((task, args))
        raise OSError("no broker")

    monkeypatch.setattr("celery.current_app.send_task", dead)
    return asked


@pytest.mark.django_db(transaction=True)
def test_with_the_broker_dead_nothing_that_is_nudged_breaks(dead_broker):
    with transaction.atomic():
        nudge("welcome.tasks.deliver_outbox")
        nudge("welcome.importing.tasks.carry_import", "of which list")
        assert not dead_broker, "nothing is committed yet"

    assert [args for _, args in dead_broker] == [(), ("of which list",)]


def test_what_waits_for_a_commit_does_so_in_one_place():
    waits = [
        path.name
        for app in ("welcome", "referrals", "storybooks", "livingwell")
        for path in (HOUSE / app).rglob("*.py")
        if "on_commit" in path.read_text()
    ]
    assert waits == ["nudges.py"]


@pytest.mark.django_db(transaction=True)
def test_with_the_broker_dead_the_front_door_still_answers(dead_broker):
    team = make.make_team()
    began = signing.dumps(int(time.time()) - 60, salt="front door")
    asked = {"known_as": "Ruth", "reach": "07700 900418", "began": began}
    answer = Client().post(
        f"/at/{team.site.slug}/", asked | {"once": str(uuid.uuid4())}
    )

    assert answer.status_code == 302
    assert Introduction.objects.count() == 1
    assert dead_broker


def test_when_the_session_cannot_be_read_the_words_come_back(
    client, priya, monkeypatch
):
    client.force_login(priya)

    def away(*args, **kwargs):
        raise OperationalError("the server closed the connection")

    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", away)
    client.raise_request_exception = False
    typed = {"known_as": "Words that must not be lost"}
    answer = client.post("/people/start/", typed)

    assert answer.status_code == 503
    assert "Words that must not be lost" in text(answer)


def test_the_admin_pages_open_by_our_own_sign_in_alone(client, db):
    answer = client.get("/admin/login/")

    assert answer.status_code == 302
    assert answer.url.startswith("/accounts/login/")


def test_a_password_is_never_shown_again(client, priya):
    client.force_login(priya)
    secret = Client(enforce_csrf_checks=True)
    secret.force_login(priya)
    answer = secret.post(
        "/accounts/password/change/",
        {"oldpassword": "kettle-one", "password1": "kettle-two"},
        HTTP_ORIGIN="http://testserver",
    )

    assert answer.status_code == 403
    assert "kettle" not in text(answer)


def test_pages_of_somebody_signed_in_are_not_kept(client, priya):
    client.force_login(priya)

    assert client.get("/today/")["Cache-Control"] == "no-store"


def test_a_button_pressed_twice_begins_one_record(client, priya):
    client.force_login(priya)
    for _ in range(2):
        client.post("/people/start/", {"known_as": "Callum", "somebody_else": "yes"})

    assert Person.objects.filter(known_as="Callum").count() == 1


def test_the_same_form_put_right_holds_what_was_said_last(client, team):
    began = signing.dumps(int(time.time()) - 60, salt="front door")
    asked = {"known_as": "Ruth", "began": began, "once": str(uuid.uuid4())}
    at = f"/at/{team.site.slug}/"
    client.post(at, asked | {"reach": "07700 900001"})
    client.post(at, asked | {"reach": "07700 900002"})

    assert Introduction.objects.get().phone == "07700 900002"


@pytest.mark.parametrize("address", ["/?after=%00", "/people/?q=%00", "/admin/?x=%00"])
def test_an_address_that_no_database_can_hold_is_refused(client, db, address):
    assert client.get(address).status_code == 400


def test_a_file_that_nobody_asked_for_is_refused(client, db):
    body = b"x" * 2_500_000
    answer = client.generic("POST", "/", body, content_type="multipart/form-data")

    assert answer.status_code == 413
