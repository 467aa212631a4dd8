"""A whole feed, read over HTTP from a server that is busy, broken or unchanged."""

from datetime import timedelta

import pytest
from django.utils import timezone

from referrals.models import DirectoryFeed, Offer
from referrals.reminders import directories

from .council import *  # noqa: F403 — `council`, and `read` it
from .feed import service


def test_every_page_is_read_with_a_pause_and_our_name(council, read):
    council.pages = [[service()], [service(), service(status="Active")]]
    found = read()

    assert Offer.objects.count() == 3
    assert found.waits == [1]
    assert council.agents == {"LivingWell-FrontDoor/1.0 (Open Referral UK reader)"}
    assert found.lines[-1] == "3 new, 0 changed, 0 same, 1 repaired, 0 refused, 0 gone."
    assert DirectoryFeed.objects.get().report == "\n".join(found.lines)


def test_what_has_not_changed_is_not_sent_again(council, read):
    council.pages = [[service()], [service()]]
    read()
    again = read()

    assert council.sent == {1: 1, 2: 1}
    assert council.asked == {1: 2, 2: 2}
    assert again.lines == ["0 new, 0 changed, 2 same, 0 repaired, 0 refused, 0 gone."]


def test_a_page_with_a_refused_service_is_asked_for_again(council, read):
    council.pages = [[service(), service(name="")]]

    assert [read().count["refused"] for _ in "ab"] == [1, 1]
    assert council.sent == {1: 2}


def test_what_left_the_feed_is_not_suggested_and_comes_back(council, read):
    stays, goes = service(), service(name="Tea")
    council.pages = [[stays, goes]]
    read()
    council.pages = [[stays]]
    found = read()

    assert "Tea: gone. It is no longer suggested." in found.lines
    assert [str(offer) for offer in Offer.objects.offered()] == [stays["name"]]
    assert Offer.objects.get(pk=goes["id"]).stands == "inactive"
    assert read().count["gone"] == 0
    council.pages = [[stays, goes]]
    assert read().count["changed"] == 1
    assert Offer.objects.offered().count() == 2


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_feed_is_asked_again_after_the_time_that_it_names(council, read, status):
    council.pages = [[service()]]
    council.answers = [(status, {"Retry-After": "7"}, b"")]
    found = read()

    assert (found.waits, found.count["new"]) == ([7], 1)


BROKEN = [
    (500, {}, b"", "The feed answered with an error (500)."),
    (200, {}, b"<html>", "The file is not JSON."),
    (200, {}, b'{"contents": []}', "The feed has no services."),
    (200, {}, b'{"id": "x"}', "It does not answer with a page of services."),
    (429, {"Retry-After": "90000"}, b"", "The feed does not answer now."),
    (302, {"Location": "ftp://x.example"}, b"", "The address must begin with https://."),
]  # fmt: skip


@pytest.mark.parametrize(("status", "headers", "body", "sentence"), BROKEN)
def test_a_broken_feed_is_said_and_marks_nothing(
    council, read, status, headers, body, sentence
):
    council.pages = [[service()]]
    read()
    council.answers = [(status, headers, body)]
    found = read()

    assert sentence in found.lines[0]
    assert found.count["stopped"] == 1
    assert Offer.objects.offered().count() == 1


def test_an_address_inside_a_network_is_never_asked(council, read, settings):
    council.pages = [[service()]]
    settings.DIRECTORY_LOOPBACK = False
    found = read()

    assert "inside a network, not a public one" in found.lines[0]
    assert not council.asked


def test_the_nightly_job_reads_each_feed_once_a_night(
    council, site, settings, monkeypatch
):
    settings.DIRECTORY_FEEDS = [(site.slug, council.url)]
    council.pages = [[service()]]
    night = timezone.localtime().replace(hour=3, minute=0)
    noon = night.replace(hour=12)
    monkeypatch.setattr(timezone, "now", lambda: noon)
    assert directories.read_due() == 0
    monkeypatch.setattr(timezone, "now", lambda: night)
    assert [directories.read_due() for _ in "ab"] == [1, 0]
    monkeypatch.setattr(timezone, "now", lambda: night + timedelta(days=1))
    assert directories.read_due() == 1
