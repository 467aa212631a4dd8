"""A text that did not arrive is on the Today of whoever sent it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from welcome.audit import trail
from welcome.models import Contact, Message, User

from .. import factories as make
from ..reading_pages import text

SAID = "The text you sent did not arrive."
REMINDER = "The text to remind them of a meeting did not arrive."


@pytest.fixture
def failed(amina, priya):
    event = trail.record("person.welcomed", about=amina, person=amina, by=priya)
    return Message.objects.create(
        event=event, channel="text", to="+447700900418", template="text_please_ring",
        sent_at=timezone.now(), failed_at=timezone.now(),
    )  # fmt: skip


def today(client, user):
    client.force_login(user)
    return text(client.get("/today/"))


def test_whoever_sent_it_reads_it_on_today_and_nobody_else(
    client, failed, priya, team, tomasz
):
    page = today(client, priya)
    assert SAID in page
    assert f'href="/people/{failed.event.person_id}/contacts/"' in page
    for other in (make.make_welcomer(team), tomasz):
        assert SAID not in today(client, other)


def test_it_leaves_when_the_person_was_reached_in_another_way(
    client, failed, priya, amina
):
    Contact.objects.create(person=amina, by=priya, outcome="spoke", reached=True)
    assert SAID not in today(client, priya)


def test_one_that_arrived_is_not_on_it(client, failed, priya):
    Message.objects.update(failed_at=None, delivered_at=timezone.now())
    assert SAID not in today(client, priya)


@pytest.fixture
def reminder(amina, priya):
    """Of her first meeting with a partner: sent by the clock, and not delivered."""
    clock = User.objects.hand("clock")
    event = trail.record(
        "first_meeting.reminded", about=amina, person=amina, by=clock,
        detail={"whom": "text", "reminds_of": timezone.now().isoformat()},
    )  # fmt: skip
    return Message.objects.create(
        event=event, channel="text", to="+447700900418",
        template="text_meeting_tomorrow", sent_at=timezone.now(),
        failed_at=timezone.now(),
    )  # fmt: skip


def test_a_reminder_that_failed_is_on_the_today_of_their_key_contact_alone(
    client, reminder, priya, team, tomasz
):
    page = today(client, priya)
    assert REMINDER in page and "Choose another way" in page
    for other in (make.make_welcomer(team), tomasz):
        assert REMINDER not in today(client, other)


def test_where_nobody_is_named_the_team_reads_that_a_reminder_failed(
    client, reminder, priya, team
):
    priya.memberships.update(ended_at=timezone.now())
    assert REMINDER in today(client, make.make_welcomer(team))


def test_once_the_meeting_is_over_a_reminder_that_failed_is_not_on_it(
    client, reminder, priya
):
    Message.objects.update(failed_at=timezone.now() - timedelta(days=1, minutes=1))
    assert REMINDER not in today(client, priya)
