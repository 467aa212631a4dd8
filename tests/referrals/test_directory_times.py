"""When a service of another directory is open now, and what version 1 means by it."""

import json
from datetime import time, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from referrals.models import Offer

from .feed import get, service

DATA = Path(__file__).parents[1] / "data" / "open_referral"


def schedule(**given):
    return {
        "freq": "WEEKLY",
        "byday": "MO",
        "opens_at": "9:00",
        "closes_at": "17:00",
    } | (given)


def days_from_now(days):
    return (timezone.localdate() + timedelta(days=days)).isoformat()


TIMES = [
    ({"valid_to": days_from_now(-1)}, [], "One of its times ended on"),
    ({"until": f"{days_from_now(-1)}T00:00:00Z"}, [], "One of its times ended on"),
    ({"dtstart": "2024-01-01", "count": 6}, [], "ended on 12 February 2024"),
    ({"valid_from": days_from_now(1)}, [], "One of its times only begins on"),
    ({"valid_from": days_from_now(0), "valid_to": days_from_now(0)},
     ["Monday, 09:00 to 17:00"], ""),
    ({"valid_to": "soon"}, ["Monday, 09:00 to 17:00"], "Its valid_to is not a date."),
    ({"byday": "FR", "opens_at": "20:00", "closes_at": "02:00"},
     ["Friday, 20:00 to 02:00 the next day"], ""),
    ({"opens_at": "00:00", "closes_at": "24:00"}, ["Monday, 00:00 to 23:59"], ""),
    ({"opens_at": "17:00", "closes_at": "09:00"}, [], "not in an ordinary week"),
    ({"byday": "Monday, mo", "freq": "weekly"}, ["Monday, 09:00 to 17:00"], ""),
    ({"interval": 2}, [], "not in an ordinary week"),
    ({"byday": "1MO"}, [], "not in an ordinary week"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "times", "sentence"), TIMES)
def test_only_what_is_true_now_is_shown_as_a_time(bring, given, times, sentence):
    code, printed = bring(service(schedules=[schedule(**given)]))

    assert code == 0, printed
    assert [str(at) for at in Offer.objects.get().times.all()] == times
    assert sentence in printed


def test_a_night_is_in_our_own_feed_and_closes_before_no_evening(bring, client):
    night = schedule(byday="FR", opens_at="20:00", closes_at="02:00")
    bring(service(schedules=[night]))
    found = get(client, "services", full="true")["contents"][0]["schedules"][0]

    assert (found["opens_at"], found["closes_at"]) == ("20:00", "02:00")
    assert get(client, "services", day="FR", start_time="19:00")["total_items"] == 1
    assert get(client, "services", day="FR", end_time="21:00")["total_items"] == 0


#: What each service of the council's list must be here. All of it is invented.
MESSY = {
    "Service C times at place": {"phone": "0131 496 0160 ext. 12", "where": "Hall",
        "address": "1 Test Street", "times": {(1, 9, 17), (2, 9, 17)}},
    "Service G phone ext": {"phone": "+44 131 496 0161 ext. 100"},
    "Service H www": {"website": "https://www.h.example.org"},
    "Service I org phone": {"phone": "0131 496 0162",
        "times": {(1, 9, 17), (2, 9, 17)}},
    "Service J overnight": {"times": {(5, 20, 2), (6, 20, 2)}},
    "Service K lower status": {"stands": "active"},
    "Service L age text": {"ages_from": 18},
    "Service N postal area": {"districts": ["EH6"],
        "times": {(1, 9, 17), (2, 9, 17)}},
    "Service O week day list": {"times": {(1, 9, 17), (2, 9, 17), (3, 9, 17)}},
    "Service P daily": {"times": {(day, 9, 17) for day in range(1, 8)}},
}  # fmt: skip


def test_every_service_of_a_messy_list_is_read_as_it_is_meant(bring):
    code, printed = bring((DATA / "messy_services.json").read_bytes())
    offers = {offer.name: offer for offer in Offer.objects.select_related("partner")}

    assert (code, len(offers)) == (0, 12), printed
    for name, wanted in MESSY.items():
        offer = offers[name]
        wanted = dict(wanted)
        times = {(d, time(o), time(c)) for d, o, c in wanted.pop("times", set())}
        assert {key: getattr(offer, key) for key in wanted} == wanted, name
        assert offer.opening == times, name
    assert len(offers["Service B long org"].partner.what_it_is) > 300
    assert offers["Service M org formula"].partner.name == "Help"
    for sentence in (
        "Its status was written “Active”.", "Its minimum_age was a text, not a number.",
        "Its url had no https:// before it.", "Its number was in quotation marks.",
        "Its organisation: Its name was a formula.", "Its extension was a number",
        "Its area is a whole postcode. We took EH6.",
    ):  # fmt: skip
        assert sentence in printed


def test_a_page_of_version_1_is_read(bring):
    code, printed = bring((DATA / "version_1_page.json").read_bytes())

    assert code == 0, printed
    assert Offer.objects.get().partner.name == "Q"


def test_what_version_1_says_is_known_by_its_new_name(bring):
    said = service(
        regular_schedules=[schedule()],
        contacts=[{"name": "Ann", "phones": [{"number": "0131 496 0001"}]}],
        link_taxonomies=[{"taxonomy": {"id": "7", "name": "Befriending"}}],
        service_areas=[{"service_area": "EH7"}],
        languages=[{"language": "Polish"}],
        eligibilitys=[{"minimum_age": 16, "maximum_age": 25}],
        cost_options=[{"option": "A session", "amount": 2.5}],
        service_at_locations=[{"location": {
            "name": "Hut", "physical_addresses": [{
                "address_1": "1 Fell Side", "city": "Leith", "postal_code": "EH6 7AA"}],
            "accessibility_for_disabilities": [{"accessibility": "No steps"}]}}],
    )  # fmt: skip
    page = {"totalElements": 1, "totalPages": 1, "number": 1, "content": [said]}
    code, printed = bring(page)
    offer = Offer.objects.get()

    assert code == 0, printed
    assert [str(at) for at in offer.times.all()] == ["Monday, 09:00 to 17:00"]
    assert (offer.phone, offer.needs) == ("0131 496 0001", ["company"])
    assert (offer.districts, offer.languages) == (["EH7"], ["Polish"])
    assert (offer.ages_from, offer.ages_to) == (16, 25)
    assert (offer.fees, offer.access) == ("A session: £2.5", "No steps")
    assert (offer.address, offer.postcode) == ("1 Fell Side", "EH6 7AA")


@pytest.mark.parametrize("content", [{"content": None}, {"content": {}}])
def test_a_page_of_version_1_without_a_list_is_refused_in_a_sentence(bring, content):
    sentence = "The file has no service, and no list or page of services."

    assert bring(json.dumps(content).encode()) == (1, sentence)
