"""A meeting that repeats: single rows, no bank holidays, cancelled from one on."""

import doctest
from datetime import datetime, time, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from welcome import actions
from welcome.models import Event, Meeting
from welcome.values import planning, series

from .. import factories as make
from ..counting import queries
from ..reading_pages import reason, text


@pytest.fixture(autouse=True)
def first_of_december(time_machine):
    """A Tuesday; Christmas and New Year are Fridays, and Monday 28 is a holiday too."""
    time_machine.move_to(datetime.fromisoformat("2026-12-01T08:00:00+00:00"))


def typed(by, day, **more):
    said = {"who": by.pk, "time": "10:30", "how": "ours", "place": "The back room"}
    return said | make.in_boxes("day", datetime.fromisoformat(day)) | more


def send(client, person, said):
    return client.post(f"/people/{person.pk}/meetings/plan/", said, follow=True)


def planned(person):
    rows = person.meetings.planned().order_by("at")
    return [f"{timezone.localtime(row.at):%d.%m. %H:%M}" for row in rows]


def test_its_examples_are_true():
    assert doctest.testmod(series).failed == doctest.testmod(planning).failed == 0


def test_every_week_so_many_times_without_bank_holidays(client, amina, priya):
    client.force_login(priya)
    said = typed(priya, "2026-12-18", repeat="1", times="4")
    page = text(send(client, amina, said))

    assert planned(amina) == ["18.12. 10:30", "08.01. 10:30"]
    left_out = "We left out bank holidays: Friday 25 December and Friday 1 January."
    assert left_out in page and "2 meetings with Priya Nair" in page
    assert len(set(amina.meetings.values_list("series", flat=True))) == 1
    detail = Event.objects.get(what="meeting.planned").detail
    assert detail == {"how": "ours", "times": 2}


def test_every_two_weeks_until_a_day(client, amina, priya):
    client.force_login(priya)
    last = make.in_boxes("until", datetime.fromisoformat("2027-01-13"))
    send(client, amina, typed(priya, "2026-12-02", repeat="2", **last))
    assert planned(amina) == [
        "02.12. 10:30", "16.12. 10:30", "30.12. 10:30", "13.01. 10:30",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({}, "Write how many times, or the last day"),
        ({"times": "27"}, "Write a number from 2 to 26"),
        ({"times": "many"}, "Write a number from 2 to 26"),
        ({"times": "3", "until_0": 13, "until_1": 1, "until_2": 2027}, "not both"),
        ({"until_0": 13, "until_1": 1, "until_2": 2028}, "makes it 2 to 26 meetings"),
        ({"until_0": 2, "until_1": 12, "until_2": 2026}, "makes it 2 to 26 meetings"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    client, amina, priya, wrong, said
):
    client.force_login(priya)
    page = text(send(client, amina, typed(priya, "2026-12-02", repeat="1", **wrong)))
    assert said in page and "The back room" in page
    assert not Meeting.objects.exists()


def test_a_clash_on_a_later_day_asks_why(client, amina, team, priya):
    at = timezone.make_aware(datetime.fromisoformat("2026-12-09 11:00"))
    ruth = make.make_introduction(team)
    actions.plan_meeting(ruth, by=priya, who=priya, at=at, how="ours")
    client.force_login(priya)
    said = typed(priya, "2026-12-02", repeat="1", times="3")
    asked = send(client, amina, said)
    assert "at that time on Wednesday 9 December" in text(asked)
    send(client, amina, said | reason(asked, "Ruth comes along."))
    assert len(planned(amina)) == 3


def test_pressed_twice_a_series_is_planned_once_and_is_no_clash_with_itself(
    client, amina, priya
):
    client.force_login(priya)
    said = typed(priya, "2026-12-02", repeat="1", times="3")
    for _ in "12":
        assert "Planned: 3 meetings" in text(send(client, amina, said))
    assert len(planned(amina)) == 3


def test_a_series_over_a_meeting_that_was_planned_once_is_a_clash(client, amina, priya):
    client.force_login(priya)
    said = typed(priya, "2026-12-02")
    send(client, amina, said)
    page = text(send(client, amina, said | {"repeat": "1", "times": "3"}))
    assert "Priya Nair already has a meeting at 10.30" in page


def test_a_long_series_asks_the_database_no_more_than_a_short_one(client, amina, priya):
    client.force_login(priya)
    at = timezone.make_aware(datetime.fromisoformat("2026-12-02 10:30"))
    make.make_meeting(priya, at)
    said = typed(priya, "2026-12-02", repeat="1")
    few, many = (
        queries(lambda times=times: send(client, amina, said | {"times": times}))
        for times in ("2", "24")
    )
    assert few == many


@pytest.fixture
def four(amina, priya):
    at = timezone.make_aware(datetime.combine(timezone.localdate(), time(14)))
    times = [at + timedelta(weeks=n) for n in range(4)]
    return actions.plan_series(amina, by=priya, who=priya, times=times, how="ours")


def test_sent_twice_it_is_one_series(amina, priya, four):
    again = actions.plan_series(
        amina, by=priya, who=priya, times=[one.at for one in four], how="ours"
    )
    assert {one.pk for one in again} == {one.pk for one in four}
    assert amina.meetings.count() == 4


@pytest.mark.parametrize(("which", "left"), [("no", 3), ("yes", 1)])
def test_this_one_or_all_later_ones_are_cancelled(
    client, amina, priya, four, which, left
):
    client.force_login(priya)
    path = f"/meetings/{four[1].pk}/"
    assert "This one and all later ones" in text(client.get(path))
    said = {"state": "they_cancelled", "next_step": "nothing", "nothing_why": "Away."}
    client.post(path, said | {"and_later": which})

    states = [one.state for one in amina.meetings.order_by("at")]
    assert states.count("planned") == left
    assert (states[0], states[1]) == ("planned", "they_cancelled")
    detail = Event.objects.get(what="meeting.they_cancelled").detail
    assert detail.get("times", 1) == 4 - left


def test_one_that_moves_stays_in_its_series(priya, four):
    first = four[0]
    moved = actions.plan_follow_up(
        first.person, by=priya, who=priya, at=first.at + timedelta(days=1), how="ours",
        instead_of=first.pk,
    )  # fmt: skip
    assert moved.series == first.series


def test_all_or_none(amina, priya, four):
    at = four[-1].at + timedelta(weeks=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        actions.plan_series(amina, by=priya, who=priya, times=[at, at], how="by pigeon")
    assert amina.meetings.count() == 4


def test_how_often_is_asked_where_only_how_many_was_said(client, amina, priya):
    client.force_login(priya)
    page = text(send(client, amina, typed(priya, "2026-12-02", times="6")))
    assert "Choose how often it repeats" in page
    assert planned(amina) == []


def test_a_later_one_whose_time_has_come_is_not_cancelled_with_the_others(
    client, amina, priya, time_machine
):
    client.force_login(priya)
    send(client, amina, typed(priya, "2026-12-02", repeat="1", times="3"))
    first, second, third = amina.meetings.order_by("at")
    time_machine.move_to(datetime.fromisoformat("2026-12-10T08:00:00+00:00"))
    client.force_login(priya)
    said = {
        "state": "called_off",
        "next_step": "nothing",
        "nothing_why": "She moved.",
        "and_later": "yes",
    }
    client.post(f"/meetings/{first.pk}/", said)

    second.refresh_from_db()
    third.refresh_from_db()
    assert (second.state, third.state) == ("planned", "called_off")
