"""Someone who came to us very often: what is about the latest time is found as well."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from welcome.models import Contact, Introduction

from .. import factories as make
from ..reading_pages import text

OFTEN = 103


@pytest.fixture
def latest(amina):
    """The newest of more introductions than were ever looked through."""
    first = make.make_introduction(amina.team, person=amina)
    same = {
        field.attname: getattr(first, field.attname)
        for field in Introduction._meta.concrete_fields
        if field.name not in ("id", "once", "made_at")
    }
    now = timezone.now()
    more = [
        Introduction(once=uuid4(), made_at=now + timedelta(seconds=n), **same)
        for n in range(OFTEN)
    ]
    return Introduction.objects.bulk_create(more)[-1]


@pytest.fixture
def desk(client, priya):
    client.force_login(priya)
    return client


def test_a_call_about_the_latest_introduction_is_in_the_contacts(
    desk, latest, amina, priya
):
    said = {"reached": True, "outcome": "spoke", "words": "She rang at noon."}
    Contact.objects.create(introduction=latest, by=priya, **said)
    page = text(desk.get(reverse("welcome:contacts", args=[amina.pk])))

    assert "She rang at noon." in page


def test_a_meeting_about_the_latest_introduction_is_in_the_meetings(
    desk, latest, amina, priya
):
    at = timezone.now() + timedelta(days=1)
    make.make_meeting(priya, at, introduction=latest, place="The bandstand")
    page = text(desk.get(reverse("welcome:meetings", args=[amina.pk])))

    assert "The bandstand" in page


def test_the_oldest_of_many_meetings_can_be_planned_again(desk, amina, priya):
    long_ago = timezone.now() - timedelta(days=900)
    over = {"state": "kept", "settled_at": timezone.now(), "settled_by": priya}
    meeting = {"introduction": None, "person": amina, "place": "The bandstand", **over}
    oldest = make.make_meeting(priya, long_ago, **meeting)
    for n in range(OFTEN):
        at = long_ago + timedelta(days=n + 1)
        make.make_meeting(priya, at, **meeting | {"place": "Here"})
    path = reverse("welcome:plan_follow_up", args=[amina.pk])

    assert "The bandstand" in text(desk.get(path, {"again": str(oldest.pk)}))
    assert "The bandstand" not in text(desk.get(path, {"again": "nonsense"}))
