"""A reason answers the warnings that it was asked for, on every form that asks why."""

import re
from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from referrals import actions
from referrals.models import FirstMeeting
from welcome.actions import plan_follow_up, plan_meeting
from welcome.forms.planning import AsksWhy
from welcome.models import Event, Meeting

from .. import factories as make
from ..reading_pages import reason, text


def at(hour, minute=0, days=7):
    moment = datetime.combine(make.working_day(days), time(hour, minute))
    return timezone.make_aware(moment)


def typed(by, hour, **more):
    day = make.in_boxes("day", make.working_day(7))
    said = {"who": by.pk, "time": f"{hour}:00", "how": "ours", "place": "Back room"}
    said["apart"] = "30"  # asked only where several are planned
    return said | day | more


def _waiting_list(team, amina, accepted, priya):
    introduction = make.make_introduction(team, known_as="Ruth")
    return f"/waiting/{introduction.pk}/meet/"


def _follow_up(team, amina, accepted, priya):
    return f"/people/{amina.pk}/meetings/plan/"


def _moved(team, amina, accepted, priya):
    now = plan_follow_up(amina, by=priya, who=priya, at=at(14, days=8), how="ours")
    return f"/meetings/{now.pk}/move/"


def _with_a_partner(team, amina, accepted, priya):
    return f"/referrals/{accepted.pk}/meet/"


def _with_each(team, amina, accepted, priya):
    return f"/caseload/plan/?who={make.make_open_person(priya).pk}"


#: Each form that asks why, by the page on which it is.
PAGES = {
    "MeetingForm": _waiting_list,
    "SeriesForm": _follow_up,
    "MeetingForm, moved": _moved,
    "MeetForm": _with_a_partner,
    "BulkPlanForm": _with_each,
}


def test_every_form_that_asks_why_is_tried_here():
    def all_of(kind):
        for one in kind.__subclasses__():
            yield one.__name__
            yield from all_of(one)

    tried = {name.split(",")[0] for name in PAGES} | {"ConfirmMeetingForm"}
    assert set(all_of(AsksWhy)) == tried


@pytest.mark.parametrize("kind", PAGES)
def test_a_new_warning_asks_again_and_the_reason_stays(
    client, team, amina, accepted, priya, kind
):
    path = PAGES[kind](team, amina, accepted, priya)
    other = make.make_introduction(team, known_as="Somebody Else")
    plan_meeting(other, by=priya, who=priya, at=at(10), how="ours")
    client.force_login(priya)
    count = Meeting.objects.count() + FirstMeeting.objects.count()

    first = client.post(path, typed(priya, 19))
    assert "is open from 09.00 to 17.00" in text(first)
    clash = client.post(path, typed(priya, 10) | reason(first, "We are up late."))
    page = text(clash)
    assert "Priya Nair already has a meeting at 10.00" in page
    assert "There is a new warning" in page and "We are up late." in page
    assert count == Meeting.objects.count() + FirstMeeting.objects.count()

    answer = client.post(path, typed(priya, 10) | reason(clash, "She comes along."))
    assert answer.status_code == 302
    assert count < Meeting.objects.count() + FirstMeeting.objects.count()


@pytest.mark.parametrize("kind", PAGES)
def test_pressed_twice_it_is_planned_once_and_is_no_clash_with_itself(
    client, team, amina, accepted, priya, kind
):
    path = PAGES[kind](team, amina, accepted, priya)
    client.force_login(priya)
    shown = re.search(r'name="instead_of" value="([^"]*)"', text(client.get(path)))
    said = typed(priya, 10, instead_of=shown[1] if shown else "")
    assert client.post(path, said).status_code == 302
    count = Meeting.objects.count() + FirstMeeting.objects.count()

    assert client.post(path, said).status_code == 302
    assert count == Meeting.objects.count() + FirstMeeting.objects.count()
    other = client.post(path, said | {"place": "The hall"})
    assert "already has a meeting at 10.00" in text(other)


def test_the_same_kind_of_warning_about_another_time_asks_again(
    client, team, amina, priya
):
    for hour in (10, 15):
        other = make.make_introduction(team, known_as="Somebody Else")
        plan_meeting(other, by=priya, who=priya, at=at(hour), how="ours")
    client.force_login(priya)
    path = f"/people/{amina.pk}/meetings/plan/"
    first = client.post(path, typed(priya, 10))
    page = text(client.post(path, typed(priya, 15) | reason(first, "Both know.")))
    assert "already has a meeting at 15.00" in page


# Confirming a meeting that the other side proposed


@pytest.fixture
def proposed(accepted, omar):
    said = {"at": at(10), "how": "partner", "place": "3, The Shore"}
    return actions.propose_meeting(accepted, by=omar, **said)


def confirm(client, meeting, by, **more):
    said = {"meeting-who": by.pk, "meeting-person_agrees": "on"}
    return client.post(f"/first-meetings/{meeting.pk}/confirm/", said | more)


def test_whoever_confirms_reads_that_they_are_busy_and_says_why(
    client, accepted, proposed, priya, team
):
    other = make.make_introduction(team, known_as="Somebody Else")
    plan_meeting(other, by=priya, who=priya, at=at(10, 30), how="ours")
    client.force_login(priya)
    asked = confirm(client, proposed, priya)
    page = text(asked)
    assert "Priya Nair already has a meeting at 10.30" in page
    assert "Why is this all right?" in page and "Somebody Else" not in page
    proposed.refresh_from_db()
    assert proposed.state == "proposed"

    confirm(client, proposed, priya, **reason(asked, "It is next door.", "meeting-"))
    proposed.refresh_from_db()
    assert (proposed.state, proposed.confirmed_anyway) == (
        "confirmed", "It is next door.",
    )  # fmt: skip
    detail = Event.objects.get(what="first_meeting.confirmed").detail
    assert detail["against"] == ["clash"]
    assert "It is next door." in text(client.get(f"/referrals/{accepted.pk}/"))


def test_a_partner_who_confirms_is_checked_as_well(client, accepted, omar, priya):
    meeting = actions.propose_meeting(accepted, by=priya, at=at(10), how="ours")
    make.make_meeting(priya, at(10, 59), who=omar)  # he volunteers there
    client.force_login(omar)
    page = text(confirm(client, meeting, omar))
    assert "Omar Aziz already has a meeting at 10.59" in page


def test_the_day_and_the_hours_are_not_asked_about_twice(client, accepted, omar, priya):
    late = at(19)
    meeting = actions.propose_meeting(
        accepted, by=omar, at=late, how="ours", planned_anyway="Open late."
    )
    client.force_login(priya)
    assert confirm(client, meeting, priya).status_code == 302
    meeting.refresh_from_db()
    assert (meeting.state, meeting.confirmed_anyway) == ("confirmed", "")


def test_a_meeting_that_is_to_be_confirmed_is_no_clash_with_itself(
    client, proposed, priya
):
    FirstMeeting.objects.filter(pk=proposed.pk).update(welcomer=priya)
    client.force_login(priya)
    assert confirm(client, proposed, priya).status_code == 302
    assert timedelta(0) < proposed.at - timezone.now()
