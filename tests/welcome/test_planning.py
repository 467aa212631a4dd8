"""Planning looks at hours, safe days and clashes; a reason answers what it finds."""

import doctest
from datetime import date, datetime, time, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from referrals.actions import propose_meeting
from welcome import actions
from welcome.models import ContactWish, Event, Meeting, Team
from welcome.values import planning
from welcome.values.working_days import is_bank_holiday

from .. import factories as make
from ..reading_pages import reason, text

moment = datetime.fromisoformat
#: A Tuesday, and no holiday.
TUESDAY = moment("2026-12-08 10:30")
USUAL = {
    "at": TUESDAY, "how": "home", "nation": "scotland", "open_days": "12345",
    "opens_at": time(9), "closes_at": time(17), "called": "Ruth", "safe_days": "",
    "may_call": True, "worker": "Priya Nair", "clashes": (),
}  # fmt: skip


def found(**given):
    return [(d.code, d.field) for d in planning.doubts(planning.Plan(**USUAL | given))]


def test_nothing_is_said_of_a_usual_time():
    assert found() == []
    assert found(at=None) == []


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"at": moment("2026-12-12 10:00")}, ("closed_day", "day")),
        ({"at": moment("2026-11-30 10:00")}, ("bank_holiday", "day")),
        ({"at": moment("2026-12-08 08:59")}, ("closed_hours", "time")),
        ({"at": moment("2026-12-08 17:00")}, ("closed_hours", "time")),
        ({"safe_days": "45"}, ("unsafe_day", "day")),
        ({"how": "phone", "may_call": False}, ("no_calls", "how")),
        ({"how": "video", "may_call": False}, ("no_calls", "how")),
        ({"clashes": [moment("2026-12-08 10:00")]}, ("clash", "time")),
    ],
)
def test_each_thing_that_speaks_against_it_is_said_beside_its_question(given, said):
    assert found(**given) == [said]


def test_what_is_all_right_raises_no_doubt():
    st_andrews_day = moment("2026-11-30 10:00")
    assert found(at=st_andrews_day, nation="england") == []
    saturday = moment("2026-12-12 18:59")
    assert found(at=saturday, open_days="56", closes_at=time(19)) == []
    assert found(how="home", may_call=False) == []
    assert found(safe_days="2") == []


def test_everything_is_said_at_once():
    late = {"at": moment("2026-12-25 20:00"), "safe_days": "1", "how": "phone"}
    codes = [code for code, _ in found(**late, may_call=False)]
    assert codes == ["bank_holiday", "unsafe_day", "closed_hours", "no_calls"]


def test_its_examples_are_true():
    assert doctest.testmod(planning).failed == 0


# On the page


@pytest.fixture
def ruth(team):
    return make.make_introduction(team, known_as="Ruth", may_call=False)


def typed(by, day, **more):
    said = {"who": by.pk, "time": "10:30", "how": "home", "place": "The blue door"}
    return said | make.in_boxes("day", day) | more


def send(client, introduction, said):
    return client.post(f"/waiting/{introduction.pk}/meet/", said)


def sunday():
    day = make.working_day(7)
    while day.isoweekday() != 7 or is_bank_holiday(day, "scotland"):
        day += timedelta(days=1)
    return day


def test_a_warning_keeps_what_was_typed_and_a_reason_plans_it(client, ruth, priya):
    client.force_login(priya)
    said = typed(priya, sunday(), time="19:30", how="phone")
    asked = send(client, ruth, said)
    page = text(asked)
    for words in (
        "is closed on Sundays", "is open from 09.00 to 17.00",
        "Ruth has not said that we may call", "Why is this all right?", "The blue door",
    ):  # fmt: skip
        assert words in page
    assert not Meeting.objects.exists()

    send(client, ruth, said | reason(asked, "She is at work all week."))
    meeting = Meeting.objects.get()
    assert meeting.planned_anyway == "She is at work all week."
    detail = Event.objects.get(what="meeting.planned").detail
    codes = ["closed_day", "closed_hours", "no_calls"]
    assert detail == {"how": "phone", "against": codes}
    assert "She is at work all week." in text(client.get(f"/waiting/{ruth.pk}/"))


def test_warnings_stand_beside_what_is_missing(client, ruth, priya):
    client.force_login(priya)
    page = text(send(client, ruth, typed(priya, sunday(), how="")))
    assert "Choose how you will meet" in page
    assert "is closed on Sundays" in page


