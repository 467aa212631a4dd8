"""A list that goes on says how many there are, and a short one asks nothing more."""

import pytest
from django.test import RequestFactory

from welcome.models import Contact
from welcome.web.pagination import SIZE, page_of

from ..reading_pages import text


@pytest.fixture
def log(amina, priya):
    def grow(count):
        Contact.objects.bulk_create(
            Contact(person=amina, by=priya, reached=True, outcome="spoke")
            for _ in range(count)
        )
        return Contact.objects.filter(person=amina)

    return grow


def _page(rows, query=""):
    request = RequestFactory().get(f"/list/{query}")
    return page_of(rows, request, by=("-at", "-pk"))


def test_a_list_on_one_page_counts_nothing(log, django_assert_num_queries):
    rows = log(SIZE)
    with django_assert_num_queries(1):
        assert _page(rows).figures == ""


@pytest.mark.parametrize("count, said", [(34, "34"), (99, "99"), (130, "99+")])
def test_a_longer_list_says_how_many_on_every_page(log, count, said):
    rows = log(count)
    first = _page(rows)
    assert (len(first.rows), first.figures) == (SIZE, said)

    second = _page(rows, "?" + first.older_url.partition("?")[2])
    assert second.figures == said


def test_the_page_says_it_and_leads_on(client, log, amina, priya):
    log(34)
    client.force_login(priya)
    page = text(client.get(f"/people/{amina.pk}/contacts/"))

    assert "25 of 34" in page
    assert "Show more" in page
