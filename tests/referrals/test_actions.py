"""The life of a referral: what works, what leaves a trace, and what is refused."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction

from referrals import actions
from referrals.models import MOVES, Agreement, Referral, State, ToldAgain
from welcome import actions as welcome
from welcome.models import Event, Message
from welcome.refusals import Refused

from .. import factories as make
from ..factories import NEXT_STEP


def codes_of(what):
    return Event.objects.filter(what=what).latest("pk").detail


def test_the_agreement_is_told_after_what_was_sent_with_it(sent):
    newest = Event.objects.filter(about=f"referrals.Referral:{sent.pk}")
    assert list(newest.order_by("at").values_list("what", flat=True)) == [
        "referral.sent",
        "agreement.given",
    ]


def test_sending_tells_the_partner_and_leaves_a_trace(sent, priya, harbour, omar):
    assert sent.state == State.SENT
    assert (sent.moved_by, sent.sent_by) == (priya, priya)
    assert sent.answer_due_on
    event = Event.objects.get(what="referral.sent")
    assert (event.by, event.partner, event.person) == (priya, harbour, sent.person)
    assert set(event.messages.values_list("to", flat=True)) == {
        "harbour@example.org", "omar@example.org",
    }  # fmt: skip
    assert event.messages.first().reference == sent.person.reference


def test_the_same_form_twice_makes_one_request(amina, priya, letters):
    once = uuid.uuid4()
    asked = {"words": "Help", "need": "money", "urgency": "soon", "offers": [letters]}
    first = actions.prepare(amina, by=priya, once=once, **asked)

    assert actions.prepare(amina, by=priya, once=once, **asked) == first
    assert Referral.objects.count() == 1


def test_sending_twice_sends_once(request_made, sent, priya, agreed):
    assert (
        actions.agree_and_send(
            request_made, seen=make.seen(request_made), by=priya, **agreed
        )
        == []
    )
    assert Message.objects.filter(template="referral_arrived").count() == 2


def test_whoever_is_asked_already_is_said_before_anything_is_made(
    sent, amina, priya, letters
):
    with pytest.raises(Refused, match="already asked"):
        actions.prepare(
            amina, by=priya, once=uuid.uuid4(), words="Again", need="money",
            urgency="usual", offers=[letters],
        )  # fmt: skip
    assert amina.requests.count() == 1


def test_a_paused_offer_takes_nobody(amina, priya, letters, omar):
    actions.set_room(letters, by=omar, capacity="paused")
    letters.refresh_from_db()
    with pytest.raises(Refused, match="paused"):
        actions.prepare(
            amina, by=priya, once=uuid.uuid4(), words="Help", need="money",
            urgency="usual", offers=[letters],
        )  # fmt: skip


def test_one_request_goes_to_several_partners(amina, priya, letters, agreed, site):
    lantern = make.make_organisation(name="Lantern", site=site, is_partner=True)
    home = make.make_offer(lantern, name="A safe home")
    made = actions.prepare(
        amina, by=priya, once=uuid.uuid4(), words="Help", need="housing",
        urgency="soon", offers=[letters, home],
    )  # fmt: skip

    sent = actions.agree_and_send(made, seen=make.seen(made), by=priya, **agreed)

    assert {r.partner.name for r in sent} == {"Harbour Money Advice", "Lantern"}
    assert Agreement.objects.count() == 2


def test_a_yes_makes_the_partner_the_holder(accepted, amina, harbour, omar):
    assert (accepted.state, accepted.worker) == (State.ACCEPTED, omar)
    assert amina.holdings.get(until_at=None).partner == harbour
    assert codes_of("referral.accepted")["in_time"] is True
    assert ToldAgain.objects.get().answer == "not_asked"


def test_only_somebody_who_works_there_can_be_the_one(sent, omar, stranger):
    with pytest.raises(Refused, match="does not work at"):
        actions.accept(sent, seen=make.seen(sent), by=omar, worker=stranger)


def test_giving_back_makes_the_team_the_holder_in_the_same_moment(
    accepted, omar, team, amina
):
    back = actions.give_back(accepted, seen=make.seen(accepted), by=omar, **NEXT_STEP)

    holding = amina.holdings.get(until_at=None)
    assert holding.team == team
    assert (back.state, back.reason) == (State.RETURNED, "full")
    assert list(Referral.objects.needing_us()) == [back]
    assert codes_of("referral.returned")["times"] == 1
    assert Message.objects.filter(template="referral_returned").count() == 2


def test_giving_back_needs_a_reason_and_an_idea(sent, omar):
    for words in (
        {"reason": "", "suggestion": "x"},
        {"reason": "full", "suggestion": " "},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            actions.give_back(sent, seen=make.seen(sent), by=omar, **words)


def test_another_partner_who_helps_holds_on(accepted, amina, priya, site, agreed, omar):
    lantern = make.make_organisation(name="Lantern", site=site, is_partner=True)
    lena = make.make_partner(lantern)
    made = actions.prepare(
        amina, by=priya, once=uuid.uuid4(), words="Help", need="housing",
        urgency="soon", offers=[make.make_offer(lantern)],
    )  # fmt: skip
    (other,) = actions.agree_and_send(made, seen=make.seen(made), by=priya, **agreed)
    actions.accept(other, seen=make.seen(other), by=lena)
    assert amina.holdings.get(until_at=None).partner == accepted.partner

    actions.give_back(accepted, seen=make.seen(accepted), by=omar, **NEXT_STEP)

    assert amina.holdings.get(until_at=None).partner == lantern


def test_trying_elsewhere_keeps_the_story_and_settles_the_give_back(
    sent, omar, priya, amina, agreed, site
):
    back = actions.give_back(sent, seen=make.seen(sent), by=omar, **NEXT_STEP)
    door = make.make_offer(make.make_organisation(site=site, is_partner=True))
    made = actions.prepare(
        amina, by=priya, once=uuid.uuid4(), words="Help", need="money",
        urgency="usual", offers=[door], previous=back,
    )  # fmt: skip
    (again,) = actions.agree_and_send(made, seen=make.seen(made), by=priya, **agreed)

    assert again.previous == back
    assert not Referral.objects.needing_us().exists()


def test_a_question_is_asked_once_and_its_answer_joins_the_story(
    sent, omar, priya, amina
):
    question = actions.ask(sent, by=omar, words="Which letters are the worst?")
    assert actions.ask(sent, by=omar, words="Which letters are the worst?") == question

    answered = actions.answer(
        question, by=priya, words="The council’s.", joins_story=True
    )

    assert answered.passage.prompt == "asked"
    assert answered.passage in sent.agreement.passages.all()
    assert amina.passages.filter(words="The council’s.").exists()
    assert Message.objects.filter(template="question_answered").count() == 1


def test_without_a_yes_the_answer_stays_on_the_referral(sent, omar, priya, amina):
    question = actions.ask(sent, by=omar, words="Which?")
    answered = actions.answer(question, by=priya, words="Those.", joins_story=False)

    assert answered.passage is None
    assert not amina.passages.filter(words="Those.").exists()


def test_the_first_note_means_that_help_has_begun(accepted, omar):
    actions.add_note(accepted, by=omar, words="We opened two.")

    accepted.refresh_from_db()
    assert accepted.state == State.HELPING


def test_a_partners_farewell_brings_the_person_home(accepted, omar, amina, team):
    done = actions.say_farewell(
        accepted,
        seen=make.seen(accepted),
        by=omar,
        how="better",
        words="The bag is empty.",
        told_again="no",
    )

    assert done.state == State.ENDED
    assert amina.holdings.get(until_at=None).team == team
    assert codes_of("referral.ended") == {
        "was": "helping", "how": "better", "told_again": "no",
    }  # fmt: skip


def test_withdrawing_closes_the_partners_view_at_once(accepted, priya, amina, team):
    gone = actions.withdraw(accepted, seen=make.seen(accepted), by=priya)

    gone.refresh_from_db()
    assert not gone.is_shared
    assert amina.holdings.get(until_at=None).team == team


def test_nobody_is_let_go_while_a_partner_is_asked(sent, amina, priya):
    with pytest.raises(Refused, match="still being asked"):
        welcome.say_farewell(amina, by=priya, reason="well", words="Bye")


def test_a_story_leaves_only_with_an_agreement(request_made, priya):
    draft = request_made.referrals.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Referral.objects.filter(pk=draft.pk).update(state="sent", moved_by=priya)


def test_nothing_is_kept_if_the_message_cannot_be_queued(
    request_made, priya, agreed, monkeypatch
):
    def no_room(*args, **kwargs):
        raise OSError("no room")

    monkeypatch.setattr("welcome.audit.trail.tell", no_room)
    with pytest.raises(OSError, match="no room"):
        actions.agree_and_send(
            request_made, seen=make.seen(request_made), by=priya, **agreed
        )

    assert request_made.referrals.get().state == State.DRAFT
    assert not Agreement.objects.exists()
    assert not Event.objects.filter(what="referral.sent").exists()


ACTS = {
    State.ACCEPTED: lambda r, who: actions.accept(r, seen=make.seen(r), by=who),
    State.RETURNED: lambda r, who: actions.give_back(
        r, seen=make.seen(r), by=who, **NEXT_STEP
    ),
    State.WITHDRAWN: lambda r, who: actions.withdraw(r, seen=make.seen(r), by=who),
    State.PAUSED: lambda r, who: actions.pause(
        r, seen=make.seen(r), by=who, **make.a_pause()
    ),
    State.HELPING: lambda r, who: actions.begin_helping(r, seen=make.seen(r), by=who),
}


@pytest.mark.parametrize("to", ACTS)
def test_what_has_ended_stays_ended(accepted, omar, priya, to):
    ended = actions.say_farewell(
        accepted,
        seen=make.seen(accepted),
        by=omar,
        how="same",
        words="Done.",
        told_again="yes",
    )
    assert not MOVES[State.ENDED]
    with pytest.raises(Refused, match="Omar Aziz has already changed this"):
        ACTS[to](ended, priya if to == State.WITHDRAWN else omar)


@pytest.mark.django_db(transaction=True)
def test_two_people_answering_at_once_cannot_both_win(sent, omar):
    start = Barrier(2)

    def answer(_):
        start.wait()
        try:
            actions.accept(sent, seen=make.seen(sent), by=omar)
        except Refused:
            return "refused"
        finally:
            connection.close()
        return "accepted"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(answer, range(2))) == ["accepted", "refused"]
    assert Message.objects.filter(template="referral_accepted").count() == 2
