"""Whoever else a moved or cancelled meeting concerns hears of it once, and safely."""

from datetime import datetime

import pytest
from django.core import mail
from django.utils import timezone

from referrals import actions as referrals
from referrals.models import FirstMeeting
from referrals.reminders import meetings_near
from welcome import actions
from welcome.actions.meeting_reminders import remind_of_meetings
from welcome.messages import emailing, outbox
from welcome.models import ContactWish, Event, Message
from welcome.reading.to_tell import tell_them_yourself

from .. import factories as make
from ..reading_pages import text

#: A Thursday morning; Friday is a day before the weekend.
NOW = "2026-12-10T10:30:00+00:00"


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(datetime.fromisoformat(NOW))
    return time_machine


def at(said):
    return timezone.make_aware(datetime.fromisoformat(said))


@pytest.fixture
def wish(amina, site):
    site.has_texts = True
    site.save(update_fields=["has_texts"])

    def say(**more):
        safe = {"may_email": True, "email": "a@example.org", "phone": "07700 900418"}
        ContactWish.objects.filter(person=amina).update(**safe | more)

    return say


@pytest.fixture
def tomorrow(amina, priya):
    return actions.plan_follow_up(
        amina, by=priya, who=priya, at=at("2026-12-11 10:00"), how="ours"
    )


def move(meeting, by, to="2026-12-14 10:00", **more):
    plan = {"who": meeting.who, "at": at(to), "how": "ours"} | more
    return actions.plan_follow_up(meeting.person, by=by, instead_of=meeting.pk, **plan)


def cancel(meeting, by, state="called_off"):
    return actions.settle_meeting(meeting, by=by, state=state, next_step="again")


def remind():
    """Both kinds of meeting; and what is written has left."""
    remind_of_meetings()
    meetings_near.remind()
    Message.objects.filter(sent_at=None).update(sent_at=timezone.now())


def told(*templates):
    rows = Message.objects.filter(template__in=templates)
    rows = rows.filter(failed_at=None)
    return sorted(rows.values_list("template", "to"))


WORKERS = ("your_meeting_moved", "your_meeting_cancelled")
PERSON = (
    "meeting_new_time", "meeting_cancelled",
    "text_meeting_new_time", "text_meeting_cancelled",
)  # fmt: skip


# The colleague


def test_the_colleague_is_told_that_their_meeting_moved_or_is_cancelled(
    tomorrow, priya, ruth, amina
):
    new = move(tomorrow, ruth)
    assert told(*WORKERS) == [("your_meeting_moved", priya.email)]
    for _ in range(2):
        cancel(new, ruth)
    assert told(*WORKERS) == [
        ("your_meeting_cancelled", priya.email), ("your_meeting_moved", priya.email),
    ]  # fmt: skip
    message = Message.objects.filter(template__in=WORKERS).first()
    assert message.reference == amina.reference
    outbox.deliver_due(emailing.carry)
    assert "Amina" not in "".join(f"{m.subject} {m.body}" for m in mail.outbox)


def test_who_gives_it_to_a_colleague_tells_the_colleague(tomorrow, priya, ruth):
    move(tomorrow, priya, who=ruth)
    assert told(*WORKERS) == [("your_meeting_moved", ruth.email)]


def test_nobody_is_told_what_they_did_themselves(tomorrow, priya):
    cancel(move(tomorrow, priya), priya)
    assert told(*WORKERS, *PERSON) == []


def test_a_series_that_ends_is_one_message(amina, priya, ruth):
    times = [at(f"2026-12-{day} 10:00") for day in (14, 21, 28)]
    first, *_ = actions.plan_series(amina, by=priya, who=priya, times=times, how="ours")
    actions.settle_meeting(
        first, by=ruth, state="called_off", next_step="again", and_later=True
    )
    assert told(*WORKERS) == [("your_meeting_cancelled", priya.email)]


def test_a_farewell_and_a_closed_introduction_tell_the_colleague_too(
    tomorrow, team, priya, ruth, amina
):
    actions.say_farewell(amina, by=ruth, reason="well", words="She is well.")
    asked = make.make_introduction(team)
    actions.plan_meeting(
        asked, by=priya, who=priya, at=at("2026-12-15 10:00"), how="ours"
    )
    actions.close_introduction(asked, by=ruth, why="They moved away.")
    assert told(*WORKERS) == [("your_meeting_cancelled", priya.email)] * 2


def test_what_is_past_tells_nobody_again(tomorrow, ruth, clock):
    clock.move_to(at("2026-12-11 11:00"))
    cancel(tomorrow, ruth)
    assert told(*WORKERS, *PERSON) == []


# The person


def test_who_was_reminded_is_told_the_new_time_by_the_same_way(tomorrow, priya, wish):
    wish(may_text=False)
    remind()
    move(tomorrow, priya)
    assert told(*PERSON) == [("meeting_new_time", "a@example.org")]
    outbox.deliver_due(emailing.carry)
    letter = next(m for m in mail.outbox if m.subject == "A new time")
    assert "Monday 14 December, 10:00" in letter.body
    for telling in ("Amina", "Priya", "Living", "LW-", "http", "Welcome"):
        assert telling not in f"{letter.from_email}{letter.subject}{letter.body}"


