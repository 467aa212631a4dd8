"""Priya looks for somebody, and says of two who look alike that they are two."""

from datetime import date

import pytest

from .. import factories as make


@pytest.fixture
def two_ailsas(priya):
    born = {"born_on": date(1992, 5, 3), "known_as": "Ailsa"}
    one = make.make_open_person(priya, formal_name="Ailsa Drummond", **born)
    other = make.make_open_person(priya, formal_name="Ailsa Drumond", **born)
    return one, other


@pytest.mark.parametrize("width", [1280, 375])
def test_one_box_finds_and_two_people_stay_two(walk, priya, two_ailsas, width):
    one, other = two_ailsas
    walker = walk(f"find-{width}", width=width).sign_in(priya)
    walker.go("/people/")
    for words in ("drummond ailsa", "Alisa Drumond", "ailsa 1992", "3/5/92"):
        walker.write("Find someone", words)
        walker.press("^Find$")
        walker.sees(one.reference)
    assert "ailsa" not in walker.page.url

    walker.follow("Open the story")
    walker.follow("Possible duplicates")
    walker.sees("A name one letter apart")
    walker.press("Not the same person")
    walker.sees("Saved: two different people")
    walker.sees("No possible duplicates of Ailsa")
    walker.go(f"/people/{other.pk}/alike/")
    walker.sees("No possible duplicates of Ailsa")


def test_whoever_was_introduced_is_recognised_at_once(walk, priya, two_ailsas):
    wait = make.make_introduction(
        priya.first_team, known_as="Ailsa Drummond", phone="0131 496 0142"
    )
    walker = walk("find-introduced").sign_in(priya)
    walker.go(f"/people/start/?introduction={wait.pk}")
    walker.sees("You may have met before")
    walker.sees("The same name")
