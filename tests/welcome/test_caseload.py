"""Each worker sees whom they hold, the last contact, and what comes next."""

import csv
import re
from datetime import timedelta
from io import StringIO
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from welcome import actions
from welcome.models import Contact, Event, Holding, Look

from .. import factories as make
from ..reading_pages import text


@pytest.fixture
def signed_in(client, priya):
    client.force_login(priya)
    return client


@pytest.fixture
def lead(client, ruth):
    client.force_login(ruth)
    return client


@pytest.fixture
def mhairi(team):
    """Another welcomer of the same team."""
    return make.make_welcomer(team, name="Mhairi Bain")


def talk(person, by, *, weeks_ago):
    at = timezone.now() - timedelta(weeks=weeks_ago)
    return Contact.objects.create(
        person=person, by=by, at=at, outcome="spoke", reached=True
    )


def held_since(person, *, weeks):
    at = timezone.now() - timedelta(weeks=weeks)
    Holding.objects.filter(person=person, until_at=None).update(from_at=at)


def names_on(page):
    return [line.holding.person.known_as for line in page.context["lines"]]


def ahead_on(page):
    (line,) = page.context["lines"]
    return line.ahead


def test_a_worker_sees_their_own_people_and_no_one_elses(signed_in, amina, mhairi):
    make.make_open_person(mhairi, known_as="Una")
    assert names_on(signed_in.get("/caseload/")) == ["Amina"]


def test_whose_caseload_is_only_asked_by_a_lead(signed_in, amina, mhairi):
    make.make_open_person(mhairi, known_as="Una")
    page = signed_in.get(f"/caseload/?whose={mhairi.pk}")
    assert names_on(page) == ["Amina"]
    assert names_on(signed_in.get("/caseload/?whose=team")) == ["Amina"]


def test_a_lead_sees_the_team_one_worker_or_who_has_no_one(lead, amina, mhairi, team):
    make.make_open_person(mhairi, known_as="Una")
    alone = make.make_open_person(mhairi, known_as="Bo")
    actions.hold(alone, by=mhairi, team=team)

    assert names_on(lead.get("/caseload/")) == []
    everyone = names_on(lead.get("/caseload/?whose=team&sort=name"))
    assert everyone == ["Amina", "Bo", "Una"]
    assert names_on(lead.get(f"/caseload/?whose={mhairi.pk}")) == ["Una"]
    assert names_on(lead.get("/caseload/?whose=no-one")) == ["Bo"]


def test_a_lead_of_another_team_sees_none_of_them(client, amina, priya, site):
    other = make.make_team(site=site)
    client.force_login(make.make_member("lead", other))
    assert names_on(client.get("/caseload/?whose=team")) == []
    assert names_on(client.get(f"/caseload/?whose={priya.pk}")) == []


def test_it_says_when_we_were_last_in_touch_and_a_try_is_no_contact(
    signed_in, amina, priya
):
    assert "No contact yet" in text(signed_in.get("/caseload/"))
    spoke = talk(amina, priya, weeks_ago=3)
    Contact.objects.create(person=amina, by=priya, outcome="no_answer", reached=False)

    (line,) = signed_in.get("/caseload/").context["lines"]
    assert line.holding.last_contact == spoke.at


def test_a_welcome_call_before_the_record_and_a_conversation_are_contacts(
    signed_in, amina, priya, team
):
    call = make.make_introduction(team, person=amina)
    rang = timezone.now() - timedelta(days=9)
    Contact.objects.create(introduction=call, by=priya, at=rang, reached=True)
    (line,) = signed_in.get("/caseload/").context["lines"]
    assert line.holding.last_contact == rang

    heard = make.make_conversation(amina, priya)
    (line,) = signed_in.get("/caseload/").context["lines"]
    assert line.holding.last_contact == heard.started_at


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("", ["Cal", "Amina", "Bo"]),
        ("?sort=held", ["Bo", "Amina", "Cal"]),
        ("?sort=name", ["Amina", "Bo", "Cal"]),
    ],
)
def test_it_is_sorted_by_quiet_held_or_name(signed_in, amina, priya, order, names):
    for name, held, quiet in (("Bo", 20, 1), ("Cal", 9, 9)):
        person = make.make_open_person(priya, known_as=name)
        held_since(person, weeks=held)
        talk(person, priya, weeks_ago=quiet)
    held_since(amina, weeks=12)
    talk(amina, priya, weeks_ago=5)

    assert names_on(signed_in.get(f"/caseload/{order}")) == names


@pytest.mark.parametrize(
    ("weeks", "names"), [("2", ["Bo", "Amina"]), ("4", ["Bo"]), ("8", [])]
)
def test_quiet_for_leaves_those_nobody_was_in_touch_with(
    signed_in, amina, priya, weeks, names
):
    talk(amina, priya, weeks_ago=3)
    talk(make.make_open_person(priya, known_as="Bo"), priya, weeks_ago=6)
    talk(make.make_open_person(priya, known_as="Cal"), priya, weeks_ago=1)

    page = signed_in.get(f"/caseload/?quiet={weeks}")
    assert names_on(page) == names
    assert f"{len(names)} of 3" in text(page)


@pytest.mark.parametrize("asked", ["quiet=3", "quiet=a'b", "sort=x", "after=x", "z=1"])
def test_what_it_does_not_know_filters_nothing(signed_in, amina, asked):
    assert names_on(signed_in.get(f"/caseload/?{asked}")) == ["Amina"]