def test_a_text_is_answered_by_a_text(tomorrow, priya, wish):
    wish(may_text=True, may_email=False)
    remind()
    cancel(tomorrow, priya)
    cancel(tomorrow, priya)
    assert told(*PERSON) == [("text_meeting_cancelled", "+447700900418")]


def test_a_new_time_within_a_day_is_not_reminded_of_as_well(tomorrow, priya, wish):
    wish(may_text=False)
    remind()
    move(tomorrow, priya, "2026-12-11 09:30")
    remind()
    assert told("meeting_reminder", *PERSON) == [
        ("meeting_new_time", "a@example.org"),
        ("meeting_reminder", "a@example.org"),
    ]
    assert Event.objects.filter(what="meeting.told").count() == 1


def test_a_reminder_that_had_not_left_is_given_up_and_nothing_follows(
    tomorrow, priya, wish
):
    wish(may_text=False)
    remind_of_meetings()
    cancelled = cancel(tomorrow, priya)
    assert told("meeting_reminder", *PERSON) == []
    assert tell_them_yourself(cancelled) == ""


def test_who_did_not_know_or_cancelled_is_not_written_to(tomorrow, priya, wish):
    wish()
    new = move(tomorrow, priya, "2026-12-11 09:30")
    assert told(*PERSON) == []
    remind()
    cancel(new, priya, "they_cancelled")
    assert told(*PERSON) == []


@pytest.mark.parametrize(
    "no_more", [{"may_email": False}, {"email": ""}, {"days": "6"}]
)
def test_where_nothing_safe_is_left_the_mover_reads_tell_them_yourself(
    client, tomorrow, priya, wish, no_more
):
    wish(may_text=False, may_call=True)
    remind()
    wish(may_text=False, may_call=True, **no_more)
    client.force_login(priya)
    said = {"state": "called_off", "next_step": "nothing", "nothing_why": "Well."}
    page = text(client.post(f"/meetings/{tomorrow.pk}/", said, follow=True))
    assert "Tell them yourself:" in page and "07700 900418" in page
    assert told(*PERSON) == []


def test_where_they_were_told_nothing_more_is_asked(client, tomorrow, priya, wish):
    wish(may_text=False)
    remind()
    client.force_login(priya)
    day = make.in_boxes("day", at("2026-12-14 10:00").date())
    said = {"who": priya.pk, "time": "10:00", "how": "ours", "place": ""} | day
    said |= {"instead_of": tomorrow.pk}
    page = text(client.post(f"/meetings/{tomorrow.pk}/move/", said, follow=True))
    assert "Planned: Priya Nair" in page and "Tell them yourself" not in page


# With a partner


@pytest.fixture
def confirmed(accepted, omar, priya):
    words = {"at": at("2026-12-11 10:00"), "how": "partner", "place": "The Shore"}
    meeting = referrals.propose_meeting(accepted, by=omar, **words)
    return referrals.confirm_meeting(meeting, by=priya, person_agrees=True)


def test_a_first_meeting_tells_the_colleague_and_the_person(
    confirmed, priya, ruth, omar, wish
):
    wish(may_text=False)
    remind()
    confirmed.refresh_from_db()
    referrals.settle_meeting(confirmed, by=ruth, state="called_off", next_step="again")
    assert told(*WORKERS) == [("your_meeting_cancelled", priya.email)]
    assert told(*PERSON) == [("meeting_cancelled", "a@example.org")]
    assert ("first_meeting_called_off", omar.email) in told("first_meeting_called_off")


def test_a_first_meeting_that_moves_does_so_too(confirmed, priya, ruth, wish):
    wish(may_text=False)
    remind()
    referrals.propose_meeting(
        confirmed.referral, by=ruth, at=at("2026-12-15 10:00"), how="ours",
        instead_of=confirmed.pk,
    )  # fmt: skip
    assert ("your_meeting_moved", priya.email) in told(*WORKERS)
    assert told(*PERSON) == [("meeting_cancelled", "a@example.org")]


@pytest.mark.parametrize(("by", "reads"), [("priya", True), ("omar", False)])
def test_only_their_team_reads_how_to_reach_them(
    client, confirmed, request, wish, by, reads
):
    wish(may_text=False, may_call=True)
    remind()
    wish(may_text=False, may_call=True, may_email=False)
    client.force_login(request.getfixturevalue(by))
    said = {"state": "called_off", "next_step": "nothing", "nothing_why": "Well."}
    path = f"/first-meetings/{confirmed.pk}/settle/"
    page = text(client.post(path, said, follow=True))
    assert "Tell them yourself" in page
    assert ("Tell them yourself: Ring" in page) == reads
    assert FirstMeeting.objects.get().state == "called_off"
