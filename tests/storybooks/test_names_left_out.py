"""A name that its contributor asked to leave out is never published."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from storybooks import actions, tasks
from storybooks.models import Consent, Contributor, Narrative, State, Storybook
from welcome.models import Event, Message
from welcome.refusals import Refused

from .tale import ANSWERS, TEXT

#: Named how, as what, and what may then be in the text of Eugenia Rutherford, who was
#: first to be called Jean.
MAY_STAY = [
    ("full", "Eugenia Rutherford", "Eugenia Rutherford rang."),
    ("full", "Eugenia Rutherford", "Jean rang."),
    ("first", "Eugenia", "Eugenia’s bag."),
    ("chosen", "Jean", "“Jean,” she said."),
    ("chosen", "Eugenia", "Eugenia rang."),
    ("nobody", "Somebody", "Somebody rang."),
]
MUST_GO = [
    ("nobody", "Somebody", "Eugenia rang."),
    ("nobody", "Somebody", "The Rutherfords’ house."),
    ("nobody", "Somebody", "“Jean,” she said."),
    ("nobody", "Somebody", "EUGENIA or eugenia"),
    ("nobody", "Somebody", "Eu\u00adgenia, Euge\u200bnia"),
    ("nobody", "Somebody", "Éugenia"),
    ("nobody", "Somebody", "Еugenia"),
    ("nobody", "Somebody", "Eu-\ngenia"),
    ("nobody", "Eugenia", "Nothing."),
    ("first", "Eugenia", "Mrs Rutherford rang."),
    ("first", "Eugenia Rutherford", "Nothing."),
    ("chosen", "Jean", "Eugenia’s bag."),
    ("chosen", "Ros", "“Jean,” she said."),
]
PLACES = ["title", "place", "content_note", "pull_quote", "text"]


def with_words(narrative, **words):
    """As if it had been cleared and sent with these words."""
    Narrative.objects.filter(pk=narrative.pk).update(**words)
    narrative.refresh_from_db()
    return narrative


@pytest.fixture
def put_on_the_shelf(hand):
    """Past every action: whatever the code does, the database is asked."""

    def put(narrative, named, shown_as):
        until = timezone.localdate() + timedelta(days=100)
        now = timezone.now()
        with transaction.atomic():
            Consent.objects.create(
                narrative=narrative,
                fingerprint=narrative.fingerprint,
                named=named,
                shown_as=shown_as,
                web=True,
                until_on=until,
            )
            Narrative.objects.filter(pk=narrative.pk).update(
                state=State.PUBLISHED,
                moved_at=now,
                moved_by=hand,
                approved_fingerprint=narrative.fingerprint,
                agreed_until=until,
                cooling_until=now,
                published_at=now,
            )
            settle()

    return put


def settle():
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def refused_by_the_database():
    return pytest.raises(IntegrityError, match="asked to leave out")


@pytest.mark.parametrize(("named", "shown_as", "text"), MAY_STAY)
def test_the_name_that_they_chose_may_be_in_it(
    sent, say_yes, put_on_the_shelf, named, shown_as, text
):
    sent = with_words(sent, text=text)
    put_on_the_shelf(sent, named, shown_as)
    Consent.objects.all().delete()
    Narrative.objects.update(state=State.WITH_CONTRIBUTOR)
    sent.refresh_from_db()
    approved = say_yes(sent, named=named, shown_as=shown_as)
    assert approved.state == State.APPROVED


@pytest.mark.parametrize(("named", "shown_as", "text"), MUST_GO)
def test_there_is_no_yes_while_a_name_is_in_it_that_they_left_out(
    sent, say_yes, named, shown_as, text
):
    sent = with_words(sent, text=text)
    with pytest.raises(Refused, match="still in"):
        say_yes(sent, named=named, shown_as=shown_as)
    sent.refresh_from_db()
    assert sent.state == State.WITH_CONTRIBUTOR
    assert not Consent.objects.exists()


@pytest.mark.parametrize(("named", "shown_as", "text"), MUST_GO)
def test_the_database_publishes_no_name_that_they_left_out(
    sent, put_on_the_shelf, named, shown_as, text
):
    sent = with_words(sent, text=text)
    with refused_by_the_database():
        put_on_the_shelf(sent, named, shown_as)


@pytest.mark.parametrize("place", PLACES)
def test_it_is_looked_for_in_everything_that_people_read(
    sent, say_yes, put_on_the_shelf, place
):
    sent = with_words(sent, **{place: "Of Eugenia"})
    with pytest.raises(Refused, match="“Eugenia” is still in"):
        say_yes(sent, named="nobody", shown_as="Somebody")
    with refused_by_the_database():
        put_on_the_shelf(sent, "nobody", "Somebody")


@pytest.mark.parametrize(
    ("field", "words"),
    [("title", "Eugenia’s year"), ("words", "Told by Eugenia."), ("slug", "eugenia")],
)
def test_it_is_looked_for_in_the_words_of_its_storybook(
    sent, say_yes, put_on_the_shelf, field, words
):
    Storybook.objects.update(**{field: words})
    sent = Narrative.objects.get(pk=sent.pk)
    with pytest.raises(Refused, match="storybook"):
        say_yes(sent, named="nobody", shown_as="Somebody")
    with refused_by_the_database():
        put_on_the_shelf(sent, "nobody", "Somebody")


def test_a_name_goes_from_the_address_as_well(sent, say_yes, put_on_the_shelf):
    """It was published under an older title, and its address was kept."""
    sent = with_words(sent, slug="eugenias-bag", published_at=timezone.now())
    with refused_by_the_database():
        put_on_the_shelf(sent, "nobody", "Somebody")
    approved = say_yes(sent, named="nobody", shown_as="Somebody")
    assert approved.slug == "the-bag"


def test_an_address_is_looked_at_only_where_its_title_is_another(sent, jean, say_yes):
    Contributor.objects.update(name="Will Hope")
    sent = with_words(sent, title="I will not", slug="i-will-not")
    assert say_yes(sent, named="nobody", shown_as="Somebody").slug == "i-will-not"
    Consent.objects.all().delete()
    Narrative.objects.update(state=State.WITH_CONTRIBUTOR, slug="will-and-the-bag")
    sent.refresh_from_db()
    assert say_yes(sent, named="nobody", shown_as="Somebody").slug == "i-will-not"


def test_the_names_on_their_own_record_are_theirs_too(sent, jean, amina, say_yes):
    Contributor.objects.update(person=amina)
    for name in ("Amina", "Yusuf"):
        story = with_words(Narrative.objects.get(pk=sent.pk), text=f"So {name} rang.")
        with pytest.raises(Refused, match=name):
            say_yes(story, named="nobody", shown_as="Somebody")


def test_a_name_that_is_also_a_word_goes_where_it_has_a_capital(sent, say_yes):
    """First in a sentence too: no reader can tell which it is."""
    Contributor.objects.update(name="Will Hope")
    for text in ("Will you come?", "So Will rang.", "WILL!", "Hope is late."):
        story = with_words(Narrative.objects.get(pk=sent.pk), text=text)
        with pytest.raises(Refused, match="still in the story"):
            say_yes(story, named="nobody", shown_as="Somebody")
    story = with_words(Narrative.objects.get(pk=sent.pk), text="I will, in the hope.")
    assert say_yes(story, named="nobody", shown_as="Somebody").state == State.APPROVED


def test_a_name_that_became_known_after_the_yes_stops_publication(cooled, edith):
    Contributor.objects.update(name="Eugenia Gas")
    Narrative.objects.update(approved_fingerprint="", state=State.WITH_CONTRIBUTOR)
    text = TEXT.replace("the gas", "Mrs Gas")
    story = with_words(Narrative.objects.get(), text=text)
    Consent.objects.update(fingerprint=story.fingerprint)
    Narrative.objects.update(
        state=State.APPROVED, approved_fingerprint=story.fingerprint
    )
    with pytest.raises(Refused, match="“Gas” is still in the story"):
        actions.publish(Narrative.objects.get(), by=edith)
    assert not Narrative.objects.public().exists()


@pytest.mark.parametrize(
    "change", [{"name": "Edinburgh Bell"}, {"name": "Ann Gas", "shown_as": "Six"}]
)
def test_no_name_of_theirs_is_written_down_that_is_public_already(
    sent, put_on_the_shelf, change
):
    sent = with_words(sent, text="Mrs Gas rang.")
    put_on_the_shelf(sent, "nobody", "Somebody")
    with refused_by_the_database(), transaction.atomic():
        Contributor.objects.update(**change)
        settle()


def test_a_public_choice_cannot_be_changed_past_the_words(sent, put_on_the_shelf):
    sent = with_words(sent, text="Eugenia rang.")
    put_on_the_shelf(sent, "full", "Eugenia Rutherford")
    with refused_by_the_database(), transaction.atomic():
        Consent.objects.update(named="nobody", shown_as="Somebody")
        settle()


def test_a_name_in_the_address_cannot_be_put_there_later(published):
    with refused_by_the_database(), transaction.atomic():
        Narrative.objects.update(slug="eugenias-bag")
        settle()


def test_the_words_of_a_storybook_cannot_name_them_later(published):
    with refused_by_the_database(), transaction.atomic():
        Storybook.objects.update(words="With Eugenia in it.")
        settle()


def test_agreeing_again_looks_once_more(published, amina, hand):
    settle()
    Narrative.objects.update(state=State.EXPIRING)
    type(amina).objects.update(known_as="Edinburgh")
    Contributor.objects.update(person=amina)
    with pytest.raises(Refused, match="Edinburgh"):
        actions.agree_again(
            published,
            by=hand,
            fingerprint=published.fingerprint,
            until_on=timezone.localdate() + timedelta(days=300),
        )


def test_the_clock_takes_down_what_shows_a_name_that_became_known(
    published, amina, edith
):
    """Care is never held up for it: a record may be tied, and the clock acts."""
    type(amina).objects.update(known_as="Edinburgh")
    Contributor.objects.update(person=amina)
    tasks.keep_consent()
    tasks.keep_consent()
    published.refresh_from_db()
    assert published.state == State.TAKEN_DOWN
    assert not Consent.objects.filter(withdrawn_at=None).exists()
    told = Message.objects.filter(template="narrative_name_found")
    assert list(told.values_list("to", flat=True)) == [edith.email]
    assert Message.objects.filter(template="narrative_taken_down").count() == 1


def test_the_clock_leaves_what_shows_no_such_name(published):
    tasks.keep_consent()
    published.refresh_from_db()
    assert published.state == State.PUBLISHED


def test_what_was_asked_decides_what_an_editor_must_take_out(
    sent, say_yes, hand, edith
):
    sent = with_words(sent, text="“Jean,” she said.", pull_quote="")
    actions.note_name_left_in(
        sent, by=hand, naming=actions.Naming("nobody", "Somebody")
    )
    back = actions.ask_changes(sent, by=hand, words="Please take my name out.")
    with pytest.raises(Refused, match="“Jean”"):
        actions.mark_deidentified(back, by=edith, seen=back.fingerprint, **ANSWERS)
    done = actions.replace(back, by=edith, was="Jean", became="Love")
    assert done.name_found_at is None
    safe = actions.mark_deidentified(done, by=edith, seen=done.fingerprint, **ANSWERS)
    assert safe.state == State.DEIDENTIFIED


def test_words_put_in_place_of_others_never_make_a_name_safe(draft, edith):
    draft = actions.edit(draft, by=edith, seen=draft.fingerprint, text="So Ann rang.")
    draft = actions.replace(draft, by=edith, was="Ann", became="Eugenia")
    with pytest.raises(Refused, match="Eugenia"):
        actions.mark_deidentified(draft, by=edith, seen=draft.fingerprint, **ANSWERS)


def test_a_name_is_replaced_however_its_letters_are_coded(draft, edith):
    Narrative.objects.update(text="E\u0301lodie, Élo\u200bdie’s and Elodie.")
    draft = Narrative.objects.get()
    changed = actions.replace(draft, by=edith, was="Élodie", became="Ros")
    assert changed.text == "Ros, Ros’s and Ros."


def test_what_nobody_sees_does_not_get_into_a_text(draft, edith):
    changed = actions.edit(
        draft,
        by=edith,
        seen=draft.fingerprint,
        text="Eu\u00adge\u200bnia, E\u0301lodie",
    )
    assert changed.text == "Eugenia, Élodie"


def test_the_editors_are_told_once_and_without_a_name(sent, hand, edith):
    for _ in range(2):
        actions.note_name_left_in(
            sent, by=hand, naming=actions.Naming("nobody", "Somebody")
        )
    (message,) = Message.objects.filter(template="narrative_name_found")
    assert message.to == edith.email
    event = Event.objects.get(what="narrative.name_found")
    assert "Eugenia" not in str(vars(event)) + str(vars(message))


def test_how_somebody_asked_to_be_named_has_both_parts(draft):
    with pytest.raises(IntegrityError, match="both_parts"), transaction.atomic():
        Narrative.objects.update(asked_named="nobody")
