"""A partner reads the map that was agreed, as it was then, and no other."""

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from referrals import actions as referrals
from referrals.models import Agreement
from referrals.reading.personal_data_export import whole_copy
from welcome import actions
from welcome.actions.story_map_changes import add_need

from .. import factories as make
from ..reading_pages import text


@pytest.fixture
def amap(amina, priya):
    return actions.redraw(
        amina, add_need("The letters"), by=priya, was=0, change="need_added"
    )


@pytest.fixture
def made(amina, priya, letters):
    return referrals.prepare(
        amina, by=priya, once=uuid.uuid4(), words="Sit with me", need="money",
        urgency="usual", offers=[letters],
    )  # fmt: skip


def send(made, amina, by, **more):
    return referrals.agree_and_send(
        made, seen=make.seen(made),
        by=by, passages=list(amina.passages.all()), words="Aye.", how="phone",
        until_on=timezone.localdate() + timedelta(days=30), **more,
    )[0]  # fmt: skip


def read(client, by, referral):
    client.force_login(by)
    address = reverse("referrals:referral", args=[referral.pk])
    return text(client.get(address))


def test_a_partner_sees_no_map_that_was_not_agreed(
    client, amap, made, amina, priya, omar
):
    assert "story map" not in read(client, omar, send(made, amina, priya))


def test_a_partner_sees_the_map_that_was_agreed_and_no_later_one(
    client, amap, made, amina, priya, omar
):
    sent = send(made, amina, priya, map=amap)
    actions.redraw(amina, add_need("Dad"), by=priya, was=1, change="need_added")
    shown = read(client, omar, sent)
    assert "The letters" in shown and "Dad" not in shown
    assert "The map has changed since" in shown


def test_the_page_that_asks_offers_the_map_and_shows_it_when_ticked(
    client, amap, made, priya
):
    client.force_login(priya)
    address = reverse("referrals:agree", args=[made.pk])
    assert 'name="map"' in text(client.get(address))
    looked = client.post(address, {"look": "yes", "map": str(amap.pk)}, follow=True)
    assert "Amina’s story map" in looked.content.decode()


def test_there_is_no_tick_where_there_is_no_map(client, made, priya):
    client.force_login(priya)
    address = reverse("referrals:agree", args=[made.pk])
    assert 'name="map"' not in text(client.get(address))


def test_a_map_drawn_anew_meanwhile_is_asked_about_again(
    client, amap, made, amina, priya
):
    actions.redraw(amina, add_need("Dad"), by=priya, was=1, change="need_added")
    client.force_login(priya)
    address = reverse("referrals:agree", args=[made.pk])
    shown = client.post(address, {"send": "yes", "map": str(amap.pk)})
    assert "Someone has changed the story map" in shown.content.decode()


def test_the_database_knows_which_map_was_agreed(amina, priya):
    with pytest.raises(IntegrityError), transaction.atomic():
        Agreement.objects.create(
            person=amina, words="Aye.", how="phone", asked_by=priya,
            until_on=timezone.localdate(), shares_map=True,
        )  # fmt: skip


def test_the_copy_that_they_take_away_holds_every_map(amap, made, amina, priya):
    send(made, amina, priya, map=amap)
    copy = whole_copy(amina)
    assert copy["maps"][0]["needs"][0]["words"] == "The letters"
    assert copy["who_was_asked_to_help"][0]["agreement"]["map"] == 1
