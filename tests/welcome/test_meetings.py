"""A meeting took place when someone says so, and not before its time."""

import io
import os
from contextlib import contextmanager
from datetime import date, timedelta
from uuid import uuid4

import psycopg
import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone
from psycopg.conninfo import make_conninfo

from referrals import actions as referrals
from referrals.forms import RoomForm
from referrals.models import FirstMeeting
from welcome import actions
from welcome.forms.huddles import DecisionForm
from welcome.models import Event, Meeting
from welcome.refusals import Refused

from .. import factories as make
from ..reading_pages import text as page

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


def test_a_conversation_leaves_it_to_someone_to_say_that_they_met(
    introduction, priya, team
):
    meeting = plan(introduction, priya, -timedelta(minutes=5))
    listen(introduction, priya, team)
    meeting.refresh_from_db()

    assert meeting.state == "planned"


@pytest.mark.parametrize("state", ["kept", "not_kept"])
def test_nobody_can_say_how_it_went_before_its_time(client, introduction, priya, state):
    meeting = plan(introduction, priya, DAYS)
    client.force_login(priya)
    page = client.get(reverse("welcome:waits", args=[introduction.pk]))
    assert "It took place" not in page.content.decode()
    path = reverse("welcome:settle_meeting", args=[meeting.pk])
    client.post(path, {"state": state, "next_step": "again"})
    with pytest.raises(Refused, match="hasn’t started yet"):
        actions.settle_meeting(meeting, by=priya, state=state, next_step="again")
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
    nothing = {"next_step": "nothing", "nothing_why": "We met sooner."}
    client.post(path, {"state": "called_off", **nothing})
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
    with pytest.raises(Refused, match="started yet"):
        actions.settle_meeting(meeting, by=priya, state="kept")


def test_whoever_begins_sooner_is_told_that_the_meeting_still_stands(
    client, introduction, priya, team
):
    meeting = plan(introduction, priya, DAYS)
    ruth = make.make_person(team=team, known_as="Ruth")
    client.force_login(priya)
    said = {"introduction": introduction.pk}
    answer = client.post(f"/people/{ruth.pk}/carry-on/", said, follow=True)
    assert "is still planned. Ask whether to keep it" in page(answer)

    hers = page(client.get(f"/people/{ruth.pk}/"))
    assert "Planned meeting" in hers
    assert reverse("welcome:waits", args=[introduction.pk]) in hers
    actions.settle_meeting(meeting, by=priya, state="called_off", next_step="again")
    assert "Planned meeting" not in page(client.get(f"/people/{ruth.pk}/"))


def test_a_new_story_says_it_too(client, introduction, priya):
    plan(introduction, priya, DAYS)
    client.force_login(priya)
    said = {"introduction": introduction.pk, "known_as": "Ruth", "agrees": "yes"}
    answer = client.post("/people/start/", said | {"somebody_else": "1"}, follow=True)
    assert "is still planned. Ask whether to keep it" in page(answer)


def meet(client, introduction, priya, day, **more):
    said = {
        "who": priya.pk,
        **make.in_boxes("day", day),
        "time": "10:30",
        "how": "home",
    }
    return client.post(f"/waiting/{introduction.pk}/meet/", said | more)


def test_a_plan_for_later_can_be_moved_after_a_conversation(
    client, introduction, priya, team
):
    meeting = plan(introduction, priya, DAYS)
    listen(introduction, priya, team)
    client.force_login(priya)
    waits = page(client.get(reverse("welcome:waits", args=[introduction.pk])))
    assert "Move the meeting" in waits and str(meeting.pk) in waits

    day = make.working_day(30)
    meet(client, introduction, priya, day, instead_of=meeting.pk)
    assert [m.state for m in introduction.meetings.all()] == ["moved", "planned"]


def test_after_a_conversation_nothing_new_is_planned(introduction, priya, team):
    listen(introduction, priya, team)
    with pytest.raises(Refused):
        plan(introduction, priya, DAYS)


def test_a_plan_that_somebody_moved_meanwhile_is_looked_at_first(
    client, introduction, priya
):
    first = plan(introduction, priya, DAYS)
    day = make.working_day(30)
    client.force_login(priya)
    meet(client, introduction, priya, day, instead_of=first.pk)
    now = introduction.meetings.get(state="planned")

    other = {"time": "11:30", "place": "Café", "instead_of": first.pk}
    answer = meet(client, introduction, priya, day, **other)
    assert answer.status_code == 409
    assert "has just changed this plan" in page(answer)
    assert "Café" in page(answer) and str(now.pk) in page(answer)
    assert introduction.meetings.get(state="planned") == now


