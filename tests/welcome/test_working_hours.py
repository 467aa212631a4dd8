"""Who works when, and when a team is open: said on a page, used where one plans."""

from datetime import datetime, time

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from referrals import actions as referrals
from welcome import actions
from welcome.models import Event, Meeting, Team, WorkingHours

from .. import factories as make
from ..reading_pages import reason, text

MINE = "/settings/working-days/"
WEEK = {"days": ["1", "2", "3", "4"], "starts_at": "9:00", "ends_at": "13:00"}


def a_day(weekday):
    """The next working day of its kind, a week or more from now."""
    days = (make.working_day(number) for number in range(7, 40))
    return next(day for day in days if day.isoweekday() == weekday)


def typed(by, day, **more):
    said = {"who": by.pk, "time": "10:30", "how": "ours", "place": ""}
    return said | make.in_boxes("day", day) | more


def test_a_worker_says_when_they_work_on_a_page_under_their_settings(client, priya):
    client.force_login(priya)
    assert MINE in text(client.get("/settings/"))
    for _ in range(2):
        client.post(MINE, WEEK)
    hours = WorkingHours.objects.get()
    assert (hours.user, hours.days) == (priya, "1234")
    assert (hours.starts_at, hours.ends_at) == (time(9), time(13))
    event = Event.objects.get(what="hours.said")
    assert event.detail == {"days": "1234"}
    page = text(client.get(MINE))
    assert 'value="13:00"' in page and page.count("checked") == 4

    client.post(MINE, {"starts_at": "", "ends_at": ""})
    assert not WorkingHours.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"ends_at": "8:00"}, "Write a time after the first one"),
        ({"ends_at": ""}, "Write both times, or leave both empty"),
        ({"starts_at": ""}, "Write both times, or leave both empty"),
        ({"days": []}, "Tick the days on which you work"),
        ({"days": ["8"]}, "There is a problem"),
        ({"starts_at": "nine"}, "Write the time like 14:30"),
    ],
)
def test_what_is_wrong_is_said_beside_it_and_nothing_is_lost(
    client, priya, wrong, said
):
    client.force_login(priya)
    page = text(client.post(MINE, WEEK | wrong))
    assert said in page and "There is a problem" in page
    assert not WorkingHours.objects.exists()


def test_planning_on_another_day_asks_why(client, amina, priya, ruth):
    actions.say_working_hours(
        priya, by=priya, days="1234", starts_at=time(9), ends_at=time(13)
    )
    client.force_login(ruth)
    path = f"/people/{amina.pk}/meetings/plan/"
    friday = typed(priya, a_day(5), time="14:00")
    asked = client.post(path, friday)
    page = text(asked)
    assert "Priya Nair does not work on Fridays." in page
    assert "Priya Nair works from 09.00 to 13.00." in page
    client.post(path, friday | reason(asked, "She has agreed."))
    assert Meeting.objects.get().planned_anyway == "She has agreed."

    client.post(path, typed(ruth, a_day(5)))
    client.post(path, typed(priya, a_day(4)))
    assert Meeting.objects.count() == 3


def test_whoever_confirms_a_first_meeting_on_a_day_off_is_asked_why(
    client, accepted, omar, priya
):
    actions.say_working_hours(
        priya, by=priya, days="1234", starts_at=None, ends_at=None
    )
    at = timezone.make_aware(datetime.combine(a_day(5), time(10)))
    meeting = referrals.propose_meeting(accepted, by=omar, at=at, how="ours")
    client.force_login(priya)
    said = {"meeting-who": priya.pk, "meeting-person_agrees": "on"}
    page = text(client.post(f"/first-meetings/{meeting.pk}/confirm/", said))
    assert "Priya Nair does not work on Fridays." in page
    meeting.refresh_from_db()
    assert meeting.state == "proposed"


def test_a_lead_sets_the_hours_of_their_own_team_alone(
    client, team, ruth, priya, tomasz
):
    path = f"/teams/{team.pk}/opening-hours/"
    client.force_login(ruth)
    assert path in text(client.get("/settings/"))
    saturdays = {"days": ["5", "6"], "starts_at": "10", "ends_at": "18:30"}
    assert "Write the time like" in text(client.post(path, saturdays))
    assert "Tick at least one day" in text(client.post(path, {"starts_at": "10:00"}))
    for _ in range(2):
        client.post(path, saturdays | {"starts_at": "10:00"})
    team.refresh_from_db()
    assert (team.open_days, team.opens_at, team.closes_at) == (
        "56", time(10), time(18, 30),
    )  # fmt: skip
    assert Event.objects.filter(what="hours.opening", by=ruth).count() == 1

    other = f"/teams/{tomasz.first_team.pk}/opening-hours/"
    assert client.post(other, saturdays).status_code == 404
    client.force_login(priya)
    assert client.get(path).status_code == 403
    assert path not in text(client.get("/settings/"))
    assert Team.objects.get(pk=tomasz.first_team.pk).open_days == "12345"


@pytest.mark.parametrize(
    "wrong",
    [{"days": ""}, {"days": "8"}, {"starts_at": time(13)}, {"ends_at": None}],
)
def test_the_database_refuses_hours_that_cannot_be(priya, wrong):
    actions.say_working_hours(
        priya, by=priya, days="12", starts_at=time(9), ends_at=time(13)
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        WorkingHours.objects.update(**wrong)
