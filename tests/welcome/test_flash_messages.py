"""Messages after something was done: in the session, shown to whoever did it, once."""

import time
import uuid

import pytest
from django.contrib.sessions.models import Session
from django.core import signing
from django.utils import timezone

from welcome.tasks import forget_ended_sessions

from .. import factories as make
from ..private_links import WORD, send
from ..reading_pages import text

SAVED = "Hope closed."


@pytest.fixture
def close_a_hope(client, amina, priya):
    """Her own page, on which she presses: a message is waiting then."""
    path, hope = send(amina, priya), make.make_hope(amina, priya, 3)
    client.post(path, {"fact": WORD})
    why = {f"down-{hope.pk}-why": "come_true"}
    client.post(f"{path}hopes/{hope.pk}/lay-down/", why)
    return path


def test_on_her_own_page_it_is_shown_once(client, close_a_hope):
    assert SAVED in text(client.get(f"{close_a_hope}hopes/"))
    assert SAVED not in text(client.get(f"{close_a_hope}hopes/"))


def test_on_a_shared_phone_it_is_not_shown_after_closing_the_page(client, close_a_hope):
    client.post(f"{close_a_hope}leave/")
    assert SAVED not in text(client.get("/"))


def test_one_that_nobody_read_is_deleted_with_its_session(client, close_a_hope):
    Session.objects.update(expire_date=timezone.now())
    forget_ended_sessions()
    assert not Session.objects.exists()


def test_a_session_that_goes_on_keeps_its_message(client, close_a_hope):
    forget_ended_sessions()
    assert SAVED in text(client.get(f"{close_a_hope}hopes/"))


def test_the_public_form_says_what_became_of_a_second_text(client, team, site):
    opened = int(time.time()) - 60
    said = {
        "words": "The first.", "known_as": "Ruth", "reach": "07700 900123",
        "once": uuid.uuid4(), "began": signing.dumps(opened, salt="front door"),
    }  # fmt: skip
    client.post(f"/at/{site.slug}/", said)
    assert not Session.objects.exists()
    answer = client.post(f"/at/{site.slug}/", said | {"words": "Another."}, follow=True)
    assert "We’ve kept all of them" in text(answer)
    assert "We’ve kept all of them" not in text(client.get("/"))


def test_a_message_given_after_signing_out_is_shown(client, priya):
    client.force_login(priya)
    answer = client.post("/accounts/logout/", follow=True)
    assert "You’ve signed out." in text(answer)
    assert "You’ve signed out." not in text(client.get("/"))


def test_what_one_worker_was_told_is_not_told_the_next(client, priya, ruth, amina):
    client.force_login(priya)
    said = {"people": [str(amina.pk)], "what": "huddle", "why": "Letters."}
    client.post("/caseload/", said)
    client.post("/accounts/logout/")
    client.force_login(ruth)
    assert "The team will talk about" not in text(client.get("/caseload/"))
