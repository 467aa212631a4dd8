"""A day before the first meeting everybody is reminded once, and she only safely."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail

from livingwell.schedule import bells
from referrals import actions
from referrals.models import FirstMeeting
from referrals.reminders import meetings_near
from referrals.tasks import remind_of_meetings
from welcome.messages import emailing, outbox
from welcome.models import Event, Message

#: A Monday, in Edinburgh's winter: UTC is the time on the wall.
NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
AT = datetime(2026, 11, 24, 14, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=True) as clock:
        yield clock


@pytest.fixture
def confirmed(accepted, omar, priya):
    words = {"at": AT, "how": "partner", "place": "Harbour, The Shore"}
    meeting = actions.propose_meeting(accepted, by=omar, **words)
    meeting = actions.confirm_meeting(meeting, by=priya, person_agrees=True)
    outbox.deliver_due(emailing.carry)
    mail.outbox.clear()
    return meeting


def reach(amina, **wish):
    for name, value in {"may_email": True, "email": "a@example.org", **wish}.items():
        setattr(amina.contact_wish, name, value)
    amina.contact_wish.save()


def letters():
    """What leaves now: to whom, and all that it says."""
    outbox.deliver_due(emailing.carry)
    return {m.to[0]: f"{m.from_email}\n{m.subject}\n{m.body}" for m in mail.outbox}


def test_the_worker_and_the_welcomer_are_reminded_once(confirmed, omar, priya, team):
    for _ in range(3):
        meetings_near.remind()

    sent = letters()
    assert set(sent) == {omar.email, priya.email, team.email}
    assert "tomorrow, 14:30" in sent[omar.email]
    assert Event.objects.filter(what="first_meeting.reminded").count() == 1
    for words in ("Amina", "Shore"):
        assert words not in "".join(sent.values())


def test_she_is_reminded_where_that_is_safe_without_saying_who_we_are(
    confirmed, amina, team
):
    team.phone = "0131 496 0100"
    team.save()
    reach(amina)
    assert meetings_near.remind() == {"workers": 1, "person": 1}
    assert not meetings_near.remind()

    letter = letters()["a@example.org"]
    assert "This is a reminder of tomorrow, 14:30." in letter
    assert "ring 0131 496 0100" in letter
    for telling in ("Living", "Amina", "LW-", "Harbour", "http", "Welcome", "Shore"):
        assert telling not in letter


@pytest.mark.parametrize(
    "wish", [{"may_email": False}, {"email": ""}, {"days": "345"}, {"days": "2"}]
)
def test_not_where_or_when_it_is_not_safe_for_her(confirmed, amina, wish):
    reach(amina, **wish)

    assert meetings_near.remind() == {"workers": 1}
    assert "a@example.org" not in letters()


def test_where_only_the_day_itself_is_safe_she_hears_on_that_day(
    confirmed, amina, clock
):
    reach(amina, days="2")
    meetings_near.remind()
    clock.move_to(AT.replace(hour=8))

    assert meetings_near.remind() == {"person": 1}
    assert "This is a reminder of today, 14:30." in letters()["a@example.org"]


@pytest.mark.parametrize(
    ("before", "rung"),
    [
        (timedelta(hours=25), 0),
        (timedelta(hours=23, minutes=59), 1),
        (timedelta(hours=3), 1),  # the bell was silent all night: once all the same
        (timedelta(hours=1, minutes=59), 0),
        (timedelta(hours=-1), 0),
    ],
)
def test_between_a_day_and_two_hours_before_and_never_after(
    confirmed, clock, before, rung
):
    clock.move_to(AT - before)

    assert meetings_near.remind().total() == rung
    assert meetings_near.remind().total() == 0


def test_what_mail_could_not_carry_in_time_is_not_said_afterwards(
    confirmed, amina, clock
):
    reach(amina)
    meetings_near.remind()
    clock.move_to(AT + timedelta(minutes=1))

    assert letters() == {}
    assert not Message.objects.filter(sent_at=None).exists()


def test_a_proposal_or_what_was_called_off_is_no_meeting(confirmed, accepted, priya):
    moved = {"at": AT + timedelta(minutes=15), "how": "ours"}
    actions.propose_meeting(accepted, by=priya, instead_of=confirmed.pk, **moved)
    assert not meetings_near.remind()

    again = FirstMeeting.objects.planned().get()
    actions.settle_meeting(again, by=priya, state="called_off", next_step="again")
    assert not meetings_near.remind()


def test_a_moved_meeting_is_reminded_of_anew(confirmed, accepted, priya, omar):
    meetings_near.remind()
    moved = {"at": AT + timedelta(minutes=15), "how": "ours"}
    anew = actions.propose_meeting(accepted, by=priya, instead_of=confirmed.pk, **moved)
    actions.confirm_meeting(anew, by=omar, person_agrees=True)

    assert meetings_near.remind() == {"workers": 1}


def test_it_is_said_in_the_time_on_the_wall():
    summer = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)

    assert emailing.in_words(summer) == "Wednesday 1 July, 13:00"


def test_the_bell_is_rung_every_quarter_of_an_hour(confirmed):
    rung = bells(5)["remind of first meetings"]
    assert (rung["task"], rung["schedule"]) == (remind_of_meetings.name, 900)
    remind_of_meetings()

    assert Message.objects.filter(template="first_meeting_near").exists()
