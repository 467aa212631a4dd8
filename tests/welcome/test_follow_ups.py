"""A person who has been heard is met again: planned, moved, cancelled, on each list."""

import uuid
from datetime import datetime, time, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from welcome import actions
from welcome.actions import private_links
from welcome.models import Event, Meeting, Person, Team
from welcome.reading.personal_data_export import copy_of
from welcome.refusals import Refused

from .. import factories as make
from ..reading_pages import reason, text


def ahead(days=7, hour=10):
    day = datetime.combine(make.working_day(days), time(hour, 30))
    return timezone.make_aware(day)


def plan(person, by, at=None, **more):
    said = {"who": by, "at": at or ahead(), "how": "ours"} | more
    return actions.plan_follow_up(person, by=by, **said)


def typed(by, day, **more):
    said = {"who": by.pk, "time": "10:30", "how": "ours", "place": "The back room"}
    return said | make.in_boxes("day", day) | more


def check_constraints():
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_planned_from_their_page_it_is_on_every_list(client, amina, priya):
    client.force_login(priya)
    at = f"/people/{amina.pk}/"
    assert "Plan a meeting" in text(client.get(at))
    day = make.working_day(2)
    client.post(f"{at}meetings/plan/", typed(priya, day))

    meeting = Meeting.objects.get()
    assert (meeting.person, meeting.introduction, meeting.team) == (
        amina, None, amina.team,
    )  # fmt: skip
    assert "with Priya Nair" in text(client.get(at))
    assert "The back room" in text(client.get(f"{at}meetings/"))
    today = text(client.get("/today/"))
    assert "See the plan" in today and "Amina" in today
    assert "Meeting with Priya Nair" in text(client.get("/caseload/"))
    assert [m["place"] for m in copy_of(amina)["meetings"]] == ["The back room"]
    event = Event.objects.get(what="meeting.planned")
    assert (event.person, event.team) == (amina, amina.team)
    assert "A meeting was planned" in text(client.get(at))


def test_a_form_that_lacks_something_keeps_what_was_typed(client, amina, priya):
    client.force_login(priya)
    path = f"/people/{amina.pk}/meetings/plan/"
    page = text(client.post(path, typed(priya, make.working_day(2), how="", time="2")))
    assert "Choose how you will meet" in page and "Write the time like" in page
    assert "The back room" in page
    assert not Meeting.objects.exists()


def test_hours_and_clashes_are_looked_at_here_too(client, amina, priya):
    plan(amina, priya, at=ahead(7, 10))
    client.force_login(priya)
    path = f"/people/{amina.pk}/meetings/plan/"
    late = typed(priya, ahead(7).date(), time="11:00")
    asked = client.post(path, late)
    assert "Priya Nair already has a meeting at 10.30" in text(asked)
    client.post(path, late | reason(asked, "We walk over together."))
    assert Meeting.objects.get(planned_anyway="We walk over together.")


def test_pressed_twice_it_is_one_meeting(amina, priya):
    assert plan(amina, priya) == plan(amina, priya)
    assert Event.objects.filter(what="meeting.planned").count() == 1


def test_moved_the_first_one_stays_readable(client, amina, priya):
    first = plan(amina, priya)
    client.force_login(priya)
    path = f"/meetings/{first.pk}/move/"
    page = text(client.get(path))
    assert "Move meeting" in page and 'value="10:30"' in page
    moved = typed(priya, make.working_day(9), instead_of=first.pk)
    client.post(path, moved)
    assert [m.state for m in amina.meetings.order_by("at")] == ["moved", "planned"]

    late = client.post(path, moved | {"time": "12:30"})
    assert late.status_code in (404, 409)
    assert amina.meetings.count() == 2


def test_cancelled_and_it_is_off_their_page(client, amina, priya):
    meeting = plan(amina, priya)
    client.force_login(priya)
    assert "Cancel meeting" in text(client.get(f"/people/{amina.pk}/meetings/"))
    actions.settle_meeting(meeting, by=priya, state="called_off", next_step="again")
    page = text(client.get(f"/people/{amina.pk}/meetings/"))
    assert "No meeting is planned." in page and "cancelled" in page


def test_past_and_not_settled_it_stays_on_today_until_someone_says(
    client, amina, priya
):
    meeting = plan(amina, priya, at=timezone.now() - timedelta(days=40))
    client.force_login(priya)
    assert "Say how it went" in text(client.get("/today/"))
    actions.settle_meeting(meeting, by=priya, state="kept")
    assert "Say how it went" not in text(client.get("/today/"))


