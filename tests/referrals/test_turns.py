"""Given back, handed on, asked at once, put right: what follows, and who may."""

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from referrals import actions
from referrals.access import move_permissions
from referrals.matching.warnings import standing_of
from referrals.models import MEANINGS, MOVES, GiveBack, PutRight, Referral, State
from welcome.models import Message, Role
from welcome.refusals import Refused

from .. import factories as make
from ..factories import NEXT_STEP


def ask(person, by, *offers, **given):
    default = {"words": "Help", "need": "money", "urgency": "usual"}
    return actions.prepare(
        person, by=by, once=uuid.uuid4(), offers=list(offers), **default | given
    )


@pytest.fixture
def lantern(site):
    return make.make_organisation(name="Lantern", site=site, is_partner=True)


@pytest.fixture
def lena(lantern):
    return make.make_partner(lantern, name="Lena")


@pytest.fixture
def rooms(lantern, lena):
    return make.make_offer(lantern, name="A quiet room", needs=["money"])


def messages(template):
    return list(Message.objects.filter(template=template).values_list("to", flat=True))


# ── giving back carries what follows from it


def test_every_reason_has_an_effect_and_national_codes():
    assert set(MEANINGS) == set(GiveBack)
    assert {m.mhsds for m in MEANINGS.values()} <= {"01", "02", "03"}
    assert MEANINGS[GiveBack.TWICE].mhsds == "01"


def test_no_room_says_from_when_to_ask_again(sent, omar, amina, letters):
    back = actions.give_back(
        sent, seen=make.seen(sent), by=omar, **NEXT_STEP, again_in_weeks=6
    )

    assert back.ask_again_on == timezone.localdate() + timedelta(weeks=6)
    assert "ask again from" in standing_of(amina, [letters], "money")[letters.pk]


def test_the_database_wants_to_know_when_to_ask_again(sent, omar):
    back = actions.give_back(sent, seen=make.seen(sent), by=omar, **NEXT_STEP)
    with pytest.raises(IntegrityError, match="ask_again"), transaction.atomic():
        Referral.objects.filter(pk=back.pk).update(ask_again_on=None)


@pytest.mark.parametrize(
    "reason, need, stands",
    [
        ("elsewhere", "money", True),
        ("elsewhere", "grief", False),
        ("area", "grief", True),
        ("age", "grief", True),
        ("not_wanted", "grief", True),
        ("unsafe", "grief", True),
        ("not_reached", "grief", True),
        ("twice", "money", False),
    ],
)
def test_what_stands_against_an_offer_is_said_before_the_form(
    sent, omar, amina, letters, reason, need, stands
):
    actions.give_back(
        sent, seen=make.seen(sent), by=omar, reason=reason, suggestion="Elsewhere."
    )

    assert (letters.pk in standing_of(amina, [letters], need)) == stands


def test_asking_all_the_same_says_why(sent, omar, amina, letters, priya):
    actions.give_back(
        sent, seen=make.seen(sent), by=omar, reason="elsewhere", suggestion="Elsewhere."
    )
    with pytest.raises(actions.Unsaid, match="would help better"):
        ask(amina, priya, letters)
    made = ask(amina, priya, letters, despite="Omar rang: he can do it now.")

    assert made.despite and made.referrals.count() == 1


def test_saying_no_to_a_partner_is_remembered_until_they_think_again(
    sent, omar, amina, letters, harbour, priya
):
    actions.give_back(
        sent, seen=make.seen(sent), by=omar, reason="not_wanted", suggestion="Ask her."
    )
    objection = amina.objections.get()
    assert objection.partner == harbour
    assert "said no to" in standing_of(amina, [letters], "grief")[letters.pk]
    actions.lift_objection(objection, by=priya)

    assert "said no to" not in str(standing_of(amina, [letters], "grief"))


def test_given_back_twice_is_raised_with_the_lead(
    amina, priya, omar, sent, rooms, lena, agreed, team
):
    lead = make.make_member(Role.LEAD, team, email="lead-ne@example.org")
    actions.give_back(sent, seen=make.seen(sent), by=omar, **NEXT_STEP)
    assert messages("passed_around") == []
    (again,) = actions.agree_and_send(
        now := ask(amina, priya, rooms), seen=make.seen(now), by=priya, **agreed
    )
    actions.give_back(
        again, seen=make.seen(again), by=lena, reason="area", suggestion="Nearer home."
    )

    assert messages("passed_around") == [lead.email]
    assert amina.events.filter(what="referral.passed_around").count() == 1


# ── several at once


