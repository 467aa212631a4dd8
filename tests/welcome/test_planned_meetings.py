"""A meeting took place when someone says so, and not before its time."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from welcome import actions
from welcome.models import Meeting
from welcome.refusals import Refused

from .. import factories as make

DAYS = timedelta(days=18)


@pytest.fixture
def introduction(team):
    return make.make_introduction(team)


def plan(introduction, priya, after):
    at = timezone.now() + after
    return actions.plan_meeting(introduction, by=priya, at=at, who=priya, how="home")


def listen(introduction, priya, team):
    ruth = make.make_person(team=team, known_as="Ruth")
    actions.begin(ruth, by=priya, introduction=introduction)


def test_a_conversation_that_begins_sooner_leaves_a_later_plan_alone(
    introduction, priya, team
):
    meeting = plan(introduction, priya, DAYS)
    listen(introduction, priya, team)
    meeting.refresh_from_db()

    assert meeting.state == "planned"
    assert meeting.settled_at is None


def test_a_conversation_settles_a_plan_whose_time_has_come(introduction, priya, team):
    meeting = plan(introduction, priya, -timedelta(minutes=5))
    listen(introduction, priya, team)
    meeting.refresh_from_db()

    assert meeting.state == "kept"


@pytest.mark.parametrize("state", ["kept", "not_kept"])
def test_nobody_can_say_how_it_went_before_its_time(client, introduction, priya, state):
    meeting = plan(introduction, priya, DAYS)
    client.force_login(priya)
    page = client.get(reverse("welcome:waits", args=[introduction.pk]))
    assert "It took place" not in page.content.decode()
    path = reverse("welcome:settle_meeting", args=[meeting.pk])
    answer = client.post(path, {"state": state})

    assert answer.status_code == 409
    assert "not time for this meeting yet" in answer.content.decode()
    meeting.refresh_from_db()
    assert meeting.state == "planned"


def test_the_database_refuses_it_too(introduction, priya):
    meeting = plan(introduction, priya, DAYS)
    with pytest.raises(IntegrityError, match="time_has_come"), transaction.atomic():
        Meeting.objects.filter(pk=meeting.pk).update(
            state="kept", settled_at=timezone.now(), settled_by=priya
        )


def test_a_plan_for_later_can_be_called_off_after_a_conversation(
    client, introduction, priya, team
):
    meeting = plan(introduction, priya, DAYS)
    listen(introduction, priya, team)
    client.force_login(priya)
    page = client.get(reverse("welcome:waits", args=[introduction.pk]))
    assert "This meeting is still planned" in page.content.decode()
    path = reverse("welcome:settle_meeting", args=[meeting.pk])
    client.post(path, {"state": "called_off"})
    meeting.refresh_from_db()

    assert meeting.state == "called_off"


def test_without_a_conversation_a_plan_for_later_is_called_off(introduction, priya):
    meeting = plan(introduction, priya, DAYS)
    actions.close_introduction(introduction, by=priya, why="They moved away.")
    meeting.refresh_from_db()

    assert meeting.state == "called_off"


def test_a_first_meeting_with_a_partner_waits_for_its_time_too(
    introduction, priya, team
):
    meeting = plan(introduction, priya, timedelta(minutes=1))
    with pytest.raises(Refused, match="not time"):
        actions.settle_meeting(meeting, by=priya, state="kept")
