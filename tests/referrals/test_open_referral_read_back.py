"""Our own feed, read as any directory is: over HTTP, page by page, and nothing is lost.

No reader or validator of others runs here: those that exist are services, or need a
newer Python. So the answers are held against both published schemas, in
test_open_referral_schemas.py, and read back by the reader that reads councils' feeds.
"""

from io import StringIO

import pytest
from django.core.management import call_command

from referrals.models import DirectoryFeed, Offer, OfferTime
from welcome.models import Event, Organisation

from .. import factories as make
from .council import *  # noqa: F403 — `council`, and `read` it
from .feed import FEED, get


@pytest.fixture
def offers(told, site):
    """One of which everything is known, one of which little is, one that is closed."""
    little = make.make_organisation(site=site, is_partner=True, website="")
    make.make_offer(little, name="Little said", needs=[])
    make.make_offer(told.partner, name="Closed", stands="temporarily closed")
    return [told.name, "Little said", "Closed"]


def whole(client):
    return get(client, "services", full="true", per_page=100)["contents"]


def test_another_front_door_that_reads_our_feed_has_all_of_it(
    client, offers, council, read
):
    council.pages = [
        get(client, "services", full="true", per_page=1, page=page)["contents"]
        for page in (1, 2, 3)
    ]
    before = whole(client)
    OfferTime.objects.all().delete()
    Offer.objects.all().delete()
    Organisation.objects.filter(is_partner=True).delete()
    found = read()

    assert (found.count["new"], found.count["repaired"]) == (3, 0)
    assert whole(client) == before
    assert read().count["same"] == 3


@pytest.mark.django_db(transaction=True)
def test_our_feed_is_served_so_that_our_reader_finds_nothing_changed(
    offers, live_server, settings
):
    settings.DIRECTORY_LOOPBACK = True
    said = []
    for _ in "ab":
        out = StringIO()
        url = f"{live_server.url}{FEED}/services?per_page=2"
        call_command("import_services", url=url, site="edinburgh", stdout=out)
        said.append(out.getvalue().splitlines()[-1])

    same = "0 new, 0 changed, 3 same, 0 repaired, 0 refused, 0 gone."
    assert said == [same, same]
    feed = DirectoryFeed.objects.get()
    assert [page.pages for page in feed.pages.order_by("number")] == [2, 2]
    assert not Event.objects.filter(what="offer.brought").exists()
