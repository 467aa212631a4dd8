"""What a reading of a directory changed: kept, shown to leads, and asked about."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from referrals.actions.directory_rounds import keep_round, mark_missing
from referrals.models import (
    DirectoryChange,
    DirectoryFeed,
    DirectoryRound,
    Offer,
)
from welcome.models import Event, Organisation, Role
from welcome.refusals import Refused

from .. import factories as make
from ..reading_pages import text
from .council import *  # noqa: F403 — `council`, and `read` it
from .feed import service

PAGE = "/offers/directories/"


@pytest.fixture
def shrunk(council, read):
    """A directory of three that had one left at the last reading."""
    council.pages = [[service(name="Tea"), service(name="Walk"), service(name="Sew")]]
    read()
    council.pages = [council.pages[0][:1]]
    read()
    return DirectoryRound.objects.latest("read_at")


def kinds(of):
    changes = of.changes.order_by("name").values_list("name", "kind")
    return dict(changes)


def test_a_reading_is_kept_with_what_changed(council, read):
    tea = service(name="Tea", url="www.x.example")
    council.pages = [[tea, service(name="")]]
    read()
    first = DirectoryRound.objects.get()
    council.pages = [[tea | {"description": "Now on Mondays."}]]
    read()
    second = DirectoryRound.objects.latest("read_at")

    assert (first.new, first.repaired, first.refused) == (1, 1, 1)
    assert set(kinds(first).values()) == {"new", "refused"}
    assert "had no https://" in first.changes.get(name="Tea").words
    assert (second.changed, kinds(second)) == (1, {"Tea": "changed"})
    assert second.changes.get().fields == ["words"]


def test_what_is_as_it_was_leaves_no_change(council, read):
    council.pages = [[service()]]
    read()
    read()
    assert not DirectoryRound.objects.latest("read_at").changes.exists()


def test_a_feed_that_shrank_marks_nothing_and_asks(shrunk):
    assert (len(shrunk.missing), shrunk.gone) == (2, 0)
    assert Offer.objects.offered().count() == 3
    assert "2 of 3 services are missing, more than half" in shrunk.feed.report


def test_half_of_a_feed_is_marked_without_a_question(council, read):
    council.pages = [[service(), service()]]
    read()
    council.pages = [council.pages[0][:1]]
    found = read()

    assert (found.count["gone"], found.count["missing"]) == (1, 0)


def test_a_lead_says_that_they_are_gone(client, ruth, shrunk):
    client.force_login(ruth)
    assert "Say whether they are gone" in text(client.get("/today/"))
    asked = " ".join(text(client.get(PAGE)).split())
    assert "Stop suggesting 2 services" in asked
    assert '<li dir="auto">Sew</li><li dir="auto">Walk</li>' in asked

    page = client.post(f"{PAGE}{shrunk.pk}/mark-gone/", follow=True)
    assert "We’ve stopped suggesting what left the directory." in text(page)
    assert Offer.objects.offered().count() == 1
    shrunk.refresh_from_db()
    assert (shrunk.gone, shrunk.settled_by) == (2, ruth)
    assert list(kinds(shrunk).values()) == ["gone", "gone"]
    assert Event.objects.filter(what="offer.brought", by=ruth).count() == 2
    assert "Say whether they are gone" not in text(client.get("/today/"))


def test_once_settled_or_read_again_it_is_refused(read, ruth, shrunk):
    read()
    with pytest.raises(Refused, match="read again since"):
        mark_missing(shrunk, by=ruth)
    latest = DirectoryRound.objects.latest("read_at")
    mark_missing(latest, by=ruth)
    with pytest.raises(Refused, match="already settled"):
        mark_missing(latest, by=ruth)
    assert read().count["missing"] == 0


def test_a_lead_of_another_site_neither_sees_nor_settles_it(client, shrunk):
    other = make.make_team(site=make.make_site(slug="oldham", name="Oldham"))
    client.force_login(make.make_member(Role.LEAD, other))

    assert "127.0.0.1" not in text(client.get(PAGE))
    assert client.post(f"{PAGE}{shrunk.pk}/mark-gone/").status_code == 404
    assert Offer.objects.offered().count() == 3


def test_a_partners_lead_sees_what_changed_in_their_own_offers_alone(
    client, council, read
):
    ours, theirs = service(name="Tea"), service(name="Walk")
    council.pages = [[ours, theirs]]
    read()
    partner = Organisation.objects.get(pk=ours["organization"]["id"])
    client.force_login(make.make_member(Role.PARTNER_LEAD, partner))
    page = text(client.get(PAGE))

    assert "Tea" in page
    assert "Walk" not in page
    assert "Last reading of each directory" not in page


def test_why_a_directory_could_not_be_read_is_on_the_page(client, council, read, ruth):
    council.answers = [(500, {}, b"")]
    council.pages = [[service()]]
    read()
    client.force_login(ruth)

    assert "The feed answered with an error (500)." in text(client.get(PAGE))


def test_many_changes_come_page_by_page_with_few_questions(
    client, site, ruth, django_assert_max_num_queries
):
    feed = DirectoryFeed.objects.create(url="https://x.example/services", site=site)
    names = [f"Service {number:02}" for number in range(30)]
    changes = [DirectoryChange(kind="new", name=name, site=site) for name in names]
    keep_round(feed, count={"new": 30}, changes=changes)
    client.force_login(ruth)
    client.get(PAGE)
    with django_assert_max_num_queries(12):
        first = client.get(PAGE)

    assert "Service 29" in text(first)
    assert "Service 04" not in text(first)
    older = first.context["page"].older_url
    assert "Service 04" in text(client.get(older))


def test_readings_are_kept_for_90_days(council, read):
    council.pages = [[service()]]
    read()
    long_ago = timezone.now() - timedelta(days=91)
    DirectoryRound.objects.update(read_at=long_ago)
    read()

    assert DirectoryRound.objects.count() == 1
    assert not DirectoryRound.objects.filter(read_at=long_ago).exists()


@pytest.mark.parametrize(
    "wrong",
    [{"settled_at": timezone.now()}, {"problem": "x"}],
)
def test_no_reading_can_be_half_settled_or_stopped_and_asking(shrunk, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        DirectoryRound.objects.filter(pk=shrunk.pk).update(**wrong)


def test_no_change_is_of_a_kind_that_nobody_knows(shrunk):
    with pytest.raises(IntegrityError), transaction.atomic():
        DirectoryChange.objects.update(kind="odd")


def test_the_command_reports_the_last_reading_of_each_feed(shrunk, capsys):
    DirectoryFeed.objects.create(url="https://z.example/services")
    call_command("import_services", "--report")
    said = capsys.readouterr().out

    when = f"{shrunk.feed.read_at:%-d %B %Y, %H:%M} UTC"
    assert f"{shrunk.feed.url}, read: {when}" in said
    assert "2 of 3 services are missing, more than half." in said
    assert "https://z.example/services, read: never" in said


def test_the_command_ends_with_1_where_a_lead_is_asked(shrunk, council, capsys):
    with pytest.raises(SystemExit) as ended:
        call_command("import_services", "--url", council.url, "--site", "edinburgh")

    assert ended.value.code == 1
    assert "the team’s lead is asked first" in capsys.readouterr().out
