"""Told once: words from the form and the welcome call become part of the story."""

import re
import uuid

import pytest

from welcome import actions
from welcome.models import Passage, Person

from .. import factories as make
from ..reading_pages import text

SAID = "I can do the sums, and I am frightened of the post."


@pytest.fixture
def asked(team):
    return make.make_introduction(team, known_as="Ailsa", source="self", words=SAID)


@pytest.fixture
def listening(asked, priya, team):
    actions.log_call(
        asked, by=priya, once=uuid.uuid4(), reached=True, words="Mornings are best."
    )
    actions.log_call(
        asked, by=priya, once=uuid.uuid4(), reached=False, words="Engaged."
    )
    return actions.welcome(by=priya, team=team, known_as="Ailsa", introduction=asked)


@pytest.fixture
def desk(client, priya):
    client.force_login(priya)
    return client


def _boxes(page):
    found = re.findall(r'<textarea name="(said_\d)".*?>\s*(.*?)</textarea>', page, re.S)
    return dict(found)


def _finish(desk, listening, **more):
    said = {"read_back": "yes", "finish": "yes", **more}
    return desk.post(f"/conversations/{listening.pk}/", said)


def test_what_was_said_before_is_filled_in_with_where_and_when(desk, listening):
    page = text(desk.get(f"/conversations/{listening.pk}/"))

    assert _boxes(page) == {"said_1": SAID, "said_2": "Mornings are best."}
    assert re.search(r"Said on the public form, \d+ \w+", page)
    assert re.search(r"Said on a welcome call, \d+ \w+", page)


def test_finishing_makes_it_part_of_the_story_once(desk, listening, asked, priya):
    _finish(desk, listening, said_1=SAID, said_2="Mornings are best.")

    words = Passage.objects.filter(person=listening.person).order_by("said_at")
    assert [p.words for p in words] == [SAID, "Mornings are best."]
    first = words[0]
    assert (first.said_at, first.place) == (asked.made_at, "On the public form")
    assert first.byline.startswith("said on the public form, ")
    again = actions.begin(Person.objects.get(pk=listening.person_id), by=priya)
    assert "Already said" not in text(desk.get(f"/conversations/{again.pk}/"))


def test_an_emptied_box_is_left_out(desk, listening):
    _finish(desk, listening, said_1="", said_2="Mornings are best.")

    assert not Passage.objects.filter(words=SAID).exists()


def test_a_change_in_it_is_saved_as_it_is_typed(desk, listening):
    saved = {"box": "said_1", "words": "I can do the sums.", "version": "0"}
    answer = desk.post(f"/conversations/{listening.pk}/draft/", saved)
    assert answer.status_code == 200

    page = text(desk.get(f"/conversations/{listening.pk}/"))
    assert _boxes(page)["said_1"] == "I can do the sums."


def test_what_an_introducer_wrote_is_not_called_the_persons_words(desk, team, priya):
    gp = make.make_introduction(
        team, known_as="Bo", source="gp", words="Low for a year.",
        introducer_name="Dr Shah",
    )  # fmt: skip
    conversation = actions.welcome(by=priya, team=team, known_as="Bo", introduction=gp)
    page = text(desk.get(f"/conversations/{conversation.pk}/"))
    assert "Written on the form by Dr Shah" in page

    _finish(desk, conversation, said_1="Low for a year.")
    passage = Passage.objects.get(words="Low for a year.")
    assert passage.voice == "supporter"


def test_the_words_of_the_form_are_in_the_history(desk, listening):
    page = text(desk.get(f"/people/{listening.person_id}/trail/"))

    assert SAID in page
    assert "Mornings are best." in page


def test_adding_to_the_story_shows_what_is_there_beside_each_box(desk, amina, priya):
    again = actions.begin(amina, by=priya)
    page = text(desk.get(f"/conversations/{again.pk}/"))

    brought = page.partition("What brought you here today?")[0]
    assert "In the story already" in brought
    assert "The letters frighten me." in brought
    hard = page.partition("What is hard at the moment?")[0]
    assert "Four hours of sleep." in hard.partition("What is going well?")[2]
