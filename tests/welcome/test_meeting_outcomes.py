"""How a meeting went is said by someone; one that was not is followed by a step."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from welcome import actions
from welcome.models import Event
from welcome.refusals import Refused, Stale

from .. import factories as make
from ..reading_pages import text

NOT_MET = ["not_kept", "called_off", "they_cancelled"]


@pytest.fixture
def past(amina, priya):
    at = timezone.now() - timedelta(days=3)
    return actions.plan_follow_up(amina, by=priya, who=priya, at=at, how="ours")


@pytest.fixture
def waiting(team, priya):
    """Somebody who waits for a first conversation, and a meeting that is past."""
    ruth = make.make_introduction(team, known_as="Ruth")
    at = timezone.now() - timedelta(hours=2)
    return actions.plan_meeting(
        ruth, by=priya, who=priya, at=at, how="home", place="The blue door"
    )


def say(client, meeting, state, **more):
    return client.post(f"/meetings/{meeting.pk}/", {"state": state} | more, follow=True)


def test_it_took_place_in_one_press(client, past, priya):
    client.force_login(priya)
    assert "It took place" in text(client.get(f"/people/{past.person_id}/meetings/"))
    assert "Saved. Thank you." in text(say(client, past, "kept"))
    past.refresh_from_db()
    assert (past.state, past.settled_by, past.next_step) == ("kept", priya, "")


@pytest.mark.parametrize("state", NOT_MET)
def test_what_was_not_asks_what_happens_next(client, past, priya, state):
    client.force_login(priya)
    page = text(say(client, past, state))
    assert "Choose what happens next" in page
    assert "Write the day by which you’ll try" in text(
        say(client, past, state, next_step="reach")
    )
    assert "Say why nothing more is needed" in text(
        say(client, past, state, next_step="nothing")
    )
    past.refresh_from_db()
    assert past.state == "planned"
    with pytest.raises(Refused, match="what happens next"):
        actions.settle_meeting(past, by=priya, state=state)

    say(client, past, state, next_step="nothing", nothing_why="They feel well.")
    past.refresh_from_db()
    assert (past.state, past.nothing_why) == (state, "They feel well.")
    event = Event.objects.get(what=f"meeting.{state}")
    assert event.detail == {"how": "ours", "next": "nothing"}


def test_another_time_begins_with_what_was_planned(client, past, priya):
    client.force_login(priya)
    page = say(client, past, "not_kept", next_step="again")
    assert page.redirect_chain[-1][0].startswith(
        f"/people/{past.person_id}/meetings/plan/"
    )
    first = page.context["form"].initial
    assert (first["who"], first["how"]) == (priya.pk, "ours")
    assert timezone.localdate() < first["day"]


def test_so_it_does_for_someone_who_is_waiting(client, waiting, priya):
    client.force_login(priya)
    page = say(client, waiting, "they_cancelled", next_step="again")
    assert "Plan meeting" in text(page)
    assert page.context["meet"].initial["place"] == "The blue door"


def test_a_try_to_reach_them_is_on_today_until_it_is_logged(client, past, priya):
    client.force_login(priya)
    today = timezone.localdate()
    say(client, past, "not_kept", next_step="reach", **make.in_boxes("reach_on", today))
    past.refresh_from_db()
    assert past.reach_on == today
    assert "Try to reach them by today" in text(client.get("/today/"))
    assert "Try to reach them by today" in text(client.get("/caseload/"))

    actions.log_contact(
        past.person, by=priya, once=uuid.uuid4(), kind="call", direction="out",
        outcome="no_answer", minutes=None, words="",
    )  # fmt: skip
    assert "Try to reach them" not in text(client.get("/today/"))


def test_a_new_meeting_takes_the_try_off_too(client, past, priya):
    actions.settle_meeting(
        past, by=priya, state="not_kept", next_step="reach",
        reach_on=timezone.localdate(),
    )  # fmt: skip
    later = timezone.now() + timedelta(days=2)
    actions.plan_follow_up(past.person, by=priya, who=priya, at=later, how="ours")
    client.force_login(priya)
    assert "Try to reach them" not in text(client.get("/today/"))


def test_before_its_time_it_can_only_be_cancelled(client, amina, priya):
    later = timezone.now() + timedelta(days=2)
    meeting = actions.plan_follow_up(amina, by=priya, who=priya, at=later, how="ours")
    client.force_login(priya)
    page = text(client.get(f"/meetings/{meeting.pk}/"))
    assert "They cancelled" in page and "They did not come" not in page
    assert "Who cancelled?" in page


def test_a_past_one_can_be_said_to_have_been_cancelled(past, priya):
    actions.settle_meeting(past, by=priya, state="called_off", next_step="again")
    past.refresh_from_db()
    assert past.state == "called_off"


def test_both_kinds_stay_on_today_until_someone_says_so(client, past, waiting, priya):
    client.force_login(priya)
    client.get(f"/meetings/{past.pk}/")  # looking at it says nothing
    assert text(client.get("/today/")).count("Say how it went") >= 2
    say(client, past, "kept")
    say(client, waiting, "kept")
    assert "Say how it went" not in text(client.get("/today/"))


def test_pressed_twice_it_is_said_once(client, past, priya):
    client.force_login(priya)
    say(client, past, "kept")
    assert say(client, past, "kept").status_code == 200
    assert say(client, past, "not_kept").status_code == 409
    assert Event.objects.filter(what="meeting.kept").count() == 1


def test_who_was_to_be_planned_again_and_was_not_is_on_today(client, past, priya):
    client.force_login(priya)
    say(client, past, "not_kept", next_step="again")
    page = text(client.get("/today/"))
    assert "Plan another time" in page
    assert f"/meetings/plan/?again={past.pk}" in page

    at = timezone.now() + timedelta(days=5)
    actions.plan_follow_up(past.person, by=priya, who=priya, at=at, how="ours")
    assert "Plan another time" not in text(client.get("/today/"))


def test_what_they_cancelled_is_in_no_calendar(client, past, priya):
    client.force_login(priya)
    day = f"/calendar/?day={timezone.localdate(past.at)}"
    assert "Amina" in text(client.get(day))
    say(client, past, "they_cancelled", next_step="nothing", nothing_why="She moved.")
    assert "Amina" not in text(client.get(day))


# Before a first conversation, where there is no record yet


def reach_today(client, meeting):
    day = make.in_boxes("reach_on", timezone.localdate())
    return say(client, meeting, "not_kept", next_step="reach", **day)


def test_a_try_to_reach_someone_who_is_waiting_is_on_today_and_on_their_page(
    client, waiting, priya, ruth
):
    client.force_login(priya)
    assert "Try to reach them by today" in text(reach_today(client, waiting))
    ours = f"/waiting/{waiting.introduction_id}/"
    today = text(client.get("/today/people-to-reach/"))
    assert "Ruth" in today and f"{ours}#call" in today
    assert "Try to reach them by today" in text(client.get(ours))
    client.force_login(ruth)
    assert "Try to reach them" not in text(client.get("/today/"))

    client.force_login(priya)
    client.post(f"{ours}call/", {"once": uuid.uuid4(), "reached": "no", "words": "-"})
    assert "Ruth" not in text(client.get("/today/people-to-reach/"))
    assert "The last meeting did not take place" not in text(client.get(ours))


def test_whoever_is_to_be_planned_again_before_a_conversation_is_on_today(
    client, waiting, priya
):
    client.force_login(priya)
    say(client, waiting, "they_cancelled", next_step="again")
    page = text(client.get("/today/people-to-reach/"))
    assert f"/waiting/{waiting.introduction_id}/?again={waiting.pk}#plan" in page
    at = timezone.now() + timedelta(days=2)
    actions.plan_meeting(waiting.introduction, by=priya, who=priya, at=at, how="ours")
    assert "Ruth" not in text(client.get("/today/people-to-reach/"))


@pytest.mark.parametrize("end", ["close", "listen"])
def test_it_ends_with_the_wait_and_goes_on_with_the_person(
    client, waiting, priya, team, end
):
    client.force_login(priya)
    reach_today(client, waiting)
    introduction = waiting.introduction
    if end == "close":
        actions.close_introduction(introduction, by=priya, why="They moved away.")
        assert "Ruth" not in text(client.get("/today/people-to-reach/"))
        return
    person = make.make_open_person(priya, known_as="Ruth")
    introduction.person, introduction.answered_at = person, timezone.now()
    introduction.answered_by = priya
    introduction.save()
    page = text(client.get("/today/people-to-reach/"))
    assert f"/people/{person.pk}/contacts/#quick-note" in page
    assert "Try to reach them by today" in text(client.get("/caseload/"))


def test_what_is_past_is_not_moved(client, past, waiting, priya):
    client.force_login(priya)
    page = text(client.get(f"/waiting/{waiting.introduction_id}/"))
    assert "Move the meeting" not in page and "It took place" in page
    at = timezone.now() + timedelta(days=2)
    plan = {"by": priya, "who": priya, "at": at, "how": "ours"}
    with pytest.raises(Stale, match="First say whether the meeting took place"):
        actions.plan_meeting(waiting.introduction, instead_of=waiting.pk, **plan)
    with pytest.raises(Stale, match="First say whether the meeting took place"):
        actions.plan_follow_up(past.person, instead_of=past.pk, **plan)
    assert {past.state, waiting.state} == {"planned"}
