"""Meeting for the first time, all three: both sides say yes, once it suits her."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from referrals import actions
from referrals.models import FirstMeeting
from welcome.models import Event, Message
from welcome.refusals import Refused

from .. import factories as make
from ..threads import at_once

#: A Monday morning, so that “tomorrow” is one certain day.
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TOMORROW = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def monday():
    with time_machine.travel(NOW, tick=True) as clock:
        yield clock


def propose(referral, by, **given):
    default = {"at": TOMORROW, "how": "partner", "place": "3, The Shore"}
    return actions.propose_meeting(referral, by=by, **default | given)


@pytest.fixture
def proposed(accepted, omar):
    return propose(accepted, omar)


@pytest.fixture
def confirmed(proposed, priya):
    return actions.confirm_meeting(proposed, by=priya, person_agrees=True)


def cancel(meeting, by):
    return actions.settle_meeting(meeting, by=by, state="called_off", next_step="again")


def told(template):
    return set(Message.objects.filter(template=template).values_list("to", flat=True))


def happened(what):
    return Event.objects.filter(what=f"first_meeting.{what}").count()


# proposing and saying yes


def test_a_partner_proposes_and_the_team_is_told(proposed, team, priya):
    assert (proposed.state, proposed.worker.name) == ("proposed", "Omar Aziz")
    assert told("first_meeting_proposed") == {team.email, priya.email}
    event = Event.objects.get(what="first_meeting.proposed")
    assert event.detail == {"how": "partner", "from": "partner"}


def test_the_team_proposes_and_everybody_at_the_partner_is_told(sent, priya, farah):
    meeting = propose(sent, priya)

    assert meeting.worker is None
    assert {"harbour@example.org", farah.email} <= told("first_meeting_proposed")


def test_the_other_side_says_yes_and_both_are_named(confirmed, omar, priya):
    assert confirmed.state == "confirmed"
    assert (confirmed.welcomer, confirmed.worker) == (priya, omar)
    assert told("first_meeting_confirmed") == {omar.email}


def test_nobody_says_yes_to_their_own(proposed, omar, farah):
    for by in (omar, farah):
        with pytest.raises(
            Refused, match="waiting for the North East Welcome Team to confirm"
        ):
            actions.confirm_meeting(proposed, by=by, person_agrees=True)


def test_nothing_about_her_without_her(proposed, priya):
    with pytest.raises(Refused, match="Ask Amina first"):
        actions.confirm_meeting(proposed, by=priya)


def test_pressed_twice_is_done_once(accepted, omar, priya):
    first, second = propose(accepted, omar), propose(accepted, omar)
    assert first == second
    for _ in range(2):
        actions.confirm_meeting(first, by=priya, person_agrees=True)

    assert (happened("proposed"), happened("confirmed")) == (1, 1)
    assert FirstMeeting.objects.get().sequence == 1


@pytest.mark.parametrize("who", ["stranger", "tomasz", "carol"])
def test_nobody_else_proposes_confirms_or_calls_off(request, proposed, accepted, who):
    by = request.getfixturevalue(who)
    match = "Only someone at Harbour Money Advice or the North East"
    with pytest.raises(Refused, match="Only someone at"):
        actions.call_off_meeting(proposed, by=by)
    for verb, words in [
        ("settle", {"state": "kept"}),
        ("confirm", {}),
    ]:
        with pytest.raises(Refused, match=match):
            getattr(actions, f"{verb}_meeting")(proposed, by=by, **words)
    with pytest.raises(Refused, match=match):
        propose(accepted, by, instead_of=proposed.pk)


def test_whoever_comes_works_there(accepted, omar, priya, stranger, tomasz):
    with pytest.raises(Refused, match="does not work at Harbour"):
        propose(accepted, omar, who=stranger)
    meeting = propose(accepted, omar)
    with pytest.raises(Refused, match="does not work in the North East"):
        actions.confirm_meeting(meeting, by=priya, who=tomasz, person_agrees=True)


def test_not_in_the_past_and_not_where_nobody_helps(accepted, omar, priya):
    with pytest.raises(Refused, match="in the past"):
        propose(accepted, omar, at=NOW - timedelta(minutes=1))
    actions.begin_helping(accepted, seen=make.seen(accepted), by=omar)
    actions.pause(accepted, seen=make.seen(accepted), by=omar, **make.a_pause())
    with pytest.raises(Refused, match="Paused for now"):
        propose(accepted, omar)
    actions.withdraw_agreement(accepted, seen=make.seen(accepted), by=priya)
    with pytest.raises(Refused, match="no longer shared"):
        propose(accepted, omar)


# moving, calling off, and how it went


def test_moved_is_a_new_row_and_needs_a_new_yes(confirmed, accepted, priya, omar):
    later = TOMORROW + timedelta(days=3)
    moved = propose(accepted, priya, at=later, instead_of=confirmed.pk)
    confirmed.refresh_from_db()

    assert (confirmed.state, confirmed.settled_by) == ("moved", priya)
    assert (moved.state, moved.person_agrees, moved.worker) == ("proposed", False, omar)
    assert moved.calendar_id == confirmed.calendar_id
    assert moved.sequence > confirmed.sequence - 1
    assert told("first_meeting_moved") == {omar.email}
    with pytest.raises(
        Refused, match="Priya Nair has already changed this. It is now “Moved”"
    ):
        cancel(confirmed, omar)


def test_who_did_not_see_the_others_proposal_does_not_put_it_aside(
    proposed, accepted, priya
):
    with pytest.raises(Refused, match="Omar Aziz has proposed a meeting since"):
        propose(accepted, priya, at=TOMORROW + timedelta(days=1))
    just_this = {"who": priya, "instead_of": proposed.pk}
    FirstMeeting.objects.update(welcomer=priya)
    with pytest.raises(Refused, match="already proposed exactly this"):
        propose(accepted, priya, **just_this)


def test_called_off_once_and_proposed_anew(confirmed, accepted, priya, omar):
    for _ in range(2):
        cancel(confirmed, omar)
    assert happened("called_off") == 1
    assert told("first_meeting_called_off") == {priya.email, "north-east@example.org"}
    anew = propose(accepted, omar)
    assert anew.calendar_id != confirmed.calendar_id
    with pytest.raises(Refused, match="Someone has cancelled this meeting"):
        cancel(anew, omar)
        propose(accepted, omar, instead_of=anew.pk)


def test_how_it_went_is_said_after_its_time(confirmed, accepted, priya, omar, monday):
    with pytest.raises(Refused, match="started yet"):
        actions.settle_meeting(confirmed, by=priya, state="kept")
    monday.move_to(TOMORROW + timedelta(hours=1))
    with pytest.raises(Refused, match="Say what happens next"):
        actions.settle_meeting(confirmed, by=priya, state="called_off")
    with pytest.raises(Refused, match="First say whether the last meeting"):
        propose(
            accepted, omar, at=TOMORROW + timedelta(days=2), instead_of=confirmed.pk
        )
    for _ in range(2):
        actions.settle_meeting(confirmed, by=priya, state="kept")
    assert happened("kept") == 1
    with pytest.raises(Refused, match="It is now “It took place”"):
        actions.settle_meeting(confirmed, by=omar, state="not_kept", next_step="again")
    with pytest.raises(Refused, match="already had their first meeting"):
        propose(accepted, omar, at=TOMORROW + timedelta(days=2))


def test_who_was_missed_is_asked_again(confirmed, accepted, priya, omar, monday):
    monday.move_to(TOMORROW + timedelta(hours=1))
    actions.settle_meeting(confirmed, by=priya, state="not_kept", next_step="again")

    assert told("first_meeting_not_kept") == {omar.email}
    assert propose(accepted, omar, at=TOMORROW + timedelta(days=1)).is_planned


@pytest.mark.parametrize("how", ["withdraw", "withdraw_agreement", "give_back"])
def test_where_nobody_helps_any_more_nobody_waits_at_a_door(
    confirmed, accepted, priya, omar, how
):
    if how == "give_back":
        actions.give_back(
            accepted,
            seen=make.seen(accepted),
            by=omar,
            reason="full",
            suggestion="Open Door",
        )
    else:
        getattr(actions, how)(accepted, seen=make.seen(accepted), by=priya)
    confirmed.refresh_from_db()

    assert confirmed.state == "called_off"
    assert told("first_meeting_called_off") == {priya.email, omar.email}
    assert happened("called_off") == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"how": "teleport"},
        {"proposed_from": "moon"},
        {"state": "confirmed"},
        {"state": "kept"},
        {"state": "lost"},
        {"settled_at": NOW},
        {"confirmed_at": NOW},
        {"next_step": "again"},
        {"reach_on": NOW.date()},
        {"nothing_why": "She feels well."},
    ],
)
def test_the_database_refuses_a_meeting_that_cannot_be(proposed, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        FirstMeeting.objects.filter(pk=proposed.pk).update(**wrong)


@pytest.mark.parametrize("gone", ["person_agrees", "welcomer", "worker"])
def test_confirmed_means_that_it_suits_all_three(confirmed, gone):
    nothing = False if gone == "person_agrees" else None
    with pytest.raises(IntegrityError), transaction.atomic():
        FirstMeeting.objects.filter(pk=confirmed.pk).update(**{gone: nothing})


def test_the_database_refuses_two_plans_at_once(confirmed):
    confirmed.pk = uuid.uuid4()
    with pytest.raises(IntegrityError), transaction.atomic():
        confirmed.save(force_insert=True)


@pytest.mark.django_db(transaction=True)
def test_both_sides_propose_in_one_moment(accepted, omar, priya):
    later = TOMORROW + timedelta(days=1)

    came_to = at_once(
        lambda: propose(accepted, omar), lambda: propose(accepted, priya, at=later)
    )

    assert FirstMeeting.objects.planned().count() == FirstMeeting.objects.count() == 1
    assert any("has proposed a meeting since" in str(one) for one in came_to)


@pytest.mark.django_db(transaction=True)
def test_yes_and_called_off_in_one_moment_leave_one_truth(proposed, omar, priya):
    at_once(
        lambda: actions.confirm_meeting(proposed, by=priya, person_agrees=True),
        lambda: cancel(proposed, omar),
    )
    proposed.refresh_from_db()

    assert proposed.state == "called_off"
    assert happened("called_off") == 1