@pytest.mark.parametrize("year", [9999, 2100])
def test_no_meeting_is_planned_in_a_year_that_is_a_slip(
    client, introduction, priya, year
):
    client.force_login(priya)
    answer = page(meet(client, introduction, priya, date(year, 12, 18), place="Café"))

    assert "Choose the day on or before" in answer
    assert f'value="{year}"' in answer and "Café" in answer
    assert not introduction.meetings.exists()


def test_no_task_or_pause_is_due_in_such_a_year_either(team, priya):
    task = {
        "words": "Ring",
        "whose": str(priya.pk),
        **make.in_boxes("due_on", date(9999, 12, 18)),
    }
    decision = DecisionForm(task, team=team, among=[priya])
    assert "on or before" in str(decision.errors["due_on"])

    until = {"paused_until_0": "1", "paused_until_1": "1", "paused_until_2": "9999"}
    room = RoomForm({"capacity": "paused"} | until)
    assert "on or before" in str(room.errors["paused_until"])


def test_closing_without_a_conversation_calls_off_what_is_ahead(introduction, priya):
    plan(introduction, priya, DAYS)
    actions.close_introduction(introduction, by=priya, why="They moved away.")

    event = Event.objects.get(what="meeting.called_off")
    assert (event.by, event.detail) == (priya, {"how": "home"})


def test_closing_says_nothing_about_a_meeting_that_is_past(introduction, priya):
    meeting = plan(introduction, priya, -timedelta(minutes=5))
    actions.close_introduction(introduction, by=priya, why="They moved away.")
    meeting.refresh_from_db()

    assert meeting.state == "planned"
    assert not Event.objects.filter(what__startswith="meeting.", what__endswith="kept")


RULES = {
    "welcome_meeting": "meeting_took_place_or_not_once_its_time_has_come",
    "referrals_firstmeeting": "first_meeting_took_place_or_not_once_its_time_has_come",
}


@pytest.fixture
def with_a_partner(amina, priya, letters, omar):
    made = referrals.prepare(
        amina, by=priya, once=uuid4(), words="Sit with me", need="money",
        urgency="usual", offers=[letters],
    )  # fmt: skip
    (sent,) = referrals.agree_and_send(
        made, by=priya, seen=made.seen, passages=list(amina.passages.all()),
        words="Aye.", how="phone", until_on=timezone.localdate() + DAYS,
    )  # fmt: skip
    at = timezone.now() + DAYS
    return referrals.propose_meeting(sent, by=omar, at=at, how="ours")


def settle_early(meeting, by):
    early = {"state": "kept", "settled_at": timezone.now(), "settled_by": by}
    type(meeting).objects.filter(pk=meeting.pk).update(**early)


def test_the_database_refuses_it_of_a_meeting_with_a_partner_too(with_a_partner, omar):
    with pytest.raises(IntegrityError, match="time_has_come"), transaction.atomic():
        settle_early(with_a_partner, omar)


@contextmanager
def without_the_rules():
    """As it was before: the owner takes the rules away, and puts them back."""
    name = connection.settings_dict["NAME"]
    url = make_conninfo(os.environ["DATABASE_OWNER_URL"], dbname=name)
    with psycopg.connect(url, autocommit=True) as owner:
        for table, rule in RULES.items():
            owner.execute(f"ALTER TABLE {table} DROP CONSTRAINT {rule}")
        try:
            yield
        finally:
            for table, rule in RULES.items():
                check = "CHECK (state NOT IN ('kept', 'not_kept') OR settled_at >= at)"
                owner.execute(
                    f"ALTER TABLE {table} ADD CONSTRAINT {rule} {check} NOT VALID"
                )


@pytest.mark.django_db(transaction=True)
def test_those_from_before_the_rule_are_listed_without_a_name(
    introduction, with_a_partner, priya
):
    ours = plan(introduction, priya, DAYS)
    with without_the_rules():
        for meeting in (ours, with_a_partner):
            settle_early(meeting, priya)
    said = io.StringIO()
    with pytest.raises(SystemExit):
        call_command("list_meetings_settled_early", stdout=said)

    lines = said.getvalue().splitlines()
    assert lines[0].startswith(f"Introduction {introduction.pk}: planned for ")
    assert lines[1].startswith(f"Referral {with_a_partner.referral_id}: planned for ")
    assert lines[2] == "2 in all. Nothing was changed."
    assert introduction.known_as not in said.getvalue()
    assert FirstMeeting.objects.get().state == Meeting.objects.get().state == "kept"


def test_where_none_was_nothing_is_listed(db):
    said = io.StringIO()
    call_command("list_meetings_settled_early", stdout=said)
    assert said.getvalue() == "0 in all. Nothing was changed.\n"
