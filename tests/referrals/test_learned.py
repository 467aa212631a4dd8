"""What partners learn comes back: their notes and farewells join the one story."""

import re

import pytest

from referrals import actions
from referrals.models import Learned, Retold
from welcome.models import Passage
from welcome.refusals import Refused

from .. import factories as make
from ..reading_pages import text

WORDS = "She opens letters on Tuesdays now, with the radio on."


@pytest.fixture
def helping(sent, omar):
    actions.accept(sent, seen=make.seen(sent), by=omar)
    actions.begin_helping(sent, seen=make.seen(sent), by=omar)
    return sent


def test_a_note_with_the_persons_yes_is_part_of_the_story(
    client, helping, omar, priya, amina
):
    client.force_login(omar)
    said = {"note-words": WORDS, "note-joins_story": "on"}
    client.post(f"/referrals/{helping.pk}/note/", said)

    passage = Passage.objects.get(words=WORDS)
    assert (passage.prompt, passage.voice) == ("learned", "partner")
    assert passage.byline.startswith("by Omar Aziz")
    assert "(Harbour Money Advice)" in passage.byline
    client.force_login(priya)
    page = text(client.get(f"/people/{amina.pk}/"))
    assert "What we learned" in page
    assert WORDS in page


def test_a_note_without_a_yes_stays_with_the_referral(client, helping, omar):
    client.force_login(omar)
    client.post(f"/referrals/{helping.pk}/note/", {"note-words": WORDS})

    assert helping.notes.get().words == WORDS
    assert not Passage.objects.filter(words=WORDS).exists()


def test_the_team_can_ask_later_and_it_joins_once(client, helping, omar, priya):
    note = actions.add_note(helping, by=omar, words=WORDS)
    client.force_login(priya)
    at = f"/referrals/{helping.pk}/"
    assert "agrees: add to" in text(client.get(at))
    for _ in "12":
        client.post(f"{at}learn/", {"note": str(note.pk)})

    assert Passage.objects.filter(words=WORDS).count() == 1
    assert Learned.objects.get().asked_by == priya
    assert "agrees: add to" not in text(client.get(at))


def test_a_farewell_joins_the_story_too(client, helping, omar, priya):
    said = {"how": "better", "words": WORDS, "told_again": Retold.NO}
    actions.say_farewell(helping, seen=make.seen(helping), by=omar, **said)
    client.force_login(priya)
    client.post(f"/referrals/{helping.pk}/learn/")

    passage = Passage.objects.get(words=WORDS)
    assert passage.heard_by == omar


def test_the_partners_own_tick_at_the_farewell_is_enough(helping, omar):
    actions.say_farewell(
        helping, seen=make.seen(helping), by=omar, how="better", words=WORDS,
        told_again=Retold.NO, joins_story=True,
    )  # fmt: skip
    assert Passage.objects.filter(words=WORDS, prompt="learned").exists()


def test_the_next_partner_reads_it_only_if_it_was_agreed(
    client, helping, omar, priya, amina
):
    actions.add_note(helping, by=omar, words=WORDS, joins_story=True)
    client.force_login(priya)
    page = text(client.get(f"/people/{amina.pk}/send-on/"))
    assert re.search(r'name="agreed-passages"[^>]*>', page)
    assert WORDS in page
    client.force_login(omar)
    story = text(client.get(f"/referrals/{helping.pk}/")).partition('id="goes"')[0]
    assert "The letters frighten me." in story
    assert WORDS not in story
    assert not helping.agreement.passages.filter(words=WORDS).exists()


def test_a_stranger_cannot_add_to_the_story(client, helping, omar, stranger, tomasz):
    note = actions.add_note(helping, by=omar, words=WORDS)
    with pytest.raises(Refused):
        actions.learn(note, by=stranger)
    for user in (stranger, tomasz):
        client.force_login(user)
        said = {"note": str(note.pk)}
        answer = client.post(f"/referrals/{helping.pk}/learn/", said)
        assert answer.status_code in (403, 404)


@pytest.mark.parametrize("note", ["", "x", "6a1f1a53-5d3a-4f9b-9d38-0d5b0e6fb001"])
def test_a_note_that_is_none_is_not_found(client, helping, priya, note):
    client.force_login(priya)
    answer = client.post(f"/referrals/{helping.pk}/learn/", {"note": note})
    assert answer.status_code == 404


@pytest.mark.parametrize("ticked", [True, False])
def test_an_answer_is_read_back_only_if_someone_ticked_that(
    client, sent, omar, priya, ticked
):
    question = actions.ask(sent, by=omar, words="Which letters are the worst?")
    client.force_login(priya)
    said = {"answer-words": "The council’s.", "answer-joins_story": "yes"}
    if ticked:
        said["answer-read_back"] = "on"
    client.post(f"/referrals/{sent.pk}/answer/{question.pk}/", said)

    passage = Passage.objects.get(prompt="asked")
    assert bool(passage.read_back_at) is ticked
    assert ("Read back and agreed" in passage.byline) is ticked
