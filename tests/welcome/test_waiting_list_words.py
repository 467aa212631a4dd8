"""Words that wait in a browser: who gets the key to them, and when they may go."""

import re

import pytest

from ..private_links import WORD, send

NAME = "ab" * 32


def key(answer):
    return re.search(r'data-words-key="(\w*)"', answer.content.decode())[1]


def test_whoever_is_not_signed_in_gets_no_key(client, site):
    assert key(client.get("/introduce/")) == ""


def test_everybody_gets_a_key_of_their_own_and_the_same_again(client, priya, tomasz):
    client.force_login(priya)
    first = key(client.get("/today/"))
    client.logout()
    client.force_login(tomasz)
    other = key(client.get("/today/"))
    client.force_login(priya)

    assert len(first) == 64
    assert first != other
    assert key(client.get("/today/")) == first


def test_no_browser_keeps_a_page_with_a_key(client, priya):
    client.force_login(priya)
    assert client.get("/today/")["Cache-Control"] == "no-store"


def test_a_person_gets_a_key_behind_the_word_and_not_before(client, amina, priya):
    path = send(amina, priya)
    assert key(client.get(path)) == ""
    client.post(path, {"fact": WORD})
    inside = client.get(path)

    assert len(key(inside)) == 64
    assert inside["Cache-Control"] == "no-store"


def test_the_browser_is_told_when_its_words_were_taken(client, priya, amina):
    client.force_login(priya)
    said = {"words": "She came with a bag of letters.", "kept_as": NAME}

    answer = client.post(f"/people/{amina.pk}/team-words/", said)

    assert answer.status_code == 302
    assert answer.cookies["taken"].value == NAME


@pytest.mark.parametrize("words", ["", "She came."])
def test_and_not_when_they_were_not(client, priya, amina, words):
    if not words:
        client.force_login(priya)
    said = {"words": words, "kept_as": NAME}
    answer = client.post(f"/people/{amina.pk}/team-words/", said)

    assert answer.status_code in (200, 401)
    assert "taken" not in answer.cookies


def test_a_senseless_name_comes_back_to_nobody(client, priya, amina):
    client.force_login(priya)
    said = {"words": "She came.", "kept_as": "x; path=/; <script>"}

    answer = client.post(f"/people/{amina.pk}/team-words/", said)

    assert answer.status_code == 302
    assert "taken" not in answer.cookies