def test_nothing_asks_why_at_a_usual_time_and_no_reason_is_kept(client, ruth, priya):
    client.force_login(priya)
    assert "Why is this all right?" not in text(client.get(f"/waiting/{ruth.pk}/"))
    send(client, ruth, typed(priya, make.working_day(7), planned_anyway="Left over"))
    assert Meeting.objects.get().planned_anyway == ""
    assert Event.objects.get(what="meeting.planned").detail == {"how": "home"}


def test_a_safe_day_and_calls_are_asked_of_their_record(client, ruth, priya, amina):
    day = make.working_day(7)
    other_days = "1234567".replace(str(day.isoweekday()), "")
    ContactWish.objects.filter(person=amina).update(may_call=True, days=other_days)
    ruth.person = amina
    ruth.save(update_fields=["person"])
    client.force_login(priya)
    page = text(send(client, ruth, typed(priya, day, how="phone")))

    assert "It’s only safe to contact Ruth on" in page
    assert "has not said that we may call" not in page


@pytest.mark.parametrize(("minutes", "clashes"), [(59, True), (60, False)])
def test_another_meeting_within_the_hour_is_a_clash(
    client, ruth, team, priya, minutes, clashes
):
    day = make.working_day(7)
    at = timezone.make_aware(datetime.combine(day, time(10, 30)))
    other = make.make_introduction(team, known_as="Somebody Else")
    at -= timedelta(minutes=minutes)
    actions.plan_meeting(other, by=priya, who=priya, at=at, how="home")
    client.force_login(priya)
    page = text(send(client, ruth, typed(priya, day)))

    assert ("Priya Nair already has a meeting at 09.31" in page) == clashes
    assert "Somebody Else" not in page
    assert ruth.meetings.exists() != clashes


def test_a_meeting_that_moves_does_not_clash_with_itself(client, ruth, priya):
    day = make.working_day(7)
    at = timezone.make_aware(datetime.combine(day, time(10)))
    first = actions.plan_meeting(ruth, by=priya, who=priya, at=at, how="home")
    client.force_login(priya)
    send(client, ruth, typed(priya, day, instead_of=first.pk))
    assert [m.state for m in ruth.meetings.all()] == ["moved", "planned"]


def test_a_meeting_with_a_partner_asks_why_too(client, accepted, omar, priya, ruth):
    day = make.working_day(7)
    at = timezone.make_aware(datetime.combine(day, time(10)))
    client.force_login(omar)
    path = f"/referrals/{accepted.pk}/meet/"
    said = typed(omar, day, how="partner", time="18:00")
    asked = client.post(path, said)
    page = text(asked)
    assert "is open from 09.00 to 17.00" in page and "The blue door" in page
    client.post(path, said | reason(asked, "We are open until eight."))
    meeting = accepted.first_meetings.get()
    assert meeting.planned_anyway == "We are open until eight."
    detail = Event.objects.get(what="first_meeting.proposed").detail
    assert detail == {"how": "partner", "from": "partner", "against": ["closed_hours"]}
    assert "We are open until eight." in text(client.get(f"/referrals/{accepted.pk}/"))

    actions.plan_meeting(ruth, by=priya, who=priya, at=at, how="home")
    client.force_login(priya)
    moved = typed(priya, day, how="partner", instead_of=meeting.pk)
    assert "Priya Nair already has a meeting at 10.00" in text(client.post(path, moved))


def test_a_meeting_with_a_partner_is_a_clash_for_the_waiting_list(
    client, accepted, priya, ruth
):
    day = make.working_day(7)
    at = timezone.make_aware(datetime.combine(day, time(10)))
    propose_meeting(accepted, by=priya, at=at, how="ours")
    client.force_login(priya)
    page = text(send(client, ruth, typed(priya, day)))
    assert "Priya Nair already has a meeting at 10.00" in page


@pytest.mark.parametrize(
    "wrong", [{"open_days": ""}, {"open_days": "8"}, {"closes_at": time(9)}]
)
def test_the_database_refuses_hours_that_cannot_be(team, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Team.objects.filter(pk=team.pk).update(**wrong)


def test_a_day_is_said_in_words():
    assert planning.in_words(date(2026, 12, 8)) == "Tuesday 8 December"
