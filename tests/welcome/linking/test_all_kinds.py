"""Full lives: whatever stands on the two, linked and undone, not a byte differs."""

import random
import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from referrals import actions as referrals
from referrals.models import Agreement
from welcome import actions
from welcome.models import (
    AccessNeed,
    ContactWish,
    Equality,
    Event,
    Identifier,
    Membership,
    Passage,
    PrivateLink,
    Role,
    Supporter,
)
from welcome.private_links import tokens
from welcome.refusals import Refused

from ... import factories as make


@pytest.fixture
def a_life(priya, site, letters):  # noqa: C901
    """Somebody with a random part of everything that a record can hold."""

    def grow(dice, person, number):  # noqa: C901
        maybe = lambda: dice.random() < 0.6  # noqa: E731
        for n in range(dice.randrange(4)):
            make.make_passage(person, priya, words=f"Words {n}")
        if maybe():
            first = make.make_passage(person, priya, words="Said badly")
            actions.correct(first, by=priya, words="Said well", read_back=True)
        if maybe():
            make.make_conversation(
                person, priya, finished_at=timezone.now(), finished_by=priya,
                was_read_back=True,
            )  # fmt: skip
        if maybe():
            Identifier.objects.create(
                person=person, site=site, system="chi", value=f"99900000{number:02}"
            )
        for code in dice.sample(["quiet", "bsl", "step_free"], dice.randrange(4)):
            AccessNeed.objects.create(
                person=person, code=code, words=dice.choice(["", "A", "B"])
            )
        if maybe():
            AccessNeed.objects.create(person=person, words="No strip lights")
        if maybe():
            Supporter.objects.create(
                person=person, name="Leila", is_rung_first=maybe(), added_by=priya
            )
        if maybe():
            Equality.objects.create(person=person, gender=dice.choice(["", "woman"]))
        ContactWish.objects.filter(person=person).update(
            phone=dice.choice(["", f"07700 9001{number:02}"]), may_call=maybe()
        )
        if maybe():
            introduction = make.make_introduction(person.team)
            introduction.person = person
            introduction.save()
        if maybe():
            tokens.make(
                PrivateLink.Purpose.PERSON, person, by=priya, question="?", fact="tea"
            )
        person.born_on = dice.choice([None, timezone.localdate() - timedelta(9999)])
        person.pronouns = dice.choice(["", "she, her"])
        person.save()

    return grow


@pytest.fixture
def sent_on(priya):
    def send(person, offer):
        request = referrals.prepare(
            person, by=priya, once=uuid.uuid4(), words="Sit with me", need="money",
            urgency="usual", offers=[offer],
        )  # fmt: skip
        (referral,) = referrals.agree_and_send(
            request, seen=make.seen(request),
            by=priya, passages=list(person.passages.all()), words="Aye.",
            how="phone", until_on=timezone.localdate() + timedelta(days=30),
        )  # fmt: skip
        return referral

    return send


@pytest.mark.parametrize("seed", range(12))
def test_linked_and_undone_nothing_differs(
    seed, amina, priya, ruth, link, a_life, all_rows, promises_hold
):
    dice = random.Random(seed)
    other = (
        make.make_open_person(priya, known_as="Aminah")
        if dice.random() < 0.5
        else make.make_person(team=amina.team)
    )
    a_life(dice, amina, 1)
    a_life(dice, other, 2)
    kept, gone = dice.sample([amina, other], 2)
    before = all_rows()
    told = set(Passage.objects.values_list("words", flat=True))
    rules = {
        key: dice.choice(["kept", "other", "both"])
        for key in ("name", "born", "home", "reach", "chi", "holder", "pronouns")
    }

    linking = link(kept, gone, **rules)
    promises_hold()
    assert set(kept.passages.values_list("words", flat=True)) == told

    actions.unlink(linking, by=ruth, since="kept")
    promises_hold()
    assert all_rows() == before


def test_a_meeting_comes_along_to_another_team_and_goes_back(
    amina, priya, tomasz, ruth, link, all_rows, promises_hold
):
    other = make.make_member(Role.LEAD, tomasz.first_team)
    Membership.objects.create(user=ruth, role=Role.LEAD, team=tomasz.first_team)
    theirs = make.make_open_person(other, known_as="Aminah")
    at = timezone.now() + timedelta(days=3)
    meeting = actions.plan_follow_up(theirs, by=other, who=other, at=at, how="ours")
    before = all_rows()

    linking = link(amina, theirs)
    promises_hold()
    meeting.refresh_from_db()
    assert (meeting.person, meeting.team) == (amina, amina.team)

    actions.unlink(linking, by=ruth, since="kept")
    promises_hold()
    assert all_rows() == before


