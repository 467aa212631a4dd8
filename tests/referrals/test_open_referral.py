"""The directory as an open feed, in the words of Open Referral UK 3.0."""

import json
import re
from datetime import time, timedelta
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.utils import timezone

from referrals.models import Offer, OfferTime
from referrals.open_referral import terms, writing

from .. import factories as make
from ..reading_pages import text
from .feed import FEED, MARK, get

LISTS = ["services", "taxonomies", "taxonomy_terms", "service_at_locations"]


def names(client, **asked):
    return [one["name"] for one in get(client, "services", **asked)["contents"]]


def every_address(offer):
    return [
        "",
        *LISTS,
        "services?full=true",
        f"services/{offer.pk}",
        *[f"taxonomies/{one.id}" for one in terms.TAXONOMIES],
        *[f"taxonomy_terms/{pk}" for pk in terms.every_term()],
        *[
            f"service_at_locations/{writing.place_id(offer.pk, kind)}"
            for kind in ("physical", "virtual")
        ],
    ]


def test_a_service_says_all_that_a_directory_may(client, told, harbour):
    said = get(client, f"services/{told.pk}")

    assert (said["id"], said["name"]) == (str(told.pk), "Letters and debt")
    assert said["status"] == "active"
    assert (said["minimum_age"], said["maximum_age"]) == (16, 25)
    assert said["organization"] == {
        "id": str(harbour.pk),
        "name": "Harbour Money Advice",
        "description": "Debt and letters",
        "website": "https://harbour.example.org",
    }
    assert [s["byday"] for s in said["schedules"]] == ["MO", "WE"]
    assert said["schedules"][0]["closes_at"] == "12:30"
    assert [area["name"] for area in said["service_areas"]] == ["EH6", "EH7"]
    assert [one["name"] for one in said["languages"]] == ["Polish"]
    assert [one["number"] for one in said["phones"]] == ["0131 496 0000"]
    linked = [(a["link_type"], a["taxonomy_term"]["name"]) for a in said["attributes"]]
    assert linked == [
        ("need", "Money, debt and benefits"), ("need", "Rights and advocacy"),
        ("meets", "No steps"), ("cannot_meet", "A quiet, calm place"),
        ("only_for", "Women only"),
    ]  # fmt: skip
    place, virtual = [at["location"] for at in said["service_at_locations"]]
    assert place["addresses"][0]["postal_code"] == "EH6 7AA"
    assert place["accessibility"][0]["description"] == "Lift; large print"
    assert virtual["location_type"] == "virtual"


def test_nothing_private_stands_anywhere_in_the_feed(client, told, sent, omar):
    feed = "".join(text(client.get(f"{FEED}/{path}")) for path in every_address(told))
    feed = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "", feed)

    assert "Letters and debt" in feed
    private = [MARK, "9797", "2071", omar.name, omar.email, "Amina", "wait", "capacity"]
    for word in private:
        assert word not in feed, word


def test_what_is_empty_is_left_out(client, letters):
    def empty(said):
        if isinstance(said, dict):
            return any(empty(value) for value in said.values())
        if isinstance(said, list):
            return not said or any(empty(value) for value in said)
        return said in (None, "")

    said = get(client, f"services/{letters.pk}")

    assert not empty(said)
    assert "email" not in said and "schedules" not in said
    assert said["url"] == "http://localhost:8000/at/edinburgh/"


def test_a_place_told_when_it_is_safe_stays_so(client, told):
    words = "Told when we know it is safe"
    Offer.objects.filter(pk=told.pk).update(address="", where=words)
    said = get(client, f"services/{told.pk}")

    assert said["service_at_locations"][0]["location"]["name"] == words
    assert "EH6 7AA" not in json.dumps(said)


@pytest.mark.parametrize("stands", ["inactive", "defunct"])
def test_who_is_gone_is_gone(client, told, stands):
    Offer.objects.filter(pk=told.pk).update(stands=stands)

    assert names(client) == []
    assert get(client, "service_at_locations")["empty"]
    assert client.get(f"{FEED}/services/{told.pk}").status_code == 404
    at = writing.place_id(told.pk, "physical")
    assert client.get(f"{FEED}/service_at_locations/{at}").status_code == 404