@pytest.mark.parametrize("order", ["", "held", "name"])
def test_every_page_keeps_the_filters_and_shows_everyone_once(signed_in, priya, order):
    names = {f"Person {n:02}" for n in range(30)}
    for name in names:
        person = make.make_open_person(priya, known_as=name)
        talk(person, priya, weeks_ago=5)

    first = signed_in.get(f"/caseload/?quiet=4&sort={order}")
    further = first.context["page"].older_url
    second = signed_in.get(further)

    assert "quiet=4" in further
    assert "30 of 30" in text(first)
    seen = names_on(first) + names_on(second)
    assert len(seen) == 30
    assert set(seen) == names


def test_a_meeting_is_the_next_step(signed_in, amina, priya, team):
    call = make.make_introduction(team, person=amina)
    at = timezone.now() + timedelta(days=2)
    actions.plan_meeting(call, by=priya, who=priya, at=at, how="ours", place="")
    page = signed_in.get("/caseload/")
    assert ahead_on(page).ours.words.startswith("Meeting with Priya Nair")
    assert "Meeting with Priya Nair" in text(page)


def test_a_task_of_the_huddle_is_the_next_step(signed_in, amina, priya, team):
    huddle = actions.begin_huddle(team, by=priya, there=[])
    actions.decide(
        amina, by=priya, huddle=huddle, words="Ring the surgery", whose=priya
    )
    step = ahead_on(signed_in.get("/caseload/")).ours
    assert step.words == "Ring the surgery (Priya Nair, by today)"


def test_a_draft_is_the_next_step(signed_in, amina, priya):
    make.make_conversation(amina, priya)
    step = ahead_on(signed_in.get("/caseload/")).ours
    assert step.words == "Finish the conversation"


def test_it_says_whose_answer_we_are_waiting_for(signed_in, sent):
    step = ahead_on(signed_in.get("/caseload/")).theirs
    assert step.words.startswith("Harbour Money Advice, to answer by")


def test_it_says_that_the_person_has_not_agreed_yet(signed_in, request_made):
    step = ahead_on(signed_in.get("/caseload/")).theirs
    assert step.words.startswith("Amina to agree before anything is sent")


def test_it_says_that_a_handover_is_not_answered(signed_in, amina, priya, mhairi, team):
    make.ask_to_hold(amina, priya, team, to_worker=mhairi)
    step = ahead_on(signed_in.get("/caseload/")).theirs
    assert step.words.startswith("Mhairi Bain, to answer the handover by")


def test_ones_own_record_is_never_on_it(lead, amina, ruth):
    amina.account = ruth
    amina.save()
    assert names_on(lead.get("/caseload/?whose=team")) == []


def test_fifty_people_take_as_many_queries_as_five(signed_in, priya, team):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            signed_in.get("/caseload/")
        return len(asked)

    def fill(count):
        for _ in range(count):
            person = make.make_open_person(priya)
            make.make_conversation(person, priya)
            call = make.make_introduction(team, person=person, once=uuid4())
            at = timezone.now() + timedelta(days=2)
            actions.plan_meeting(call, by=priya, who=priya, at=at, how="ours")

    fill(5)
    queries()  # the first page of a session also counts what is new
    few = queries()
    fill(45)
    assert queries() == few + 1  # a list of two pages says how many there are


def test_no_name_is_in_an_address(signed_in, amina, mhairi):
    page = signed_in.get("/caseload/?quiet=&sort=name")
    assert "Amina" not in page.request["QUERY_STRING"]
    fields = page.context["filters"].fields.values()
    assert all(hasattr(field, "choices") for field in fields)


# As a file


def rows_of(answer):
    body = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(StringIO(body)))


def test_the_file_has_the_same_rows_as_the_page_and_no_name_in_its_own(
    signed_in, amina, mhairi, priya
):
    make.make_open_person(mhairi, known_as="Una")
    answer = signed_in.get("/caseload.csv")
    headings, row = rows_of(answer)
    assert row[:3] == [amina.reference, "Amina", "Priya Nair"]
    assert len(row) == len(headings)
    assert re.fullmatch(
        r'attachment; filename="caseload-\d{4}-\d\d-\d\d\.csv"',
        answer["Content-Disposition"],
    )


def test_the_file_is_filtered_like_the_page(signed_in, amina, priya):
    talk(amina, priya, weeks_ago=1)
    talk(make.make_open_person(priya, known_as="Bo"), priya, weeks_ago=5)
    _, row = rows_of(signed_in.get("/caseload.csv?quiet=4"))
    assert row[1] == "Bo"


def test_a_name_that_looks_like_a_formula_is_only_text(signed_in, priya):
    make.make_open_person(priya, known_as="=HYPERLINK(1)")
    _, row = rows_of(signed_in.get("/caseload.csv"))
    assert row[1] == "'=HYPERLINK(1)"


def test_taking_a_file_is_written_down_with_a_look_at_each(signed_in, amina, priya):
    signed_in.get("/caseload.csv")
    event = Event.objects.get(what="list.taken")
    assert (event.by, event.detail) == (priya, {"list": "caseload", "rows": 1})
    assert Look.objects.filter(person=amina, by=priya).count() == 1


def test_a_long_file_says_that_there_is_more(signed_in, priya, monkeypatch):
    monkeypatch.setattr("welcome.views.caseload.AT_MOST", 2)
    for _ in range(3):
        make.make_open_person(priya)
    rows = rows_of(signed_in.get("/caseload.csv"))
    assert len(rows) == 4
    assert rows[-1][0].startswith("There are more.")