def test_a_farewell_cancels_what_is_ahead_and_nothing_new_is_planned(amina, priya):
    later, past = plan(amina, priya), plan(amina, priya, timezone.now())
    actions.say_farewell(amina, by=priya, reason="well", words="Come back any time.")
    later.refresh_from_db()
    past.refresh_from_db()
    assert (later.state, past.state) == ("called_off", "planned")
    with pytest.raises(Refused, match="isn’t with us now"):
        plan(amina, priya)


def test_another_team_sees_nothing_of_it(client, amina, priya, tomasz):
    meeting = plan(amina, priya)
    client.force_login(tomasz)
    for path in (
        f"/people/{amina.pk}/meetings/", f"/people/{amina.pk}/meetings/plan/",
        f"/meetings/{meeting.pk}/move/",
    ):  # fmt: skip
        assert client.get(path).status_code == 404
    assert not Meeting.objects.visible_to(tomasz).exists()


def test_nobody_sees_a_meeting_about_themselves(amina, priya):
    plan(amina, priya)
    Person.objects.filter(pk=amina.pk).update(account=priya)
    assert not Meeting.objects.visible_to(priya).exists()


def test_a_meeting_follows_whom_it_is_with_to_another_team(amina, team, priya, tomasz):
    ruth = make.make_introduction(team, person=amina)
    first = actions.plan_meeting(ruth, by=priya, who=priya, at=ahead(), how="ours")
    again, other = plan(amina, priya), tomasz.first_team
    Person.objects.filter(pk=amina.pk).update(team=other)
    type(ruth).objects.filter(pk=ruth.pk).update(team=other)
    check_constraints()
    first.refresh_from_db()
    again.refresh_from_db()
    assert first.team == again.team == other


@pytest.mark.parametrize("with_whom", ["person", "introduction"])
def test_a_version_that_knows_no_team_can_still_plan(amina, team, priya, with_whom):
    ruth = make.make_introduction(team)
    whom = {"person": amina, "introduction": ruth}[with_whom]
    made = Meeting.objects.create(
        **{with_whom: whom}, who=priya, planned_by=priya, at=ahead(), how="ours"
    )
    made.refresh_from_db()
    assert made.team == team


def test_the_database_refuses_a_meeting_with_both_or_neither(amina, team, priya):
    meeting = plan(amina, priya)
    row = Meeting.objects.filter(pk=meeting.pk)
    for wrong in ({"introduction": make.make_introduction(team)}, {"person": None}):
        with pytest.raises(IntegrityError, match="with_one"), transaction.atomic():
            row.update(**wrong)


def test_the_database_refuses_another_teams_meeting(amina, priya):
    meeting = plan(amina, priya)
    other = Team.objects.create(site=amina.site, name="Elsewhere")
    with pytest.raises(IntegrityError, match="follows"), transaction.atomic():
        Meeting.objects.filter(pk=meeting.pk).update(team=other)
        check_constraints()


def test_many_meetings_cost_as_many_queries_as_one(
    client, amina, priya, django_assert_max_num_queries
):
    for number in range(60):
        at = ahead() + timedelta(days=number)
        state = {"state": "moved", "settled_at": at, "settled_by": priya}
        Meeting.objects.create(
            person=amina, who=priya, planned_by=priya, at=at, how="ours",
            pk=uuid.uuid4(), **(state if number % 2 else {}),
        )  # fmt: skip
    client.force_login(priya)
    with django_assert_max_num_queries(18):
        page = client.get(f"/people/{amina.pk}/meetings/")
    assert len(page.context["ahead"].rows) == len(page.context["page"].rows) == 25


def test_the_person_sees_the_next_meetings_on_their_own_page(client, amina, priya):
    plan(amina, priya, place="The back room")
    mine = {"way": "hand", "once": uuid.uuid4(), "question": "", "fact": "Copper pot"}
    path = private_links.send_door(amina, by=priya, **mine)
    client.post(path, {"fact": "Copper pot"})
    page = text(client.get(path))

    assert "When we meet next" in page
    assert "with Priya Nair. At the Welcome Team (The back room)." in page

    Meeting.objects.update(at=timezone.now() - timedelta(hours=1))
    assert "When we meet next" not in text(client.get(path))
