"""A first meeting that did not take place leads to a next step, on Today until done."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from referrals import actions
from referrals.models import FirstMeeting
from referrals.reading import to_reach
from welcome import actions as ours
from welcome.models import Event, Message

from .. import factories as make
from ..reading_pages import text

NOT_MET = ["not_kept", "called_off", "they_cancelled"]


@pytest.fixture
def met(accepted, omar, priya):
    """It was to be an hour ago, and both sides had said yes."""
    later = timezone.now() + timedelta(days=1)
    words = {"at": later, "how": "partner", "place": "3, The Shore"}
    meeting = actions.propose_meeting(accepted, by=omar, **words)
    meeting = actions.confirm_meeting(meeting, by=priya, person_agrees=True)
    FirstMeeting.objects.update(at=timezone.now() - timedelta(hours=1))
    meeting.refresh_from_db()
    return meeting


def say(client, meeting, state, **more):
    path = f"/first-meetings/{meeting.pk}/settle/"
    return client.post(path, {"state": state} | more, follow=True)


@pytest.mark.parametrize("by", ["priya", "omar"])
def test_either_side_says_that_it_took_place_in_one_press(client, met, request, by):
    user = request.getfixturevalue(by)
    client.force_login(user)
    page = text(client.get(f"/referrals/{met.referral_id}/"))
    assert "It did not take place" in page and "It took place" in page
    assert "Saved. Thank you." in text(say(client, met, "kept"))
    assert say(client, met, "kept").status_code == 200
    assert say(client, met, "not_kept", next_step="again").status_code == 409
    assert Event.objects.filter(what="first_meeting.kept").count() == 1


@pytest.mark.parametrize("state", NOT_MET)
def test_what_was_not_asks_what_happens_next(client, met, priya, omar, state):
    client.force_login(priya)
    assert "Choose what happens next" in text(say(client, met, state))
    assert "Write the day by which" in text(say(client, met, state, next_step="reach"))
    page = text(say(client, met, state, next_step="nothing"))
    assert "Say why nothing more is needed" in page
    met.refresh_from_db()
    assert met.state == "confirmed"

    say(client, met, state, next_step="nothing", nothing_why="They feel well.")
    met.refresh_from_db()
    assert (met.state, met.nothing_why) == (state, "They feel well.")
    assert Event.objects.get(what=f"first_meeting.{state}").detail["next"] == "nothing"
    told = Message.objects.filter(template="first_meeting_not_kept")
    assert list(told.values_list("to", flat=True)) == [omar.email]
    assert "They feel well." not in text(client.get("/today/"))


def test_whichever_side_cancelled_is_offered_by_name(client, met, priya, omar):
    for user, other in ((priya, "Harbour Money Advice"), (omar, "North East")):
        client.force_login(user)
        page = text(client.get(f"/first-meetings/{met.pk}/settle/"))
        assert f"We cancelled, or {other}" in page


def test_a_try_to_reach_them_is_on_today_until_it_is_logged(
    client, met, priya, omar, amina
):
    client.force_login(omar)
    day = make.in_boxes("reach_on", timezone.localdate())
    page = text(say(client, met, "not_kept", next_step="reach", **day))
    assert "we’ve told the other side" in page
    assert "will try to reach them by" in page
    client.force_login(priya)
    assert "Try to reach them by today" in text(client.get("/today/"))
    ((key, step),) = to_reach.next_steps(priya, [amina.pk])
    assert (key, step.words) == (amina.pk, "Try to reach them by today")

    ours.log_contact(
        amina, by=priya, once=uuid.uuid4(), kind="call", direction="out",
        outcome="no_answer", minutes=None, words="",
    )  # fmt: skip
    assert "Try to reach them" not in text(client.get("/today/"))
    assert not list(to_reach.next_steps(priya, [amina.pk]))


def test_another_time_begins_with_the_last_one_and_is_on_today_until_proposed(
    client, met, priya
):
    client.force_login(priya)
    answer = say(client, met, "they_cancelled", next_step="again")
    first = answer.context["form"].initial
    assert (first["how"], first["place"]) == ("partner", "3, The Shore")
    assert first["day"] > timezone.localdate() and "instead_of" not in first
    assert "Propose another time to meet Harbour" in text(client.get("/today/"))

    at = timezone.now() + timedelta(days=3)
    actions.propose_meeting(met.referral, by=priya, at=at, how="ours")
    assert "Propose another time to meet" not in text(client.get("/today/"))


def test_nothing_is_asked_once_the_partner_no_longer_helps(client, met, priya, omar):
    actions.settle_meeting(met, by=priya, state="not_kept", next_step="again")
    client.force_login(priya)
    assert "Propose another time to meet" in text(client.get("/today/"))
    met.referral.refresh_from_db()
    actions.give_back(
        met.referral, seen=make.seen(met.referral), by=omar, reason="full",
        suggestion="Open Door",
    )  # fmt: skip
    assert "Propose another time to meet" not in text(client.get("/today/"))


def test_another_worker_of_the_team_is_not_asked(client, met, priya, ruth):
    actions.settle_meeting(met, by=priya, state="not_kept", next_step="again")
    client.force_login(ruth)
    assert "Propose another time to meet" not in text(client.get("/today/"))


def test_what_was_said_before_a_step_was_asked_is_not_said_differently(
    client, met, priya
):
    now = timezone.now()
    FirstMeeting.objects.update(state="not_kept", settled_at=now, settled_by=priya)
    client.force_login(priya)
    page = text(client.get(f"/referrals/{met.referral_id}/"))
    assert "it did not take place" in page and "they did not come" not in page
