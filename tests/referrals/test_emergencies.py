"""A partner in an emergency: the whole record, although it is not shared."""

from datetime import timedelta

import pytest

from referrals import actions
from welcome.models import Emergency

from .. import factories as make
from ..factories import NEXT_STEP
from ..reading_pages import text


@pytest.fixture
def over(sent, priya):
    actions.withdraw_agreement(sent, seen=make.seen(sent), by=priya)
    return sent


SAID = {"why": "life", "words": "At our door, not well.", "is_told": "yes"}


def test_from_the_closed_page_and_it_says_that_they_said_no(client, over, omar):
    client.force_login(omar)
    closed = text(client.get(f"/referrals/{over.pk}/"))
    assert f"/referrals/{over.pk}/emergency/" in closed

    asked = text(client.get(f"/referrals/{over.pk}/emergency/"))
    assert "ended on" in asked
    assert "Amina" not in asked

    page = client.post(f"/referrals/{over.pk}/emergency/", SAID, follow=True)
    assert "The letters frighten me." in page.content.decode()
    assert Emergency.objects.get().against_their_no


def test_it_opens_no_referral(client, over, omar):
    client.force_login(omar)
    client.post(f"/referrals/{over.pk}/emergency/", SAID)

    page = text(client.get(f"/referrals/{over.pk}/"))

    assert "no longer shared" in page


def test_what_was_never_sent_opens_nothing(client, request_made, omar):
    client.force_login(omar)

    answer = client.get(f"/referrals/{request_made.referrals.get().pk}/emergency/")

    assert answer.status_code == 404


def test_after_its_time_it_is_closed(client, over, omar):
    client.force_login(omar)
    client.post(f"/referrals/{over.pk}/emergency/", SAID)
    emergency = Emergency.objects.get()
    emergency.opened_at -= timedelta(hours=2)
    emergency.until_at -= timedelta(hours=2)
    emergency.save()

    page = text(client.get(f"/emergencies/{emergency.pk}/"))

    assert "The letters frighten me." not in page


def test_what_was_opened_closes_with_the_partners_last_referral(client, accepted, omar):
    client.force_login(omar)
    opened = client.post(f"/referrals/{accepted.pk}/emergency/", SAID)
    assert "The letters frighten me." in text(client.get(opened.url))
    actions.give_back(accepted, seen=make.seen(accepted), by=omar, **NEXT_STEP)

    assert "The letters frighten me." not in text(client.get(opened.url))
