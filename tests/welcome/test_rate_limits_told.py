"""Whoever has to wait is told for how long and whom to ring; a link is one door."""

import uuid

import pytest
from django.test import Client

from welcome.actions import private_links
from welcome.models import FailedTry

from .guessing import WORD, guess, is_inside, sign_in


@pytest.fixture
def path(amina, priya):
    return private_links.send_door(
        amina, by=priya, way="hand", once=uuid.uuid4(), question="", fact=WORD
    )


def test_whoever_has_to_wait_is_told_by_the_status_and_whom_to_ring(said, site):
    site.phone, site.phone_hours = "0131 496 0100", "nine to five"
    site.save()
    stranger = guess(said, 6)
    answer = sign_in(stranger, said, "198.51.100.7")

    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 20
    assert 'href="tel:01314960100"' in answer.content.decode()
    assert said["login"] in answer.content.decode()


def test_at_a_private_link_too_and_a_link_that_never_was_looks_the_same(path, site):
    site.phone = "0131 496 0100"
    site.save()
    pages = []
    for address in (path, "/my-story/nobody/"):
        for _ in range(5):
            Client().post(address, {"fact": "guess"})
        answer = Client().post(address, {"fact": "the word I typed"})
        assert (answer.status_code, bool(answer["Retry-After"])) == (429, True)
        assert "the word I typed" in answer.content.decode()
        pages.append('href="tel:01314960100"' in answer.content.decode())
        FailedTry.objects.all().delete()

    assert pages == [True, True]


def test_a_link_typed_in_other_letters_is_the_same_door(amina, priya):
    path = private_links.send_door(
        amina, by=priya, way="hand", once=uuid.uuid4(), question="", fact=WORD
    )
    token = path.split("/")[2]
    for typed in (token, token.lower(), token.replace("-", ""), token.lower(), token):
        Client().post(path.replace(token, typed), {"fact": "guess"})
    answer = Client().post(path.replace(token, token.lower()), {"fact": WORD})

    assert answer.status_code == 429


def test_five_wrong_words_of_strangers_do_not_make_the_owner_wait(path):
    for _ in range(5):
        Client().post(path, {"fact": "guess"}, REMOTE_ADDR="198.51.100.7")
    phone = Client()
    phone.post(path, {"fact": WORD})

    assert is_inside(phone, path)
