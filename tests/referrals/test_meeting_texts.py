"""The day before, from ten, one text to those for whom that is safe."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from livingwell.schedule import bells
from referrals import actions
from referrals.reminders import meetings_tomorrow
from referrals.tasks import text_about_meetings
from welcome.messages import carriers, outbox
from welcome.models import Event, Message

from .. import text_gateways as plays

#: The Monday before. In Edinburgh's winter, UTC is the time on the wall.
TEN = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
AT = datetime(2026, 11, 24, 14, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(TEN, tick=True) as clock:
        yield clock


@pytest.fixture
def confirmed(accepted, omar, priya, team, site):
    site.has_texts, team.phone = True, "0131 496 0100"
    site.save()
    team.save()
    words = {"at": AT, "how": "partner", "place": "Harbour, The Shore"}
    meeting = actions.propose_meeting(accepted, by=omar, **words)
    return actions.confirm_meeting(meeting, by=priya, person_agrees=True)


@pytest.fixture(autouse=True)
def reach(amina):
    def reach(**wish):
        told = {"may_text": True, "phone": "07700 900418", **wish}
        for name, value in told.items():
            setattr(amina.contact_wish, name, value)
        amina.contact_wish.save()

    reach()
    return reach


@pytest.fixture
def texts(settings):
    """What has left by now, as the gateway got it."""
    with plays.gateway() as server:
        plays.by_gateway(settings, server)

        def leave():
            outbox.deliver_due(carriers.carry)
            return [one["text"] for one in server.taken]

        yield leave


def test_one_text_with_day_and_time_and_not_what_it_is_about(confirmed, texts):
    assert meetings_tomorrow.remind() == 1
    assert meetings_tomorrow.remind() == 0

    said = "This is a reminder of tomorrow, 14:30. If you cannot make it, ring"
    assert texts() == [f"{said} 0131 496 0100."]
    event = Event.objects.get(what="first_meeting.reminded")
    assert event.detail["whom"] == "text"


@pytest.mark.parametrize(
    "moment, written",
    [
        (TEN - timedelta(minutes=1), 0),
        (TEN, 1),
        (TEN.replace(hour=19, minute=59), 1),
        (TEN.replace(hour=20), 0),
        (TEN - timedelta(days=1), 0),
        (AT.replace(hour=11), 0),
    ],
)
def test_the_day_before_between_ten_and_eight(confirmed, clock, moment, written):
    clock.move_to(moment)

    assert meetings_tomorrow.remind() == written


@pytest.mark.parametrize(
    "wish",
    [{"may_text": False}, {"phone": ""}, {"days": "2"}, {"phone": "01314960142"}],
)
def test_not_where_or_when_it_is_not_safe(confirmed, reach, wish):
    reach(**wish)

    assert meetings_tomorrow.remind() == 0
    assert not Message.objects.filter(channel="text").exists()


def test_not_at_a_site_without_texts(confirmed, site):
    site.has_texts = False
    site.save()

    assert meetings_tomorrow.remind() == 0


def test_nothing_of_what_was_moved_or_called_off(confirmed, accepted, priya, omar):
    moved = {"at": AT + timedelta(minutes=15), "how": "ours"}
    new = actions.propose_meeting(accepted, by=priya, instead_of=confirmed.pk, **moved)
    assert meetings_tomorrow.remind() == 0

    actions.confirm_meeting(new, by=omar, person_agrees=True)
    actions.settle_meeting(new, by=priya, state="called_off", next_step="again")
    assert meetings_tomorrow.remind() == 0
    assert not actions.text_about_meeting(confirmed, by=priya)


def test_what_had_not_left_by_then_never_leaves(confirmed, priya, texts):
    meetings_tomorrow.remind()
    actions.settle_meeting(confirmed, by=priya, state="called_off", next_step="again")

    assert texts() == []


def test_a_moved_meeting_has_a_reminder_of_its_own(
    confirmed, accepted, priya, omar, texts
):
    meetings_tomorrow.remind()
    moved = {"at": AT + timedelta(minutes=15), "how": "ours"}
    new = actions.propose_meeting(accepted, by=priya, instead_of=confirmed.pk, **moved)
    actions.confirm_meeting(new, by=omar, person_agrees=True)
    assert meetings_tomorrow.remind() == 1

    (said,) = texts()
    assert "tomorrow, 14:45" in said


def test_the_schedule_asks_every_quarter_of_an_hour(confirmed):
    planned = bells(5)["text about meetings tomorrow"]
    assert (planned["task"], planned["schedule"]) == (text_about_meetings.name, 900)
    text_about_meetings()

    assert Message.objects.filter(template="text_meeting_tomorrow").exists()
