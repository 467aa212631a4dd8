"""Searches and previews answer with a redirect; what was typed is in no address."""

import time

import pytest

from .. import factories as make


@pytest.fixture
def desk(client, priya):
    client.force_login(priya)
    return client


def _looked(desk, path, said):
    answer = desk.post(path, said)
    assert answer.status_code == 302
    return answer.url


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


def test_an_old_search_says_that_it_has_ended(desk, amina, monkeypatch):
    there = _looked(desk, "/people/", {"q": "Amina Yusuf"})
    later = time.time() + 31 * 60
    monkeypatch.setattr(time, "time", lambda: later)

    page = desk.get(there).content.decode()
    assert "That search has ended" in page
    assert 'value="Amina' not in page


def test_another_user_cannot_open_a_search_by_its_key(desk, client, amina, team):
    there = _looked(desk, "/people/", {"q": "Amina Yusuf"})
    client.force_login(make.make_welcomer(team))

    assert "That search has ended" in client.get(there).content.decode()


def test_people_who_may_be_the_same_are_shown_after_a_redirect(desk, amina):
    said = {"known_as": "Amina", "formal_name": "Amina Yusuf"}
    there = _looked(desk, "/people/start/", said)

    page = desk.get(there).content.decode()
    assert "Amina" not in there
    assert amina.reference in page or amina.postcode in page
    assert 'value="Amina Yusuf"' in page
