"""Help is paused for a reason and until a day. On that day it goes on by itself."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from referrals import actions
from referrals.models import Referral, State
from referrals.reminders import pauses_over
from welcome.models import Event, Message, User
from welcome.refusals import Refused

from .. import factories as make
from ..reading_pages import text

TODAY = timezone.localdate


@pytest.fixture
def helped(accepted, omar):
    return actions.begin_helping(accepted, by=omar, seen=make.seen(accepted))


def pause(referral, omar, **given):
    return actions.pause(
        referral, by=omar, seen=make.seen(referral), **make.a_pause(**given)
    )


def told(template):
    return {m.to for m in Message.objects.filter(template=template)}


def test_both_sides_read_why_and_until_when(client, helped, omar, priya):
    until = TODAY() + timedelta(days=10)
    client.force_login(omar)
    said = {"reason": "break", "words": "A month at her sister’s.", "seen": helped.seen}
    said |= make.in_boxes("until", until)
    client.post(reverse("referrals:pause", args=[helped.pk]), said)
    day = f"Paused until {until:%-d %B}"

    assert day in text(client.get(reverse("referrals:inbox")))
    client.force_login(priya)
    page = text(client.get(reverse("referrals:referral", args=[helped.pk])))
    assert day in page
    assert "They would like a break" in page and "at her sister’s" in page
    assert day in text(client.get(reverse("referrals:sent")))
    assert helped.team.email in told("referral_paused")


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"reason": ""}, "Choose a reason"),
        ({"reason": "other", "words": ""}, "Write a few words"),
        ({"until_1": ""}, "Add a month"),
        ({"until_2": "2001"}, "on or after"),
        ({"until_2": "2101"}, "on or before"),
    ],
)
def test_a_pause_says_why_and_a_day_within_six_months(
    client, helped, omar, wrong, error
):
    client.force_login(omar)
    said = {"reason": "away", "words": "Abroad.", "seen": helped.seen}
    said |= make.in_boxes("until", TODAY() + timedelta(days=9))
    page = client.post(reverse("referrals:pause", args=[helped.pk]), said | wrong)

    assert error in text(page)
    assert Referral.objects.get(pk=helped.pk).state == State.HELPING


@pytest.mark.parametrize("days", [0, 184])
def test_the_action_refuses_such_a_day_too(helped, omar, days):
    with pytest.raises(Refused, match="six months"):
        pause(helped, omar, until=TODAY() + timedelta(days=days))


def test_on_the_day_it_goes_on_once_and_both_hear_it(helped, omar, harbour):
    paused = pause(helped, omar)
    assert pauses_over.resume() == 0
    Referral.objects.filter(pk=paused.pk).update(paused_until=TODAY())

    assert (pauses_over.resume(), pauses_over.resume()) == (1, 0)
    now = Referral.objects.get(pk=paused.pk)
    assert (now.state, now.pause_reason, now.paused_until) == ("helping", "", None)
    event = Event.objects.get(what="referral.resumed")
    assert event.by == User.objects.hand("clock")
    assert {harbour.email, now.team.email} <= told("referral_resumed")


def test_the_partner_resumes_before_the_day_and_the_team_hears_it(helped, omar):
    paused = pause(helped, omar)
    actions.resume(paused, by=omar, seen=make.seen(paused))

    assert paused.team.email in told("referral_resumed")
    assert not Event.objects.filter(what="referral.helping").exclude(by=omar).exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"paused_until": None},
        {"pause_reason": ""},
        {"pause_reason": "mood"},
        {"state": "helping"},
    ],
)
def test_the_database_keeps_a_pause_whole(helped, omar, wrong):
    paused = pause(helped, omar)
    with pytest.raises(IntegrityError), transaction.atomic():
        Referral.objects.filter(pk=paused.pk).update(**wrong)
