"""The contact log: calls, texts, visits and letters, in two lines and one press."""

import uuid

import pytest
from django.db import IntegrityError, transaction

from welcome.models import Contact, ContactWish, Event, Passage

from ..reading_pages import text


@pytest.fixture
def desk(client, priya):
    client.force_login(priya)
    return client


@pytest.fixture
def at(amina):
    return f"/people/{amina.pk}/contacts/"


def note(**more):
    said = {"kind": "call", "direction": "in", "outcome": "spoke", "words": "All well."}
    return said | {"once": str(uuid.uuid4())} | more


@pytest.fixture
def no_calls(amina):
    wish, _ = ContactWish.objects.update_or_create(
        person=amina, defaults={"phone": "07700 900418", "may_text": True}
    )
    return wish


def test_a_quick_note_is_in_the_log_and_in_the_history(desk, amina, at, priya):
    answer = desk.post(at, note(minutes="12"))
    assert answer.url == at

    contact = Contact.objects.get()
    assert (contact.person, contact.by, contact.minutes) == (amina, priya, 12)
    assert contact.reached
    page = text(desk.get(at))
    assert "Call from them, 12 minutes: we were in touch" in page
    assert "All well." in page
    event = Event.objects.get(what="contact.logged")
    assert event.detail == {"kind": "call", "direction": "in", "outcome": "spoke"}
    assert "All well." not in str(event.detail)
    assert "A contact was logged" in text(desk.get(f"/people/{amina.pk}/trail/"))


def test_their_own_words_join_the_story_with_where_and_when(desk, amina, at):
    desk.post(at, note(kind="text", words="The flat is cold again.", theirs="on"))

    passage = Passage.objects.get(words="The flat is cold again.")
    assert (passage.prompt, passage.place) == ("added", "Text")
    assert "(Text)" in passage.byline


def test_a_note_to_the_team_does_not_join_the_story(desk, at):
    desk.post(at, note(words="Rang the landlord."))

    assert not Passage.objects.filter(words="Rang the landlord.").exists()


@pytest.mark.parametrize(
    "said, why",
    [
        ({"kind": "call"}, "has not said that we may call"),
        ({"kind": "email", "outcome": "sent"}, "has not said that we may e-mail"),
        ({"kind": "letter", "outcome": "sent"}, "has not said that we may write"),
        (
            {"kind": "message", "outcome": "voicemail"},
            "has not said that we may leave a message",
        ),
    ],
)
def test_a_way_that_is_not_safe_asks_why(desk, at, no_calls, said, why):
    page = text(desk.post(at, note(direction="out", words="", **said)))

    assert why in page
    assert not Contact.objects.exists()
    desk.post(at, note(direction="out", words="Ambulance asked us to.", **said))
    assert Contact.objects.count() == 1


def test_a_way_that_is_safe_asks_nothing(desk, at, no_calls):
    desk.post(at, note(direction="out", kind="text", outcome="sent", words=""))
    assert Contact.objects.count() == 1


def test_the_database_keeps_reached_and_outcome_together(amina, priya):
    with pytest.raises(IntegrityError), transaction.atomic():
        Contact.objects.create(
            person=amina, by=priya, reached=True, outcome="no_answer"
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Contact.objects.create(by=priya, reached=True, outcome="spoke")


def test_the_log_asks_few_questions_however_long_it_is(
    desk, amina, at, priya, django_assert_max_num_queries
):
    Contact.objects.bulk_create(
        Contact(person=amina, by=priya, reached=True, outcome="spoke")
        for _ in range(60)
    )
    with django_assert_max_num_queries(15):
        page = text(desk.get(at))
    assert page.count("we were in touch") < 60
    assert "Earlier" in page or "after=" in page
