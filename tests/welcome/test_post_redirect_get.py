"""Searches and previews answer with a redirect; what was typed is in no address."""

from datetime import timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db.models import F
from django.utils import timezone

from welcome.tasks import forget_ended_sessions

from .. import factories as make


@pytest.fixture
def desk(client, priya):
    client.force_login(priya)
    return client


def _looked(desk, path, said):
    answer = desk.post(path, said)
    assert answer.status_code == 302
    return answer.url


def _key(there):
    return there.partition("shown=")[2].partition("#")[0]


def _age(there, minutes):
    kept = Session.objects.filter(pk=_key(there))
    kept.update(expire_date=F("expire_date") - timedelta(minutes=minutes))


def test_a_search_can_be_opened_again_without_sending_it_again(desk, amina):
    there = _looked(desk, "/people/", {"q": "Amina Yusof"})

    assert "Amina" not in there
    assert "Yusof" not in there
    for _ in range(2):
        assert amina.reference in desk.get(there).content.decode()


def test_going_back_finds_the_search_before(desk, amina):
    first = _looked(desk, "/people/", {"q": "Amina"})
    second = _looked(desk, "/people/", {"q": "Callum"})

    assert amina.reference not in desk.get(second).content.decode()
    assert amina.reference in desk.get(first).content.decode()


def test_an_old_search_says_that_it_has_ended(desk, amina):
    there = _looked(desk, "/people/", {"q": "Amina Yusuf"})
    kept = Session.objects.get(pk=_key(there))
    assert timedelta(0) < kept.expire_date - timezone.now() <= timedelta(minutes=30)
    _age(there, minutes=30)

    page = desk.get(there).content.decode()
    assert "That search has ended" in page
    assert 'value="Amina' not in page


def test_another_user_cannot_open_a_search_by_its_key(desk, client, amina, team):
    there = _looked(desk, "/people/", {"q": "Amina Yusuf"})
    client.force_login(make.make_welcomer(team))

    assert "That search has ended" in client.get(there).content.decode()


@pytest.mark.parametrize("key", ["", "x", "²" * 32, "a" * 32, "a" * 5000])
def test_a_key_that_was_never_given_leads_to_an_ended_search(desk, key):
    assert "That search has ended" in desk.get(f"/people/?shown={key}").content.decode()


def test_the_key_of_somebodys_session_opens_no_search(desk):
    key = desk.cookies["session"].value
    assert "That search has ended" in desk.get(f"/people/?shown={key}").content.decode()


def test_the_key_of_a_search_is_nobodys_way_in(desk, client):
    there = _looked(desk, "/people/", {"q": "Amina Yusuf"})
    client.cookies["session"] = _key(there)
    assert client.get("/people/").status_code == 302


def test_a_request_that_began_before_does_not_undo_what_this_one_kept(desk, amina):
    """The session is saved whole: whoever read it earlier writes what it was."""
    late = SessionStore(desk.cookies["session"].value)
    late["seen"] = 1
    there = _looked(desk, "/people/", {"q": "Amina"})
    late.save()

    assert amina.reference in desk.get(there).content.decode()


def test_what_was_looked_for_is_deleted_once_it_is_over(desk):
    over = _looked(desk, "/people/", {"q": "Amina Yusuf"})
    fresh = _looked(desk, "/people/", {"q": "Callum"})
    _age(over, minutes=31)

    forget_ended_sessions()
    left = Session.objects.values_list("pk", flat=True)
    assert {_key(fresh), desk.cookies["session"].value} == set(left)


def test_people_who_may_be_the_same_are_shown_after_a_redirect(desk, amina):
    said = {"known_as": "Amina", "formal_name": "Amina Yusuf"}
    there = _looked(desk, "/people/start/", said)

    page = desk.get(there).content.decode()
    assert "Amina" not in there
    assert amina.reference in page or amina.postcode in page
    assert 'value="Amina Yusuf"' in page
