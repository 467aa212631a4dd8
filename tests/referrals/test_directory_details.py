"""A feed of version 1 whose list says little: each service is asked for by itself."""

import pytest

from referrals.models import Offer
from referrals.reminders import directory_details

from .council import *  # noqa: F403 — `council`, and `read` it
from .feed import service


@pytest.fixture
def old(council):
    """It serves version 1."""
    council.words = ("totalPages", "content")
    return council


def listed(whole):
    """As much of a service as a list of version 1 says."""
    return {"id": whole["id"], "name": whole["name"]}


def test_a_bare_entry_is_asked_for_at_its_own_address_after_a_pause(old, read):
    tea = service(name="Tea", regular_schedules=[], description="Every Monday.")
    old.whole = {tea["id"]: tea}
    old.pages = [[listed(tea)]]
    found = read()

    assert found.lines[-1] == "1 new, 0 changed, 0 same, 0 repaired, 0 refused, 0 gone."
    assert Offer.objects.get().words == "Every Monday."
    assert (found.waits, old.asked[tea["id"]]) == ([1], 1)
    assert len(old.agents) == 1


def test_an_unchanged_page_asks_for_no_service_again(old, read):
    tea = service()
    old.whole, old.pages = {tea["id"]: tea}, [[listed(tea)]]
    read()
    assert read().count["same"] == 1
    assert old.asked[tea["id"]] == 1


def test_what_is_whole_in_the_list_is_not_asked_for(old, read):
    whole = service(regular_schedules=[])
    old.pages = [[whole]]

    assert (read().count["new"], old.asked[whole["id"]]) == (1, 0)


def test_an_entry_of_version_3_is_asked_for_only_without_its_organisation(
    council, read
):
    tea, walk = service(name="Tea"), service(name="Walk")
    council.whole = {tea["id"]: tea}
    council.pages = [[listed(tea), walk]]

    assert read().count["new"] == 2
    assert (council.asked[tea["id"]], council.asked[walk["id"]]) == (1, 0)


def test_a_service_without_a_page_of_its_own_is_taken_as_the_list_says_it(old, read):
    bare, enough = listed(service(name="Tea")), service(name="Walk")
    old.pages = [[bare, enough]]
    found = read()

    assert (found.count["refused"], found.count["new"]) == (1, 1)
    assert any(line.startswith("Tea: refused.") for line in found.lines)
    assert Offer.objects.get().name == "Walk"


def test_an_answer_about_another_service_is_not_taken(old, read):
    tea, other = service(name="Tea"), service(name="Other")
    old.whole, old.pages = {tea["id"]: other}, [[listed(tea)]]

    assert read().count["refused"] == 1
    assert not Offer.objects.exists()


def test_a_feed_with_too_many_bare_entries_stops_and_marks_nothing(
    old, read, monkeypatch
):
    monkeypatch.setattr(directory_details, "MOST", 1)
    tea, walk = service(name="Tea"), service(name="Walk")
    old.whole = {one["id"]: one for one in (tea, walk)}
    old.pages = [[listed(tea), listed(walk)]]
    found = read()

    assert "more than 1 services without their details" in found.lines[-2]
    assert (found.count["stopped"], found.count["gone"]) == (1, 0)
