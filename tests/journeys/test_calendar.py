"""A welcomer and a partner look at their week, and put it on a phone."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from referrals import actions as referrals

from .. import factories as make


def planned(by, name, at, **given):
    """A first conversation with somebody new, at this time of the day."""
    introduction = make.make_introduction(by.first_team, known_as=name)
    return make.make_meeting(by, at, introduction=introduction, **given)


@pytest.mark.parametrize("width", [1280, 375])
def test_a_week_of_the_team(walk, accepted, omar, priya, team, width):
    mhairi = make.make_welcomer(team, name="Mhairi Bain")
    now = timezone.localtime().replace(hour=9, minute=30, second=0, microsecond=0)
    for hour in range(12):
        name = f"Newcomer {hour}"
        planned(priya, name, now + timedelta(hours=hour / 2), place="Room 2")
    planned(mhairi, "Isla", now, how="phone")
    tomorrow = now + timedelta(days=1)
    referrals.propose_meeting(
        accepted, by=omar, at=tomorrow, how="partner", place="3 The Shore"
    )

    here = walk(f"calendar-1-priya-{width}", width=width).sign_in(priya)
    here.go("/calendar/")
    here.sees("Newcomer 11")
    here.sees_not("Isla")
    here.page.get_by_label("Show", exact=True).select_option(label="Week")
    here.page.get_by_label("Whose", exact=True).select_option(label="Everyone")
    here.press("^Show$")
    here.sees("10 of 13")
    here.follow("See the whole day")
    here.sees("Isla")
    here.follow("Next day")
    here.sees("First meeting with Harbour Money Advice")
    here.sees("To be confirmed")
    here.follow("Next day")
    here.sees("Nothing is planned.")
    here.follow("^Today$")

    there = walk(f"calendar-2-omar-{width}", width=width).sign_in(omar)
    there.go("/calendar/?view=week")
    there.go(f"/calendar/?day={tomorrow.date()}")
    there.sees("First meeting with North East Welcome Team")
    there.follow("^Amina$")


@pytest.mark.parametrize("width", [1280, 375])
def test_priya_puts_her_calendar_on_her_phone(walk, priya, width):
    planned(priya, "Isla", timezone.now() + timedelta(hours=1), place="Room 2")
    here = walk(f"calendar-3-priya-{width}", width=width).sign_in(priya)
    here.go("/calendar/")
    here.follow("Put your calendar on your phone")
    here.sees("Your link is off.")
    here.press("Make link")
    here.sees("Copy your link now")
    feed = here.page.locator("#link").inner_text()
    file = here.context.request.get(feed.replace(settings.BASE_URL, here.server))
    assert "SUMMARY:A conversation" in file.text()
    assert "Isla" not in file.text()

    here.go("/settings/")
    here.follow("Calendar on your phone or in Outlook")
    here.sees("A calendar last read it")
    here.sees_not("Copy your link now")
    here.press("Turn off link")
    here.sees("Your link is off.")
    ended = here.context.request.get(feed.replace(settings.BASE_URL, here.server))
    assert ended.status == 404
