"""A long huddle is narrowed by why somebody comes up, and by their key contact."""

from datetime import timedelta

import pytest
from django.utils import timezone

from welcome import actions
from welcome.models import Mark, Person
from welcome.reading.huddle_agenda import SORTED_BY
from welcome.registries.huddle_items import LOOKED_AT

from .. import factories as make
from ..reading_pages import text


@pytest.fixture
def signed_in(client, priya):
    client.force_login(priya)
    return client


@pytest.fixture
def marked(priya, amina):
    actions.raise_in_huddle(amina, by=priya, why="Her post.")
    return amina


@pytest.fixture
def of_a_colleague(team):
    mhairi = make.make_welcomer(team, name="Mhairi Bain")
    una = make.make_open_person(mhairi, known_as="Una")
    actions.raise_in_huddle(una, by=mhairi, why="She moves on Friday.")
    return una


def names_on(page):
    return {turn.about.known_as for turn in page.context["turns"]}


def test_by_why_they_come_up(signed_in, marked, team):
    make.make_introduction(team, known_as="Ruth")

    assert names_on(signed_in.get("/huddle/?why=marked")) == {"Amina"}
    assert names_on(signed_in.get("/huddle/?why=new")) == {"Ruth"}
    page = signed_in.get("/huddle/?why=quiet")
    assert names_on(page) == set()
    assert "No one matches these filters." in text(page)


def test_by_who_is_their_key_contact(signed_in, marked, of_a_colleague, team, priya):
    make.make_introduction(team, known_as="Ruth")
    mhairi = of_a_colleague.holding.worker

    assert names_on(signed_in.get(f"/huddle/?worker={priya.pk}")) == {"Amina"}
    assert names_on(signed_in.get(f"/huddle/?worker={mhairi.pk}")) == {"Una"}


def test_a_code_that_we_do_not_know_filters_nothing(signed_in, marked):
    assert names_on(signed_in.get("/huddle/?why=kettle&worker=1")) == {"Amina"}


def test_filters_stay_from_page_to_page_and_after_a_decision(signed_in, team, priya):
    for n in range(12):
        actions.raise_in_huddle(
            make.make_open_person(priya, known_as=f"Bo {n:02}"), by=priya, why="x"
        )
    huddle = actions.begin_huddle(team, by=priya, there=[])
    first = signed_in.get("/huddle/?why=marked")
    (more,) = [
        line.partition('"')[0].replace("&amp;", "&")
        for line in text(first).split('href="')
        if line.startswith("?why=marked&amp;after=")
    ]
    assert len(names_on(signed_in.get(f"/huddle/{more}"))) == 2

    about = f"person:{first.context['turns'][0].about.pk}"
    said = {"about": about, "words": "Ring on Monday."}
    answer = signed_in.post(f"/huddle/{huddle.pk}/decide/?why=marked", said)
    assert answer.url == "/huddle/?why=marked&next=1"


def days_ago(days):
    return timezone.now() - timedelta(days=days)


def mark_many(team, by, count):
    """More people than a huddle looks at; each was brought before today."""
    people = Person.objects.bulk_create(
        Person(team=team, site=team.site, known_as=f"Bo {n:03}") for n in range(count)
    )
    Mark.objects.bulk_create(
        Mark(person=person, made_by=by, made_at=person.made_at, why="x")
        for person in people
    )


def test_whom_a_worker_holds_comes_up_behind_a_hundred_others(
    signed_in, team, priya, of_a_colleague
):
    mark_many(team, priya, LOOKED_AT + 1)
    Mark.objects.filter(person=of_a_colleague).delete()
    actions.raise_in_huddle(of_a_colleague, by=priya, why="She moves on Friday.")

    everyone = text(signed_in.get("/huddle/"))
    assert f"There are more: this list takes up to {LOOKED_AT} people" in everyone
    assert "There are more" not in text(signed_in.get("/huddle/?why=quiet"))
    worker = of_a_colleague.holding.worker
    theirs = signed_in.get(f"/huddle/?worker={worker.pk}")
    assert names_on(theirs) == {"Una"}
    assert "There are more" not in text(theirs)


def test_a_huddle_that_shows_everyone_says_nothing_of_more(signed_in, team, priya):
    mark_many(team, priya, LOOKED_AT)
    page = signed_in.get("/huddle/")
    assert page.context["agenda"].figures == "99+"
    assert "There are more" not in text(page)


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("", ["Cal", "Bo", "Amina"]),
        ("day", ["Amina", "Cal", "Bo"]),
        ("name", ["Amina", "Bo", "Cal"]),
        ("x", ["Cal", "Bo", "Amina"]),
    ],
)
def test_it_is_sorted_by_need_day_or_name(signed_in, team, priya, order, names):
    """Two were brought by one of us; the introduction is older than both."""
    make.make_introduction(team, known_as="Amina", made_at=days_ago(9))
    for name, days in (("Bo", 2), ("Cal", 5)):
        person = make.make_open_person(priya, known_as=name)
        Mark.objects.create(
            person=person, made_by=priya, made_at=days_ago(days), why="x"
        )
    turns = signed_in.get(f"/huddle/?sort={order}").context["turns"]
    assert [turn.about.known_as for turn in turns] == names


@pytest.mark.parametrize("order", SORTED_BY)
def test_each_comes_up_once_over_all_pages(signed_in, team, priya, order):
    mark_many(team, priya, 23)
    seen, url = [], f"/huddle/?sort={order}"
    while url:
        page = signed_in.get(url)
        seen += [turn.about.pk for turn in page.context["turns"]]
        url = page.context["more"] and f"/huddle/{page.context['more']}"
    assert len(seen) == len(set(seen)) == 23
