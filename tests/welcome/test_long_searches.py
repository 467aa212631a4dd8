"""A search that finds many says how many, and shows every one of them."""

import re
from html import unescape

import pytest
from django.urls import reverse

from welcome.finding import search_box
from welcome.models import Person, Role
from welcome.web.found_pages import AT_ONCE

from .. import factories as make
from ..reading_pages import text


@pytest.fixture
def campbells(team):
    """Makes so many people of one name, each with a number of their own."""

    def grow(count):
        for n in range(count):
            make.make_person(team=team, known_as=f"Mo{n:03}", formal_name="Mo Campbell")

    return grow


@pytest.fixture
def lead(client, team):
    lead = make.make_member(Role.LEAD, team, name="Ruth", email="ruth@example.org")
    client.force_login(lead)
    return client


def read(client, page):
    """The names on this page and on all that follow it; and how many pages."""
    names, pages = re.findall(r"Mo\d{3}", page), 1
    while on := re.search(r'href="([^"]*[?&;]after=[^"]*)">Show more', page):
        page = text(client.get(unescape(on[1])))
        names += re.findall(r"Mo\d{3}", page)
        pages += 1
    return set(names), pages


@pytest.mark.parametrize("words", ["campbell", "ampbel"])
def test_everyone_who_is_found_is_shown_page_by_page(lead, campbells, words):
    campbells(AT_ONCE + 3)
    page = text(lead.post("/people/", {"q": words}, follow=True))

    assert f"<b>{AT_ONCE} of {AT_ONCE + 3}</b>" in page
    assert "campbell" not in re.search(r'href="([^"]*after=[^"]*)"', page)[1].lower()
    names, pages = read(lead, page)
    assert (len(names), pages) == (AT_ONCE + 3, 2)


def test_a_search_that_finds_too_many_says_so_and_how_to_narrow_it(lead, campbells):
    campbells(search_box.WEIGHED + 2)
    page = text(lead.post("/people/", {"q": "Mo Campbell"}, follow=True))

    assert f"<b>{AT_ONCE} of {search_box.WEIGHED}+</b>" in page
    assert "Add a year of birth" in page
    assert len(read(lead, page)[0]) == search_box.WEIGHED


def test_a_search_for_who_may_be_the_same_leads_on_too(lead, campbells, amina):
    campbells(AT_ONCE + 3)
    path = reverse("welcome:same", args=[amina.pk])
    there = lead.post(path, {"q": "campbell"})
    assert there.status_code == 302
    assert "campbell" not in there.url.lower()

    page = text(lead.get(there.url)).partition("Search your teams")[2]
    assert f"<b>{AT_ONCE} of {AT_ONCE + 3}</b>" in page
    on = re.search(r'href="([^"]*[?&;]after=[^"]*)">Show more', page)[1]
    rest = text(lead.get(unescape(on))).partition("Search your teams")[2]
    names = set(re.findall(r"<bdi>(Mo\d{3})", page + rest))
    assert len(names) == AT_ONCE + 3


@pytest.mark.parametrize("after", ["x", "-1", "²", "9" * 5000, "400"])
def test_a_page_that_there_is_not_is_the_first(lead, campbells, after):
    campbells(AT_ONCE + 1)
    there = lead.post("/people/", {"q": "campbell"}).url
    page = text(lead.get(f"{there}&after={after}"))

    assert f"<b>{AT_ONCE} of {AT_ONCE + 1}</b>" in page


def test_few_are_counted_nowhere(lead, campbells):
    campbells(2)
    page = text(lead.post("/people/", {"q": "campbell"}, follow=True))

    assert "Show more" not in page
    assert Person.objects.count() == 2
