"""Whether someone who was reminded still has to be told that a first meeting is off."""

from datetime import UTC, timedelta

import pytest
from django.utils import timezone

from referrals import actions
from referrals.actions.referral_events import happened
from referrals.models import FirstMeeting
from referrals.payloads import MeetingReminded
from referrals.reading.to_tell import tell_them_yourself
from welcome.audit import trail
from welcome.models import Message

STILL = "Tell them yourself"


@pytest.fixture
def off(accepted, omar, priya):
    """A meeting of which Amina was reminded, and which Priya has cancelled."""
    at = timezone.now() + timedelta(days=3)
    meeting = actions.propose_meeting(accepted, by=omar, at=at, how="partner")
    say(meeting, "first_meeting.reminded", priya)
    FirstMeeting.objects.filter(pk=meeting.pk).update(
        state="called_off", settled_at=timezone.now(), settled_by=priya,
        next_step="nothing", nothing_why="She is well.",
    )  # fmt: skip
    return FirstMeeting.objects.get(pk=meeting.pk)


def say(meeting, what, by, *, of=None):
    """A message to her about this time, or about another one; it has left."""
    at = (of or meeting.at).astimezone(UTC).isoformat()
    detail = MeetingReminded(whom="person", reminds_of=at)
    event = happened(what, meeting.referral, by=by, detail=detail)
    trail.tell(event, to=["amina@example.org"], template="meeting_reminder")
    Message.objects.filter(event=event).update(sent_at=timezone.now())


def test_whoever_cancels_reads_it_until_she_was_told(off, priya):
    assert STILL in tell_them_yourself(priya, off)
    say(off, "first_meeting.told", priya)
    assert tell_them_yourself(priya, off) == ""


def test_that_she_was_told_of_other_times_since_hides_nothing(off, priya):
    say(off, "first_meeting.told", priya)
    for hour in range(1, 26):
        other = off.at + timedelta(hours=hour)
        say(off, "first_meeting.told", priya, of=other)
    assert tell_them_yourself(priya, off) == ""


def test_that_she_was_told_of_another_time_alone_is_not_enough(off, priya):
    say(off, "first_meeting.told", priya, of=off.at + timedelta(hours=1))
    assert STILL in tell_them_yourself(priya, off)


def test_that_she_was_told_of_an_earlier_meeting_at_this_time_is_not_enough(off, priya):
    say(off, "first_meeting.told", priya)
    now = timezone.now() + timedelta(seconds=1)
    FirstMeeting.objects.filter(pk=off.pk).update(
        proposed_at=now, settled_at=now + timedelta(minutes=1)
    )
    off.refresh_from_db()
    assert STILL in tell_them_yourself(priya, off)
