"""A long huddle is narrowed by why somebody comes up, and by their key contact."""

import pytest

from welcome import actions

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
