"""The navigation says how much is new since each user opened a page last."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from welcome.models import PageOpened
from welcome.reading.bounded_counts import bounded_counts
from welcome.reading.news import forget_counts, new_on_pages

from .. import factories as make
from ..reading_pages import text

NEW = '<span class="nav__new">{}<span class="hide"> new</span></span>'


@pytest.fixture
def signed_in(client, priya, valkey):
    client.force_login(priya)
    return client


def asked_a_minute_later(user):
    cache.clear()
    return new_on_pages(user, ["welcome:today", "welcome:huddle"])


def test_what_came_since_is_new_until_the_page_is_opened(signed_in, team, priya):
    make.make_introduction(team)
    make.make_introduction(team)
    assert NEW.format(2) in text(signed_in.get("/people/"))

    signed_in.get("/today/")

    assert asked_a_minute_later(priya) == {"welcome:today": 0, "welcome:huddle": 2}
    make.make_introduction(team)
    assert asked_a_minute_later(priya)["welcome:today"] == 1


def test_it_is_in_words_for_whoever_hears_the_page(signed_in, team):
    make.make_introduction(team)
    assert '1<span class="hide"> new</span>' in text(signed_in.get("/people/"))


def test_nothing_is_said_where_nothing_is_new(signed_in):
    assert "nav__new" not in text(signed_in.get("/people/"))


def test_more_than_99_are_not_counted(signed_in, team):
    for _ in range(101):
        make.make_introduction(team)
    assert NEW.format("99+") in text(signed_in.get("/people/"))


def test_it_costs_each_page_one_query_and_then_none(signed_in, team, priya):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            signed_in.get("/people/")
        return len(queries)

    make.make_introduction(team)
    asked()  # what is read once for all
    forget_counts(priya)
    first, again = asked(), asked()

    assert first == again + 1


def test_another_users_opening_is_not_mine(client, signed_in, team, priya, ruth):
    make.make_introduction(team)
    client.force_login(ruth)
    client.get("/today/")

    assert asked_a_minute_later(priya)["welcome:today"] == 1


def test_another_teams_news_is_not_mine(signed_in, tomasz, priya):
    make.make_introduction(tomasz.first_team)
    assert asked_a_minute_later(priya)["welcome:today"] == 0


def test_a_partner_sees_what_was_sent_since(client, omar, sent, valkey):
    cache.clear()
    client.force_login(omar)
    assert new_on_pages(omar, ["referrals:inbox"]) == {"referrals:inbox": 1}

    client.get("/referrals/")

    assert new_on_pages(omar, ["referrals:inbox"]) == {"referrals:inbox": 0}


def test_opening_twice_is_one_row(signed_in, priya):
    signed_in.get("/today/")
    first = PageOpened.objects.get(user=priya, page="welcome:today").opened_at
    signed_in.get("/today/")
    assert PageOpened.objects.get(user=priya, page="welcome:today").opened_at > first


def test_the_key_in_the_cache_holds_no_name(signed_in, team, priya):
    make.make_introduction(team)
    signed_in.get("/people/")
    assert cache.get(f"news:{priya.pk}")["welcome:today"] == 1


def test_lists_of_nobody_are_counted_without_asking(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        none = PageOpened.objects.none()
        assert bounded_counts({"nobody": none}) == {"nobody": 0}


def test_what_came_before_it_was_opened_is_old(signed_in, team, priya):
    signed_in.get("/today/")
    make.make_introduction(team, made_at=timezone.now() - timedelta(days=1))
    assert asked_a_minute_later(priya)["welcome:today"] == 0
