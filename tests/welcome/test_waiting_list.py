"""While somebody waits: calls, plans to meet, and nobody let go in silence."""

import uuid
from datetime import timedelta

import pytest
from django.db import Error, IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from welcome import actions
from welcome.models import Contact, Event, Introduction, Meeting, Person
from welcome.refusals import Refused

from .. import factories as make
from ..reading_pages import text as html


@pytest.fixture
def ruth(team):
    return make.make_introduction(team, known_as="Ruth")


def plan(introduction, by, hours=24, **more):
    at = timezone.now().replace(microsecond=0) + timedelta(hours=hours)
    said = {"by": by, "who": by, "at": at, "how": "home"} | more
    return actions.plan_meeting(introduction, **said)


def test_a_call_pressed_twice_is_one_call(ruth, priya):
    once = uuid.uuid4()
    for _ in "12":
        actions.log_call(ruth, by=priya, once=once, reached=False, words="Engaged")
    assert Contact.objects.count() == 1
    event = Event.objects.get(what="introduction.called")
    assert event.detail == {"reached": False}


def test_a_meeting_that_moves_stays_readable(ruth, priya):
    first = plan(ruth, priya)
    second = plan(ruth, priya, hours=48, instead_of=first.pk)
    first.refresh_from_db()
    assert (first.state, second.state) == ("moved", "planned")
    events = Event.objects.filter(what__startswith="meeting").order_by("pk")
    assert [event.what for event in events] == ["meeting.planned", "meeting.moved"]


def test_how_it_went_is_written_down_once(ruth, priya):
    meeting = plan(ruth, priya, hours=-1)
    actions.settle_meeting(meeting, by=priya, state="not_kept", next_step="again")
    with pytest.raises(Refused):
        actions.settle_meeting(meeting, by=priya, state="kept")
    assert Introduction.objects.waiting().get() == ruth


def test_a_meeting_took_place_only_when_someone_says_so(ruth, priya, team):
    meeting = plan(ruth, priya, hours=-1)
    actions.welcome(by=priya, team=team, known_as="Ruth", introduction=ruth)
    meeting.refresh_from_db()
    assert meeting.state == Meeting.State.PLANNED

    actions.settle_meeting(meeting, by=priya, state="kept")
    meeting.refresh_from_db()
    assert meeting.state == Meeting.State.KEPT


def test_each_row_says_what_is_next(client, ruth, priya):
    client.force_login(priya)
    assert "Get in touch" in html(client.get("/waiting/"))
    said = {"once": uuid.uuid4(), "reached": "yes", "words": "She would like the park"}
    client.post(f"/waiting/{ruth.pk}/call/", said)
    text = html(client.get("/waiting/"))
    assert "Plan the meeting" in text
    assert "She would like the park" in text
    day = make.working_day(2)
    said = {
        "who": priya.pk,
        **make.in_boxes("day", day),
        "time": "10:30",
        "how": "outdoors",
    }
    client.post(f"/waiting/{ruth.pk}/meet/", said)
    text = html(client.get("/waiting/"))
    assert "Start the conversation" in text
    assert "10.30" in text


def test_who_will_meet_them_starts_with_me(client, ruth, team, priya):
    colleague = make.make_welcomer(team, name="Abel Able")
    client.force_login(priya)
    plan_form = client.get(f"/waiting/{ruth.pk}/").context["meet"]
    assert plan_form["who"].value() == priya.pk

    plan(ruth, priya, who=colleague)
    moving = client.get(f"/waiting/{ruth.pk}/").context["meet"]
    assert moving["who"].value() == colleague.pk


def test_the_longest_wait_stands_first_in_words_and_working_days(client, team, priya):
    for days in (1, 30, 10):
        past = timezone.now() - timedelta(days=days)
        make.make_introduction(team, known_as=f"Day{days}", made_at=past)
    client.force_login(priya)
    page = client.get("/waiting/")
    rows = page.context["page"].rows
    assert [row.known_as for row in rows] == ["Day30", "Day10", "Day1"]
    assert "working days" in rows[0].since


def test_500_who_wait_cost_as_many_queries_as_one(
    client, team, priya, django_assert_max_num_queries
):
    for _ in range(500):
        plan(make.make_introduction(team), priya)
    client.force_login(priya)
    with django_assert_max_num_queries(13):
        assert len(client.get("/waiting/").context["page"].rows) == 25


def test_another_team_cannot_call_or_plan(client, ruth, tomasz):
    client.force_login(tomasz)
    assert client.get(f"/waiting/{ruth.pk}/").status_code == 404
    assert client.post(f"/waiting/{ruth.pk}/call/").status_code == 404
    assert "Ruth" not in html(client.get("/waiting/"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"how": "teleport"},
        {"state": "kept"},
        {"state": "lost", "settled_at": timezone.now()},
        {"settled_at": timezone.now()},
        {"next_step": "again"},
        {"reach_on": timezone.localdate()},
        {"nothing_why": "They moved away."},
    ],
)
def test_the_database_refuses_a_meeting_that_cannot_be(ruth, priya, wrong):
    meeting = plan(ruth, priya)
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.filter(pk=meeting.pk).update(**wrong)


def test_the_database_refuses_two_plans_at_once(ruth, priya):
    meeting = plan(ruth, priya)
    meeting.pk = uuid.uuid4()
    with pytest.raises(IntegrityError), transaction.atomic():
        meeting.save(force_insert=True)


def test_a_call_is_never_rewritten(ruth, priya):
    actions.log_call(ruth, by=priya, once=uuid.uuid4(), reached=True, words="")
    with pytest.raises(Error), transaction.atomic():
        Contact.objects.update(reached=False)


def test_nobody_can_be_let_go_without_a_farewell(amina):
    with pytest.raises(IntegrityError, match="farewell"), transaction.atomic():
        amina.holdings.update(until_at=timezone.now())
        Person.objects.filter(pk=amina.pk).update(is_open=False)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_an_introduction_is_not_closed_without_a_reason(ruth, priya):
    with pytest.raises(IntegrityError), transaction.atomic():
        Introduction.objects.filter(pk=ruth.pk).update(
            closed_at=timezone.now(), closed_by=priya, closed_why=""
        )


def test_with_a_farewell_it_closes(amina, priya):
    actions.say_farewell(amina, by=priya, reason="well", words="Come back any time.")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_the_forms_on_today_carry_their_token(ruth, amina, priya):
    ruth.person = amina
    ruth.save(update_fields=["person"])
    huddle = actions.begin_huddle(amina.team, by=priya, there=[])
    actions.decide(amina, by=priya, huddle=huddle, words="Ring.", whose=priya)
    client = Client(enforce_csrf_checks=True)
    client.force_login(priya)
    main = html(client.get("/today/")).partition("<main")[2]
    main = main.partition("</main")[0]
    assert main.count("<form") == main.count("csrfmiddlewaretoken") == 3
