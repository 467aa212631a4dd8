"""A calendar by day and week: one's own, a colleague's, and everyone's."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from referrals import actions as referrals
from welcome.models import Meeting
from welcome.registries import calendar_entries, checks
from welcome.registries.calendar_entries import Source

from .. import factories as make
from ..reading_pages import text

#: A Monday.
NOW = datetime(2026, 12, 7, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def monday():
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def signed_in(client, priya):
    client.force_login(priya)
    return client


@pytest.fixture
def mhairi(team):
    """Another welcomer of the same team."""
    return make.make_welcomer(team, name="Mhairi Bain")


@pytest.fixture
def met(accepted, omar, priya):
    """The first meeting of Amina, Priya and Omar on the Tuesday; not confirmed yet."""
    at = NOW + timedelta(days=1, hours=5)
    return referrals.propose_meeting(
        accepted, by=omar, at=at, how="partner", place="3 The Shore"
    )


def newcomer(by, name, at, **given):
    introduction = make.make_introduction(by.first_team, known_as=name)
    return make.make_meeting(by, at, introduction=introduction, **given)


def days_on(page):
    return [day for day, _ in page.context["days"]]


def names_on(page):
    return [entry.called for day in days_on(page) for entry in day.entries]


def test_it_begins_with_ones_own_day_in_the_order_of_time(signed_in, priya, mhairi):
    newcomer(priya, "Bo", NOW + timedelta(hours=4), place="Room 2")
    newcomer(priya, "Una", NOW + timedelta(hours=1), how="phone")
    newcomer(priya, "Cal", NOW + timedelta(days=1))
    newcomer(mhairi, "Isla", NOW + timedelta(hours=2))
    page = signed_in.get("/calendar/")

    assert names_on(page) == ["Una", "Bo"]
    assert "First conversation. At our place (Room 2)." in text(page)


def test_a_colleagues_days_and_everyones_are_a_choice(signed_in, priya, mhairi):
    newcomer(priya, "Bo", NOW)
    newcomer(mhairi, "Isla", NOW)

    assert names_on(signed_in.get(f"/calendar/?worker={mhairi.pk}")) == ["Isla"]
    everyone = names_on(signed_in.get("/calendar/?worker=everyone"))
    assert sorted(everyone) == ["Bo", "Isla"]


def test_a_worker_of_another_team_is_no_choice(signed_in, priya, tomasz):
    newcomer(tomasz, "Isla", NOW)

    for worker in (tomasz.pk, "everyone"):
        page = signed_in.get(f"/calendar/?worker={worker}")
        assert names_on(page) == []
        assert "Tomasz" not in text(page)


def test_a_week_is_monday_to_sunday_and_empty_days_say_so(signed_in, priya):
    for day in (-1, 0, 6, 7):
        newcomer(priya, f"Day {day}", NOW + timedelta(days=day))
    page = signed_in.get("/calendar/?view=week&day=2026-12-09")

    assert [day.day for day in days_on(page)] == [
        date(2026, 12, 7) + timedelta(days=n) for n in range(7)
    ]
    assert names_on(page) == ["Day 0", "Day 6"]
    assert text(page).count("Nothing is planned.") == 5


@pytest.mark.parametrize(
    ("at", "day"),
    [
        ("2027-03-27T23:30Z", "2027-03-27"),  # the clocks go forward on the 28th
        ("2027-03-28T22:30Z", "2027-03-28"),
        ("2027-03-28T23:30Z", "2027-03-29"),
        ("2026-10-24T23:30Z", "2026-10-25"),  # a day of 25 hours
        ("2026-10-25T23:30Z", "2026-10-25"),
        ("2026-10-26T00:00Z", "2026-10-26"),
    ],
)
def test_days_begin_at_midnight_when_the_clocks_change_too(signed_in, priya, at, day):
    newcomer(priya, "Bo", datetime.fromisoformat(at))

    assert names_on(signed_in.get(f"/calendar/?day={day}")) == ["Bo"]
    around = signed_in.get(f"/calendar/?day={day}&view=week")
    (found,) = [one for one in days_on(around) if one.entries]
    assert found.day == date.fromisoformat(day)


def test_the_links_turn_by_a_day_or_a_week_and_keep_whose(signed_in, mhairi):
    day = signed_in.get(f"/calendar/?worker={mhairi.pk}").context["filters"]
    assert day.later == f"?worker={mhairi.pk}&day=2026-12-08"
    week = signed_in.get("/calendar/?view=week&day=2026-12-30").context["filters"]
    assert week.earlier == "?view=week&day=2026-12-23"
    assert week.later == "?view=week&day=2027-01-06"
    assert week.now == "?view=week&day=2026-12-07"


@pytest.mark.parametrize(
    "asked",
    ["day=x", "day=9999-12-31", "day=0001-01-01", "worker=x", "page=0", "view=year"],
)
def test_what_it_does_not_know_shows_ones_own_today(signed_in, priya, asked):
    newcomer(priya, "Bo", NOW)
    assert names_on(signed_in.get(f"/calendar/?{asked}")) == ["Bo"]


@pytest.mark.parametrize(
    ("nation", "is_marked"), [("scotland", True), ("england", False)]
)
def test_bank_holidays_are_those_of_the_nation(db, client, nation, is_marked):
    team = make.make_team(site=make.make_site(nation=nation))
    client.force_login(make.make_welcomer(team))
    page = text(client.get("/calendar/?view=week&day=2026-11-30"))

    assert ("Bank holiday" in page) is is_marked


def test_moved_and_cancelled_ones_are_gone_and_past_ones_ask_how_it_went(
    signed_in, priya
):
    settled = {"settled_at": NOW, "settled_by": priya}
    newcomer(priya, "Bo", NOW, state="moved", **settled)
    newcomer(priya, "Cal", NOW, state="called_off", **settled)
    newcomer(priya, "Una", NOW, state="kept", **settled)
    newcomer(priya, "Isla", NOW - timedelta(hours=1))
    page = signed_in.get("/calendar/")

    assert names_on(page) == ["Isla", "Una"]
    assert "Say how it went" in text(page)
    assert "It took place" in text(page)


def test_nobody_sees_their_own_record(signed_in, amina, priya, team):
    amina.account = priya
    amina.save()
    make.make_meeting(
        priya, NOW, introduction=make.make_introduction(team, person=amina)
    )
    assert names_on(signed_in.get("/calendar/?worker=everyone")) == []


@pytest.mark.parametrize(("view", "most"), [("week", 10), ("", 25)])
def test_a_full_day_says_how_many_and_leads_on(signed_in, priya, mhairi, view, most):
    for minute in range(34):
        newcomer(priya, f"Person {minute}", NOW + timedelta(minutes=minute))
    page = signed_in.get(f"/calendar/?view={view}")

    assert names_on(page) == [f"Person {n}" for n in range(most)]
    assert f"{most} of 34" in text(page)
    further = signed_in.get("/calendar/?page=2")
    assert names_on(further) == [f"Person {n}" for n in range(25, 34)]
    assert "9 of 34" in text(further)


@pytest.mark.parametrize("view", ["", "week"])
def test_it_asks_as_much_for_two_as_for_fifty(signed_in, priya, met, view):
    def asked():
        with CaptureQueriesContext(
            connection,
        ) as caught:
            signed_in.get(f"/calendar/?worker=everyone&view={view}")
        return len(caught)

    newcomer(priya, "Bo", NOW)
    newcomer(priya, "Cal", NOW)
    asked()  # the first page of a session asks more
    few = asked()
    for n in range(48):
        newcomer(make.make_welcomer(priya.first_team), f"Person {n}", NOW)
    assert asked() == few <= 10


def test_a_first_meeting_is_in_the_calendars_of_both_sides(client, met, priya, omar):
    client.force_login(omar)
    page = client.get("/calendar/?day=2026-12-08")
    assert names_on(page) == ["Amina"]
    assert "First meeting with North East Welcome Team" in text(page)
    assert "To be confirmed" in text(page)

    client.force_login(priya)
    assert names_on(client.get("/calendar/?day=2026-12-08")) == []  # no one named yet
    page = client.get("/calendar/?day=2026-12-08&worker=everyone")
    assert "First meeting with Harbour Money Advice" in text(page)
    assert "No one is named yet" in text(page)

    referrals.confirm_meeting(met, by=priya, person_agrees=True)
    page = client.get("/calendar/?day=2026-12-08")
    assert names_on(page) == ["Amina"]
    assert "Confirmed" in text(page)


def test_a_partner_sees_no_name_and_no_address_after_sharing_ended(
    client, met, accepted, priya, omar
):
    referrals.confirm_meeting(met, by=priya, person_agrees=True)
    with time_machine.travel(NOW + timedelta(days=2)):
        referrals.settle_meeting(met, by=priya, state="kept")
        referrals.withdraw_agreement(accepted, by=priya, seen=make.seen(accepted))
        client.force_login(omar)
        page = client.get("/calendar/?day=2026-12-08")

    assert names_on(page) == [accepted.person.reference]
    assert "Amina" not in text(page)
    assert "The Shore" not in text(page)


def test_another_partner_sees_none_of_it(client, met, stranger):
    client.force_login(stranger)
    page = client.get("/calendar/?day=2026-12-08&worker=everyone")
    assert names_on(page) == []
    assert "Omar" not in text(page)


def test_a_source_without_its_columns_stops_the_start(monkeypatch):
    monkeypatch.setattr(calendar_entries, "_sources", dict(calendar_entries._sources))
    calendar_entries.register(Source("kettles", Meeting, "stove", None, None, None))
    (problem,) = checks.every_calendar_source_has_its_columns()
    assert "stove" in problem.msg
    with pytest.raises(ValueError, match="kettles"):
        calendar_entries.register(Source("kettles", Meeting, "who", None, None, None))