@pytest.fixture
def both(amina, priya, letters, rooms, agreed, omar):
    made = ask(amina, priya, letters, rooms, wants="first")
    sent = actions.agree_and_send(made, seen=make.seen(made), by=priya, **agreed)
    return {referral.partner.name: referral for referral in sent}


def test_the_first_yes_is_enough(both, omar, lena):
    first, second = both["Harbour Money Advice"], both["Lantern"]
    actions.accept(first, seen=make.seen(first), by=omar)

    second.refresh_from_db()
    assert second.state == State.WITHDRAWN
    assert not second.is_shared
    assert lena.email in messages("referral_not_needed")
    with pytest.raises(Refused):
        actions.accept(second, seen=make.seen(second), by=lena)


def test_after_the_first_gave_back_the_others_can_still_say_yes(both, omar, lena):
    actions.give_back(
        both["Harbour Money Advice"],
        seen=make.seen(both["Harbour Money Advice"]),
        by=omar,
        **NEXT_STEP,
    )

    assert (
        actions.accept(both["Lantern"], seen=make.seen(both["Lantern"]), by=lena).state
        == State.ACCEPTED
    )


def test_all_of_these_means_all(amina, priya, letters, rooms, agreed, omar, lena):
    made = ask(amina, priya, letters, rooms)
    one, two = actions.agree_and_send(made, seen=make.seen(made), by=priya, **agreed)
    for referral in (one, two):
        by = omar if referral.partner == letters.partner else lena
        assert (
            actions.accept(referral, seen=make.seen(referral), by=by).state
            == State.ACCEPTED
        )


# ── handed on


def on(referral, omar, rooms):
    return actions.propose_hand_on(
        referral,
        seen=make.seen(referral),
        by=omar,
        offer=rooms,
        words="They sit with you longer.",
    )


def test_handing_on_before_an_answer_never_passes_through_nobody(
    sent, omar, rooms, priya, agreed, amina, team, lena
):
    proposal = on(sent, omar, rooms)
    assert on(sent, omar, rooms) == proposal, "pressed twice"
    new = actions.agree_hand_on(proposal, seen=make.seen(proposal), by=priya, **agreed)

    sent.refresh_from_db()
    assert (new.state, new.previous, new.request) == (State.SENT, sent, sent.request)
    assert (sent.state, sent.decided_at is None) == (State.RETURNED, False)
    assert amina.holdings.get(until_at=None).team == team
    actions.accept(new, seen=make.seen(new), by=lena)
    assert amina.holdings.get(until_at=None).partner == rooms.partner


def test_what_was_tried_elsewhere_meanwhile_is_not_handed_on_as_well(
    sent, omar, rooms, priya, agreed, amina
):
    proposal = on(sent, omar, rooms)
    back = actions.give_back(sent, seen=make.seen(sent), by=omar, **NEXT_STEP)
    make_sure = {"words": "Help", "need": "money", "urgency": "usual"}
    made = actions.prepare(
        amina, by=priya, once=uuid.uuid4(), offers=[rooms], previous=back, **make_sure
    )
    actions.agree_and_send(made, seen=make.seen(made), by=priya, **agreed)
    with pytest.raises(Refused, match="already"):
        actions.agree_hand_on(proposal, seen=make.seen(proposal), by=priya, **agreed)


def test_whoever_helps_goes_on_until_the_next_has_said_yes(
    accepted, omar, rooms, priya, agreed, amina, lena, harbour
):
    new = actions.agree_hand_on(
        now := on(accepted, omar, rooms), seen=make.seen(now), by=priya, **agreed
    )
    assert amina.holdings.get(until_at=None).partner == harbour
    actions.accept(new, seen=make.seen(new), by=lena)

    accepted.refresh_from_db()
    assert accepted.state == State.ENDED
    assert accepted.outcome.how == "handed_on"
    assert amina.holdings.get(until_at=None).partner == rooms.partner


def test_when_the_next_cannot_help_nothing_was_lost(
    accepted, omar, rooms, priya, agreed, amina, lena, harbour
):
    new = actions.agree_hand_on(
        now := on(accepted, omar, rooms), seen=make.seen(now), by=priya, **agreed
    )
    actions.give_back(new, seen=make.seen(new), by=lena, **NEXT_STEP)

    accepted.refresh_from_db()
    assert accepted.state == State.ACCEPTED
    assert amina.holdings.get(until_at=None).partner == harbour


def test_no_is_an_answer(sent, omar, rooms, priya):
    proposal = on(sent, omar, rooms)
    actions.decline_hand_on(
        proposal, seen=make.seen(proposal), by=priya, answer="She likes it with you."
    )

    sent.refresh_from_db()
    assert sent.state == State.SENT
    assert messages("hand_on_declined") == [omar.email]
    with pytest.raises(Refused, match="already answered this"):
        actions.decline_hand_on(
            proposal, seen=make.seen(proposal), by=priya, answer="Again"
        )