def test_who_is_closed_for_a_while_says_so(client, told):
    Offer.objects.filter(pk=told.pk).update(stands="temporarily closed")
    (said,) = get(client, "services")["contents"]

    assert said["status"] == "temporarily closed"


@pytest.mark.parametrize("slash", ["", "/"])
def test_it_is_open_to_the_whole_world(client, told, slash):
    for path in [*every_address(told), "nonsense", f"services/{uuid4()}"]:
        if "?" in path:
            continue
        answer = client.get(f"{FEED}/{path}".rstrip("/") + slash)
        assert answer.status_code in (200, 404), path
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert answer["Content-Type"] == "application/json"
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")


def test_it_is_only_read(client, told):
    for method in ("post", "put", "patch", "delete", "options"):
        answer = getattr(client, method)(f"{FEED}/services/{told.pk}")
        assert answer.status_code == 405
        assert answer["Allow"] == "GET, HEAD"
        assert answer["Access-Control-Allow-Origin"] == "*"
    head = client.head(f"{FEED}/services")
    assert (head.status_code, head.content) == (200, b"")


def test_an_answer_may_be_kept_for_some_minutes_and_a_mistake_not(client, told):
    assert client.get(f"{FEED}/services")["Cache-Control"] == "public, max-age=300"
    assert client.get(f"{FEED}/services?page=x")["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "asked",
    [
        "page=0", "page=x", "page=-1", "page=1.5", "page=99999999999999999999",
        "per_page=0", "per_page=101", "day=today", "start_time=9", "end_time=24:00",
        "minimum_age=young", "maximum_age=-1", "taxonomy_term_id=money",
        "taxonomy_id=7", "postcode=Leith", "proximity=500", "full=maybe",
        "search=" + "a" * 201, "page=%D9%A3",
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", ["services", "service_at_locations"])
def test_what_cannot_be_read_is_said_in_a_sentence(client, db, path, asked):
    answer = client.get(f"{FEED}/{path}?{asked}")

    assert answer.status_code == 400
    assert answer.json()["message"].endswith(".")
    assert answer.json()["message"].startswith(asked.partition("=")[0])
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_what_does_not_fit_is_not_found(client, told):
    nobody = uuid4()
    for path in ("services", "taxonomies", "taxonomy_terms", "service_at_locations"):
        answer = client.get(f"{FEED}/{path}/{nobody}")
        assert answer.status_code == 404
        assert answer.json()["message"].endswith(".")
    assert client.get(f"{FEED}/services/nonsense").status_code == 404


def test_a_page_says_where_it_stands(client, harbour):
    for number in range(5):
        make.make_offer(harbour, name=f"Number {number}")
    first = get(client, "services", per_page=2)
    last = get(client, "services", per_page=2, page=3)
    past = get(client, "services", per_page=2, page=4)

    whole = ("total_items", "total_pages", "page_number", "size", "first_page")
    assert [first[key] for key in whole] == [5, 3, 1, 2, True]
    assert (first["last_page"], last["last_page"], last["size"]) == (False, True, 1)
    assert (past["empty"], past["contents"], past["total_items"]) == (True, [], 5)
    pages = [names(client, per_page=2, page=number) for number in (1, 2, 3)]
    assert sorted(sum(pages, [])) == [f"Number {number}" for number in range(5)]


def test_it_is_searched_by_words_and_by_terms(client, told, harbour):
    make.make_offer(harbour, name="A walk", words="By the sea.", needs=["body"])
    walk, letters = "A walk", "Letters and debt"
    term = terms.NEEDS.term("money").id

    assert names(client, search="SEA") == [walk]
    assert names(client, search="harbour debt") == [letters]
    assert names(client, search="nowhere") == []
    assert names(client, taxonomy_term_id=term) == [letters]
    assert names(client, taxonomy_term_id=terms.ACCESS.term("quiet").id) == []
    assert names(client, taxonomy_term_id=terms.ACCESS.term("step_free").id) == [
        letters
    ]
    assert names(client, taxonomy_id=terms.ONLY_FOR.id) == [letters]
    assert sorted(names(client, taxonomy_id=terms.NEEDS.id)) == [walk, letters]
    assert names(client, taxonomy_id=uuid4()) == []


def test_it_is_searched_by_age_time_and_place(client, told, harbour):
    make.make_offer(harbour, name="For all", ages_from=0, districts=["EH1"])
    letters = ["Letters and debt"]

    assert names(client, minimum_age=16) == letters
    assert names(client, maximum_age=25) == letters
    assert names(client, maximum_age=24) == []
    assert names(client, day="WE") == letters == names(client, day="wednesday")
    assert names(client, day="TU") == []
    assert names(client, start_time="09:00", end_time="12:30") == letters
    assert names(client, day="MO", start_time="10:00") == []
    assert names(client, postcode="eh6 7aa") == letters
    assert names(client, postcode="EH1") == ["For all"]


def test_places_are_listed_with_their_service(client, told, harbour):
    make.make_offer(harbour, name="Nowhere told")
    said = get(client, "service_at_locations")

    assert said["total_items"] == 2
    kinds = [at["location"]["location_type"] for at in said["contents"]]
    assert kinds == ["physical", "virtual"]
    assert {at["service"]["name"] for at in said["contents"]} == {"Letters and debt"}
    one = get(client, f"service_at_locations/{said['contents'][1]['id']}")
    assert one["location"]["location_type"] == "virtual"
    assert get(client, "service_at_locations", per_page=1, page=2)["size"] == 1


def test_our_words_are_taxonomies(client, db):
    listed = get(client, "taxonomies")["contents"]
    money = get(client, f"taxonomy_terms/{terms.NEEDS.term('money').id}")

    assert [one["name"] for one in listed][0] == "Living Well needs"
    assert money["term"] == "Money, debt and benefits"
    of_one = get(client, "taxonomy_terms", taxonomy_id=terms.NEEDS.id, per_page=100)
    assert of_one["total_items"] == 14
    assert len(get(client, f"taxonomies/{terms.ACCESS.id}")["taxonomy_terms"]) == 12


def test_ids_are_the_same_for_good(told):
    assert str(terms.NEEDS.id) == "898cb204-fcf6-52eb-8024-8a60bdae7662"
    assert str(terms.NEEDS.term("money").id) == "59e59b48-da15-53ab-a68b-167fee895f7b"
    place = writing.place_id(told.pk, "physical")
    assert (place.version, place.variant) == (told.pk.version, told.pk.variant)
    assert writing.place_id(place, "physical") == told.pk


@pytest.mark.parametrize("path", ["services", "services?full=true", LISTS[3]])
def test_fifty_services_ask_no_more_than_one(
    client, told, harbour, path, django_assert_max_num_queries
):
    with django_assert_max_num_queries(4) as few:
        client.get(f"{FEED}/{path}")
    for _ in range(50):
        more = make.make_offer(harbour, where="Here", changed_at=timezone.now())
        OfferTime.objects.create(offer=more, day=2, opens=time(9), closes=time(10))
    mark = "&" if "?" in path else "?"
    with django_assert_max_num_queries(4) as many:
        answer = client.get(f"{FEED}/{path}{mark}per_page=100")

    assert answer.json()["size"] >= 51
    assert len(many.captured_queries) == len(few.captured_queries)


def test_one_place_cannot_ask_without_end(client, told, monkeypatch):
    monkeypatch.setattr("referrals.views.open_json._PER_HOUR", 2)
    cache.clear()
    where = {"REMOTE_ADDR": "192.0.2.77"}
    answers = [client.get(f"{FEED}/services", **where) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert int(answers[2]["Retry-After"]) > 0
    assert answers[2].json()["message"].endswith(".")


def test_what_changed_is_told_to_the_millisecond(client, told):
    said = get(client, f"services/{told.pk}")["last_modified"]

    assert said.endswith("Z") and len(said) == len("2026-11-23T12:00:00.000Z")
    assert timezone.now() - told.changed_at < timedelta(minutes=5)
