"""Hopes at the person's own door: named, rated and laid down in their own hand."""

import uuid

import pytest

from welcome.actions import private_links
from welcome.models import Event

from .. import factories as make

WORD = "Copper teapot"


@pytest.fixture
def path(amina, priya):
    given = {"way": "hand", "once": uuid.uuid4(), "question": "", "fact": WORD}
    return private_links.send_door(amina, by=priya, **given)


@pytest.fixture
def phone(client, path):
    client.post(path, {"fact": WORD})
    return client


@pytest.fixture
def hope(amina, priya):
    return make.make_hope(amina, priya, 2, words="To sleep till the alarm.")


def rating(hope, **said):
    prefix = f"rate-{hope.pk}"
    return {f"{prefix}-{k}": v for k, v in {"once": uuid.uuid4(), **said}.items()}


def test_she_rates_her_own_hope(phone, path, hope):
    answer = phone.post(f"{path}hopes/{hope.pk}/rate/", rating(hope, score=6))
    assert answer.status_code == 302
    latest = hope.ratings.latest("at")
    assert (latest.score, latest.by.is_the_person, latest.voice) == (6, True, "person")
    page = phone.get(f"{path}hopes/").content.decode()
    assert "2 today, 6 today." in page and "Reliably better" in page


def test_she_names_one_and_lays_it_down(phone, path, amina):
    said = {"once": uuid.uuid4(), "words": "To dance at the wedding."}
    for _ in range(2):  # pressed twice
        phone.post(f"{path}hopes/", said)
    hope = amina.hopes.get()
    phone.post(f"{path}hopes/{hope.pk}/lay-down/", {f"down-{hope.pk}-why": "come_true"})
    hope.refresh_from_db()
    assert (hope.laid_down_why, hope.laid_down_by.is_the_person) == ("come_true", True)
    assert "It came true" in phone.get(f"{path}hopes/").content.decode()
    assert Event.objects.filter(what="hope.named").count() == 1


def test_without_a_number_her_words_stay_on_the_page(phone, path, hope):
    answer = phone.post(f"{path}hopes/{hope.pk}/rate/", rating(hope, words="Tuesdays."))
    page = answer.content.decode()
    assert "Choose a number from 0 to 10" in page and 'value="Tuesdays."' in page


def test_nobody_elses_hope_opens_behind_her_door(phone, path, priya, team):
    other = make.make_hope(make.make_person(team=team), priya, 1)
    answer = phone.post(f"{path}hopes/{other.pk}/rate/", rating(other, score=9))
    assert answer.status_code == 404
    assert other.ratings.count() == 1


def test_without_the_word_nothing_is_rated(client, path, hope):
    answer = client.post(f"{path}hopes/{hope.pk}/rate/", rating(hope, score=9))
    assert "sleep till the alarm" not in answer.content.decode()
    assert hope.ratings.count() == 1


def test_her_copy_on_paper_has_her_hopes(phone, path, hope):
    page = phone.get(f"{path}copy/").content.decode()
    assert "What I hope for" in page and "To sleep till the alarm." in page