# ── put right


def test_what_was_ended_by_mistake_stands_again(accepted, omar, amina, harbour):
    said = {"how": "better", "words": "Bye.", "told_again": "no"}
    ended = actions.say_farewell(accepted, seen=make.seen(accepted), by=omar, **said)
    again = actions.reopen(
        ended, seen=make.seen(ended), by=omar, why="I pressed the wrong one."
    )

    assert again.state == State.HELPING
    assert amina.holdings.get(until_at=None).partner == harbour
    row = PutRight.objects.get()
    assert (row.was, row.said, row.by) == ("ended", "Bye.", omar)
    assert again.outcome is None
    assert (
        actions.say_farewell(
            again, seen=make.seen(again), by=omar, **said
        ).outcome.words
        == "Bye."
    )


def test_what_was_given_back_by_mistake_stands_where_it_stood(sent, omar, priya):
    back = actions.give_back(sent, seen=make.seen(sent), by=omar, **NEXT_STEP)
    again = actions.reopen(
        back, seen=make.seen(back), by=priya, why="Omar rang: wrong person."
    )

    assert again.state == State.SENT
    assert "Open Door" in PutRight.objects.get().said
    assert not Referral.objects.needing_us().exists()


def test_what_has_gone_on_meanwhile_stays_as_it_is(
    sent, omar, priya, amina, rooms, agreed
):
    back = actions.give_back(sent, seen=make.seen(sent), by=omar, **NEXT_STEP)
    actions.agree_and_send(
        now := ask(amina, priya, rooms, previous=back),
        seen=make.seen(now),
        by=priya,
        **agreed,
    )
    with pytest.raises(Refused, match="There is a newer referral"):
        actions.reopen(back, seen=make.seen(back), by=omar, why="Oh")


def test_nothing_is_opened_again_outside_an_agreement(accepted, omar, priya):
    back = actions.give_back(accepted, seen=make.seen(accepted), by=omar, **NEXT_STEP)
    actions.withdraw_agreement(back, seen=make.seen(back), by=priya)
    with pytest.raises(Refused, match="ended the agreement"):
        actions.reopen(back, seen=make.seen(back), by=omar, why="Oh")


def test_what_should_not_have_been_sent_is_annulled_with_a_reason(sent, priya):
    gone = actions.annul(
        sent, seen=make.seen(sent), by=priya, why="Meant for another Amina."
    )

    assert gone.state == State.WITHDRAWN
    assert not gone.is_shared
    assert PutRight.objects.get().why == "Meant for another Amina."


def test_the_database_wants_a_why(sent, priya):
    with pytest.raises(IntegrityError, match="says_why"), transaction.atomic():
        actions.annul(sent, seen=make.seen(sent), by=priya, why=" ")


# ── whose hand


@pytest.mark.parametrize(
    "verb, words",
    [
        ("accept", {}),
        ("give_back", NEXT_STEP),
        ("pause", make.a_pause()),
        ("begin_helping", {}),
        ("add_note", {"words": "x"}),
        ("ask", {"words": "x"}),
        ("say_farewell", {"how": "better", "words": "x", "told_again": "no"}),
    ],
)
@pytest.mark.parametrize("who", ["priya", "stranger", "carol"])
def test_only_the_partner_answers(request, sent, verb, words, who):
    words = words | ({} if verb in ("add_note", "ask") else {"seen": sent.seen})
    with pytest.raises(Refused, match="Only someone at Harbour"):
        getattr(actions, verb)(sent, by=request.getfixturevalue(who), **words)


@pytest.mark.parametrize("verb", ["withdraw", "annul", "withdraw_agreement"])
@pytest.mark.parametrize("who", ["omar", "stranger", "tomasz"])
def test_only_the_team_takes_back(request, sent, verb, who):
    words = {"seen": sent.seen} | ({"why": "x"} if verb == "annul" else {})
    with pytest.raises(Refused, match="Only someone at North East"):
        getattr(actions, verb)(sent, by=request.getfixturevalue(who), **words)


def test_legal_moves_and_hands_are_asked_apart(accepted, omar):
    """She may answer, but this has been answered: two different sentences."""
    assert "accept" in move_permissions.HANDS
    with pytest.raises(Refused, match="already changed this referral"):
        actions.accept(accepted, seen=make.seen(accepted), by=omar)
    assert State.ACCEPTED not in MOVES[State.ACCEPTED]
