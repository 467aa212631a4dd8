"""Before a meeting the worker is reminded, and the person only where that is safe."""

from datetime import datetime

import pytest
from django.utils import timezone

from welcome import actions, batches
from welcome.actions.meeting_reminders import remind_of_meetings
from welcome.models import ContactWish, Event, Meeting, Message

from .. import factories as make

#: A Thursday; the Friday before the weekend is the working day before Monday.
NOW = "2026-12-10T10:30:00+00:00"


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(datetime.fromisoformat(NOW))
    return time_machine


@pytest.fixture(autouse=True)
def wish(amina, site):
    site.has_texts = True
    site.save(update_fields=["has_texts"])

    def say(**more):
        ContactWish.objects.filter(person=amina).update(**more)

    return say


def plan(person, by, at):
    when = timezone.make_aware(datetime.fromisoformat(at))
    return actions.plan_follow_up(person, by=by, who=by, at=when, how="ours")


def written():
    rows = Message.objects.filter(event__what="meeting.reminded")
    return sorted(rows.values_list("template", "to"))


def test_the_worker_is_reminded_on_the_working_day_before_once(amina, priya, clock):
    plan(amina, priya, "2026-12-14 10:00")
    assert remind_of_meetings() == 0
    clock.move_to(datetime.fromisoformat("2026-12-11T08:00:00+00:00"))
    assert remind_of_meetings() == 1
    assert remind_of_meetings() == 0
    assert written() == [("meeting_near", priya.email)]
    message = Message.objects.get(template="meeting_near")
    assert message.reference == amina.reference
    assert amina.known_as not in message.path


def test_the_person_is_reminded_by_the_ways_that_are_safe(amina, priya, wish):
    wish(may_email=True, email="a@example.org", may_text=True, phone="07700 900418")
    plan(amina, priya, "2026-12-11 10:00")
    assert remind_of_meetings() == 3
    assert remind_of_meetings() == 0
    assert written() == [
        ("meeting_near", priya.email), ("meeting_reminder", "a@example.org"),
        ("text_meeting_tomorrow", "+447700900418"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "not_safe",
    [
        {"may_email": False, "may_text": False},
        {"days": "123"},
        {"email": "", "phone": "0131 496 0100"},
    ],
)
def test_nothing_goes_where_it_is_not_safe(amina, priya, wish, not_safe):
    safe = {"may_email": True, "may_text": True}
    reach = {"email": "a@example.org", "phone": "07700 900418"}
    wish(**safe | reach | not_safe)
    plan(amina, priya, "2026-12-11 10:00")
    remind_of_meetings()
    assert written() == [("meeting_near", priya.email)]


def test_nobody_is_written_to_at_night_or_a_day_ahead(amina, priya, wish, clock):
    wish(may_email=True, email="a@example.org")
    plan(amina, priya, "2026-12-14 10:00")
    plan(amina, priya, "2026-12-11 09:00")
    clock.move_to(datetime.fromisoformat("2026-12-10T21:00:00+00:00"))
    remind_of_meetings()
    assert written() == [("meeting_near", priya.email)]


def test_a_reminder_of_what_is_cancelled_never_leaves(amina, priya):
    meeting = plan(amina, priya, "2026-12-11 10:00")
    remind_of_meetings()
    actions.settle_meeting(meeting, by=priya, state="called_off", next_step="again")
    assert Message.objects.get(template="meeting_near").failed_at
    assert remind_of_meetings() == 0


def test_someone_without_a_record_is_left_in_peace(team, priya):
    ruth = make.make_introduction(team, may_text=True, phone="07700 900418")
    at = timezone.make_aware(datetime.fromisoformat("2026-12-11 10:00"))
    actions.plan_meeting(ruth, by=priya, who=priya, at=at, how="home")
    remind_of_meetings()
    assert written() == [("meeting_near", priya.email)]
    assert Event.objects.get(what="meeting.reminded").detail["whom"] == "worker"


def test_two_hours_before_it_is_too_late(amina, priya):
    plan(amina, priya, "2026-12-10 12:00")
    assert remind_of_meetings() == 0


# Many of them: what cannot be done does not stand in the way of what can


def test_what_cannot_be_done_never_keeps_the_next_from_being_reminded(
    amina, priya, wish, monkeypatch
):
    monkeypatch.setattr(batches, "SIZE", 3)
    wish(may_email=True, may_text=True, email="", phone="0131 496 0100")
    Meeting.objects.bulk_create(
        Meeting(
            person=amina, team=amina.team, who=priya, planned_by=priya, how="ours",
            at=datetime.fromisoformat(f"2026-12-11T09:0{minute}:00+00:00"),
            reminded_at=timezone.now(),
        )
        for minute in range(7)
    )  # fmt: skip
    other = make.make_open_person(priya)
    plan(other, priya, "2026-12-11 10:00")
    assert remind_of_meetings() == 1
    assert Message.objects.get().reference == other.reference


def test_each_is_met_once_a_run_though_many_begin_at_the_same_time(
    amina, priya, monkeypatch
):
    monkeypatch.setattr(batches, "SIZE", 2)
    at = datetime.fromisoformat("2026-12-11T09:00:00+00:00")
    rows = [make.make_meeting(priya, at) for _ in range(5)]
    assert list(batches.in_batches(Meeting.objects.all(), "at")) == sorted(
        rows, key=lambda row: row.pk
    )
    assert remind_of_meetings() == 5
    assert remind_of_meetings() == 0
