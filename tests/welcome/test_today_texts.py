"""A text that did not arrive is on the Today of whoever sent it."""

import pytest
from django.utils import timezone

from welcome.audit import trail
from welcome.models import Contact, Message

from .. import factories as make
from ..reading_pages import text

SAID = "The text you sent did not arrive."


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
