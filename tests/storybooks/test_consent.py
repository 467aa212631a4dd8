"""Consent to publish: these words, these uses, until that day, and no longer."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from storybooks import actions, tasks
from storybooks.models import Consent, Narrative, State
from welcome.models import Event, Message
from welcome.refusals import Refused

EVERY = [
    State.DRAFT,
    State.DEIDENTIFIED,
    State.WITH_CONTRIBUTOR,
    State.APPROVED,
    State.PUBLISHED,
]


def told(template):
    return list(Message.objects.filter(template=template).values_list("to", flat=True))


def test_a_yes_is_to_the_text_that_was_read(sent, say_yes):
    with pytest.raises(Refused, match="changed since you read"):
        say_yes(sent, fingerprint="0" * 32)
    assert not Consent.objects.exists()


def test_a_yes_is_kept_with_its_name_its_uses_and_its_day(sent, say_yes, edith):
    until = timezone.localdate() + timedelta(days=100)
    approved = say_yes(sent, uses=["web", "training"], until_on=until)
    consent = Consent.objects.get()
    assert (approved.state, approved.agreed_until) == (State.APPROVED, until)
    assert consent.uses == ["on our web pages", "in training"]
    assert (consent.shown_as, consent.until_on) == ("Jean", until)
    assert told("narrative_approved") == [edith.email]


@pytest.mark.parametrize("days", [-1, 0, 800])
def test_nobody_agrees_for_the_past_or_for_more_than_two_years(sent, say_yes, days):
    with pytest.raises(Refused, match="two years"):
        say_yes(sent, until_on=timezone.localdate() + timedelta(days=days))


def test_it_is_not_published_before_its_contributor_could_think_again(approved, edith):
    with pytest.raises(Refused, match="change their mind"):
        actions.publish(approved, by=edith)


def test_a_yes_to_print_is_not_a_yes_to_the_web(sent, say_yes, edith):
    approved = say_yes(sent, uses=["print_copies"])
    Narrative.objects.filter(pk=approved.pk).update(cooling_until=timezone.now())
    with pytest.raises(Refused, match="not to our web pages"):
        actions.publish(approved, by=edith)


def test_publishing_tells_the_contributor_how_to_change_their_mind(published):
    message = Message.objects.get(template="narrative_published")
    assert message.to == "jean@example.org"
    assert message.path.startswith("/storybooks/mine/")


@pytest.mark.parametrize("state", EVERY)
def test_it_can_be_taken_back_from_every_state_at_once(
    state, in_every_state, hand, edith
):
    narrative = in_every_state(state)
    gone = actions.withdraw(narrative, by=hand)
    assert gone.state == State.WITHDRAWN
    assert not Narrative.objects.public().exists()
    assert not Consent.objects.filter(withdrawn_at=None).exists()
    assert told("narrative_withdrawn") == [edith.email]


def test_what_was_taken_back_stays_gone(published, hand, edith):
    actions.withdraw(published, by=hand)
    for again in (actions.publish, actions.take_down, actions.withdraw):
        with pytest.raises(Refused):
            again(published, by=edith)


def test_nothing_is_kept_if_the_editors_cannot_be_told(published, hand, monkeypatch):
    def no_room(*args, **kwargs):
        raise OSError("no room")

    monkeypatch.setattr("welcome.audit.trail.tell", no_room)
    with pytest.raises(OSError, match="no room"), transaction.atomic():
        actions.withdraw(published, by=hand)
    published.refresh_from_db()
    assert published.state == State.PUBLISHED
    assert not Event.objects.filter(what="narrative.withdrawn").exists()


def test_taken_down_it_only_comes_back_with_a_new_yes(published, edith):
    down = actions.take_down(published, by=edith)
    assert Consent.objects.get().ended_why == Consent.Ended.TAKEN_DOWN
    with pytest.raises(Refused):
        actions.publish(down, by=edith)


def test_a_wish_for_a_change_brings_it_back_to_the_desk(sent, hand, edith):
    back = actions.ask_changes(sent, by=hand, words="Not the bag.")
    assert (back.state, back.wishes.get().words) == (State.DRAFT, "Not the bag.")
    assert told("narrative_changes_asked") == [edith.email]


def test_a_wish_about_a_published_text_leaves_it_for_the_editors(published, hand):
    kept = actions.ask_changes(published, by=hand, words="My sister minds.")
    assert kept.state == State.PUBLISHED
    assert kept.wishes.count() == 1


@pytest.mark.parametrize("state", ["sent", "published"])
def test_a_wish_pressed_twice_is_one_wish(request, state, hand, edith):
    narrative = request.getfixturevalue(state)
    for _ in range(2):
        kept = actions.ask_changes(narrative, by=hand, words="My sister minds.")
    assert kept.wishes.count() == 1
    assert told("narrative_changes_asked") == [edith.email]

    actions.ask_changes(narrative, by=hand, words="And not the bag.")
    assert kept.wishes.count() == 2


def passed(narrative, days_left):
    """As if its yes had been given long ago."""
    until = timezone.localdate() + timedelta(days=days_left)
    with transaction.atomic():
        Consent.objects.filter(narrative=narrative).update(until_on=until)
        Narrative.objects.filter(pk=narrative.pk).update(agreed_until=until)


def test_a_month_before_its_last_day_everybody_is_asked(published, edith):
    passed(published, 30)
    tasks.keep_consent()
    tasks.keep_consent()
    published.refresh_from_db()
    assert published.state == State.EXPIRING
    assert Narrative.objects.public().get() == published
    assert told("narrative_expiring") == ["jean@example.org"]
    assert told("narrative_expiring_desk") == [edith.email]


def test_on_its_last_day_it_can_still_be_read_and_on_the_next_it_cannot(published):
    passed(published, 0)
    assert Narrative.objects.public().exists()
    passed(published, -1)
    assert not Narrative.objects.public().exists()


def test_the_clock_takes_down_what_is_over(published, edith):
    passed(published, -1)
    tasks.keep_consent()
    tasks.keep_consent()
    published.refresh_from_db()
    assert published.state == State.TAKEN_DOWN
    assert Consent.objects.get().ended_why == Consent.Ended.OVER
    assert published.moved_by.email == "clock@hands.invalid"
    assert told("narrative_over") == [edith.email]


def test_one_that_fails_does_not_keep_the_others_on_the_shelf(published, monkeypatch):
    passed(published, -1)
    broken = Narrative(pk="00000000-0000-0000-0000-000000000000")
    from storybooks.actions import expiry

    expiry._each([broken.pk, published.pk], expiry._end)
    published.refresh_from_db()
    assert published.state == State.TAKEN_DOWN


def test_agreed_again_it_stays_for_longer_in_the_same_words(published, hand):
    passed(published, 20)
    tasks.keep_consent()
    until = timezone.localdate() + timedelta(days=300)
    said = {"by": hand, "fingerprint": published.fingerprint, "until_on": until}
    kept = actions.agree_again(published, **said)
    with pytest.raises(Refused):  # pressed twice
        actions.agree_again(published, **said)
    assert (kept.state, kept.agreed_until) == (State.PUBLISHED, until)
    assert Consent.objects.filter(withdrawn_at=None).get().until_on == until


def test_care_and_publication_never_meet(published, hand, amina):
    """A contributor with a record: taking a story back leaves no trace there."""
    from storybooks.models import Contributor

    Contributor.objects.update(person=amina)
    before = amina.events.count()
    actions.withdraw(published, by=hand)
    assert amina.events.count() == before
    assert not amina.looks.exists()


# What the database keeps, whatever the code does


def breaks(constraint):
    return pytest.raises(IntegrityError, match=constraint)


def settle():
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize(
    "name", ["title", "place", "content_note", "pull_quote", "text"]
)
def test_with_one_letter_changed_it_cannot_stay_public(published, name):
    changed = getattr(published, name)[:-1] + "x"
    with breaks("only_approved_words_are_public"), transaction.atomic():
        Narrative.objects.filter(pk=published.pk).update(**{name: changed})


def test_words_that_move_from_the_note_into_the_text_are_a_change(published):
    with breaks("only_approved_words_are_public"), transaction.atomic():
        Narrative.objects.filter(pk=published.pk).update(
            content_note=published.content_note + "\n" + published.pull_quote,
            pull_quote=published.text.partition("\n")[0],
        )


def test_no_public_day_without_a_last_one(published):
    with breaks("public_only_until_a_date"), transaction.atomic():
        Narrative.objects.filter(pk=published.pk).update(agreed_until=None)


def test_no_public_minute_before_the_cooling_off_is_over(published):
    later = timezone.now() + timedelta(days=1)
    with breaks("cools_off_before_it_is_public"), transaction.atomic():
        Narrative.objects.filter(pk=published.pk).update(cooling_until=later)


def test_nothing_is_public_once_its_consent_has_ended(published, hand):
    with breaks("live consent"), transaction.atomic():
        Consent.objects.update(
            withdrawn_at=timezone.now(), withdrawn_by=hand, ended_why="withdrawn"
        )
        settle()


def test_nothing_is_public_on_a_consent_to_print_only(published):
    with breaks("live consent"), transaction.atomic():
        Consent.objects.update(web=False, print_copies=True)
        settle()


def test_nothing_is_public_for_longer_than_was_agreed(published):
    later = published.agreed_until + timedelta(days=1)
    with breaks("live consent"), transaction.atomic():
        Narrative.objects.filter(pk=published.pk).update(agreed_until=later)
        settle()


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({"web": False}, "consent_is_to_something"),
        ({"withdrawn_at": timezone.now()}, "consent_(withdrawn|ended)"),
        ({"ended_why": "over"}, "consent_ended_says_why"),
        ({"shown_as": ""}, "consent_shows_somebody"),
    ],
)
def test_a_consent_says_all_that_it_must(approved, change, constraint):
    with breaks(constraint), transaction.atomic():
        Consent.objects.update(**change)


def test_two_living_consents_to_one_story_cannot_be(approved):
    live = Consent.objects.get()
    live.pk = None
    live._state.adding = True
    with breaks("consent_one_live"), transaction.atomic():
        live.save(force_insert=True)


@pytest.mark.django_db(transaction=True)
def test_a_yes_and_a_change_at_once_never_publish_unread_words(sent, edith, say_yes):
    start = Barrier(2)

    def at_once(act):
        start.wait()
        try:
            act()
        except Refused:
            return "refused"
        finally:
            connection.close()
        return "done"

    def edit():
        actions.edit(sent, by=edith, seen=sent.fingerprint, text="Other words.")

    with ThreadPoolExecutor(2) as pool:
        edited, said = pool.map(at_once, [edit, lambda: say_yes(sent)])

    sent.refresh_from_db()
    assert (edited, sent.text, sent.state) == ("done", "Other words.", State.DRAFT)
    assert not Consent.objects.filter(withdrawn_at=None).exists()
    assert said in ("done", "refused")