def test_referrals_and_agreements_come_along_and_go_back(
    amina, aminah, letters, link, ruth, sent_on, omar, all_rows, promises_hold
):
    referral = sent_on(aminah, letters)
    before = all_rows()
    linking = link(amina, aminah)
    promises_hold()

    referral.refresh_from_db()
    assert referral.person == amina
    assert Agreement.objects.get().person == amina

    referrals.accept(
        referral, seen=make.seen(referral), by=omar
    )  # life goes on while they are one
    note_before_undo = Event.objects.get(what="referral.accepted")
    assert note_before_undo.person_id == amina.pk

    actions.unlink(linking, by=ruth, since="kept")
    referral.refresh_from_db()
    assert referral.person == aminah
    assert referral.state == "accepted"
    assert all_rows().keys() == before.keys()


def test_the_same_help_asked_twice_is_settled_first(
    amina, aminah, letters, link, sent_on
):
    sent_on(amina, letters)
    sent_on(aminah, letters)

    with pytest.raises(Refused, match="ask for the same help"):
        link(amina, aminah)


def test_two_drafts_are_settled_first(amina, aminah, priya, link):
    actions.begin(amina, by=priya)
    actions.begin(aminah, by=priya)

    with pytest.raises(Refused, match="conversation that is not finished"):
        link(amina, aminah)


def test_what_was_given_back_goes_to_the_team_that_stays(
    amina, tomasz, letters, link, omar, promises_hold, settings, ruth
):
    theirs = make.make_open_person(tomasz, known_as="Amina")
    theirs.passages.create(prompt="brought", words="Hm.", heard_by=tomasz)
    request = referrals.prepare(
        theirs, by=tomasz, once=uuid.uuid4(), words="x", need="money",
        urgency="usual", offers=[letters],
    )  # fmt: skip
    (referral,) = referrals.agree_and_send(
        request, seen=make.seen(request),
        by=tomasz, passages=list(theirs.passages.all()), words="Aye.",
        how="phone", until_on=timezone.localdate(),
    )  # fmt: skip
    link(amina, theirs)
    promises_hold()

    referral.refresh_from_db()
    assert referral.team == amina.team


def test_a_second_link_is_undone_before_the_first(amina, aminah, team, link, ruth):
    third = make.make_person(team=team, known_as="Mina")
    first = link(amina, aminah)
    amina.refresh_from_db()
    second = link(third, amina)

    with pytest.raises(Refused, match="Undo that link first"):
        actions.unlink(first, by=ruth, since="kept")
    actions.unlink(second, by=ruth, since="kept")
    actions.unlink(first, by=ruth, since="kept")
    aminah.refresh_from_db()
    assert aminah.linked_to is None


def test_a_holding_handed_on_since_stays(amina, team, link, ruth, priya, promises_hold):
    old = make.make_person(team=team, known_as="Aminah")
    linking = link(old, amina)
    actions.hold(old, by=ruth, team=team, worker=ruth)
    actions.unlink(linking, by=ruth, since="kept")
    promises_hold()

    old.refresh_from_db()
    amina.refresh_from_db()
    assert (old.is_open, amina.is_open) == (True, True)
    assert old.holdings.get(until_at=None).worker == ruth
    assert amina.holdings.get(until_at=None).worker == priya


def test_two_thousand_events_and_two_hundred_passages_take_under_two_seconds(
    amina, aminah, priya, ruth, link
):
    for person in (amina, aminah):
        Passage.objects.bulk_create(
            Passage(person=person, heard_by=priya, prompt="added", words=f"{n}")
            for n in range(200)
        )
        Event.objects.bulk_create(
            Event(what="passage.added", by=priya, about="x", person=person)
            for n in range(2000)
        )
    connection.cursor().execute("ANALYZE")
    began = timezone.now()
    linking = link(amina, aminah, name="other", holder="other")
    linked = timezone.now()
    actions.unlink(linking, by=ruth, since="kept")
    undone = timezone.now()

    print(f"linked in {linked - began}, undone in {undone - linked}")
    assert linked - began < timedelta(seconds=2)
    assert undone - linked < timedelta(seconds=2)


def test_the_map_that_stood_stands_and_the_others_come_before_it(
    amina, aminah, priya, link, ruth, all_rows
):
    for person, words in ((amina, "Debt"), (aminah, "Sleep"), (aminah, "Sleep well")):
        number = person.maps.count() + 1
        person.maps.create(
            number=number, made_by=priya, change="need_added",
            needs=[{"id": 1, "kind": "money", "words": words}],
        )  # fmt: skip
    before = all_rows()
    linking = link(amina, aminah)

    drawn = amina.maps.order_by("number").values_list("number", "needs__0__words")
    assert list(drawn) == [(1, "Sleep"), (2, "Sleep well"), (3, "Debt")]
    actions.unlink(linking, by=ruth, since="kept")
    assert all_rows() == before


def test_whoever_is_asked_to_hold_one_of_them_answers_first(
    amina, aminah, priya, ruth, team, link
):
    aminah.handovers.create(
        from_team=team, to_team=team, to_worker=ruth, offered_by=priya,
        why="She knows her", answer_due_on=timezone.localdate(),
    )  # fmt: skip

    with pytest.raises(Refused, match="handover of one of the two"):
        link(amina, aminah)
