"""Another directory is brought over: made once, renewed, nothing private touched."""

import copy
import json
from datetime import date
from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command

from referrals.models import Capacity, Offer, OfferTime
from referrals.open_referral import reading
from referrals.open_referral.terms import NEEDS, needs_named
from welcome.models import Event, Organisation

from .. import factories as make
from .feed import get, service


def test_without_a_site_it_goes_where_its_postcode_is(tmp_path, site, team):
    team.postcode_districts = ["EH6"]
    team.save()
    make.make_team(site=make.make_site(slug="luton"), postcode_districts=["LU1"])
    place = {"id": str(uuid4()), "location_type": "physical", "addresses": [
        {"id": str(uuid4()), "address_1": "1 Shore", "city": "Leith",
         "state_province": "Edinburgh", "postal_code": "EH6 7AA", "country": "GB",
         "address_type": "physical"}]}  # fmt: skip
    here = service(service_at_locations=[{"id": str(uuid4()), "location": place}])
    nowhere = service(name="Nowhere in particular")
    file, out = tmp_path / "all.json", StringIO()
    file.write_text(json.dumps([here, nowhere]))

    with pytest.raises(SystemExit):
        call_command("import_services", str(file), stdout=out)

    assert Offer.objects.get(pk=here["id"]).site == site
    assert not Offer.objects.filter(pk=nowhere["id"]).exists()
    assert "Import it with --site." in out.getvalue()
    file.write_text(json.dumps(here | {"service_at_locations": []}))
    call_command("import_services", str(file), stdout=out)  # known by its id now


def test_a_service_becomes_an_offer_of_a_partner(bring, site):
    said = service(
        description="Slowly, in any weather.", url="https://fell.example.org/walk",
        email="walk@fell.example.org", fees="Free", minimum_age=16, maximum_age=99,
        schedules=[
            {"id": "1", "freq": "WEEKLY", "byday": "TU,TH", "opens_at": "10:00:00",
             "closes_at": "11:30Z"},
        ],
        service_areas=[{"id": "1", "name": "EH6"}],
        languages=[{"id": "1", "name": "Polish"}, {"id": "2", "name": "English"}],
        contacts=[{"id": "1", "name": "Ann", "phones": [{"number": "0131 496 0001"}]}],
        service_at_locations=[
            {"id": "1", "location": {
                "id": "1", "name": "The hut", "location_type": "physical",
                "accessibility": [{"description": "No steps"}],
                "addresses": [{"address_1": "1 Fell Side", "city": "Leith",
                               "postal_code": "eh67aa"}]}},
            {"id": "2", "location": {"id": "2", "location_type": "virtual"}},
        ],
        attributes=[{"taxonomy_term": {"id": str(uuid4()), "term": "Befriending"}}],
    )  # fmt: skip
    code, printed = bring(said)
    offer = Offer.objects.get(pk=said["id"])

    assert code == 0, printed
    assert (offer.name, offer.partner.name) == ("Walk and talk", "Fell Side")
    assert (offer.partner.is_partner, offer.partner.site, offer.site) == (
        True,
        site,
        site,
    )
    assert (offer.ages_from, offer.ages_to, offer.fees) == (16, 99, "Free")
    assert (offer.where, offer.access, offer.postcode) == (
        "The hut",
        "No steps",
        "EH6 7AA",
    )
    assert (offer.by_phone_or_video, offer.phone) == (True, "0131 496 0001")
    assert (offer.districts, offer.languages) == (["EH6"], ["Polish"])
    assert offer.needs == ["company"]
    assert [str(time) for time in offer.times.all()] == [
        "Tuesday, 10:00 to 11:30",
        "Thursday, 10:00 to 11:30",
    ]
    assert "Ann" not in str(offer.__dict__)
    assert "No one at this partner has an account yet" in printed


def test_the_same_again_changes_nothing_and_says_so(bring):
    said = [service(), service(attributes=[])]
    bring(said)
    before = list(Offer.objects.order_by("pk").values())
    events = Event.objects.count()
    code, printed = bring(said)

    assert code == 0
    assert list(Offer.objects.order_by("pk").values()) == before
    assert Event.objects.count() == events
    assert "0 new, 0 changed, 2 the same, 0 refused." in printed
    assert "Nothing was changed." in printed


def test_what_is_private_is_never_touched(bring, site):
    said = service()
    bring(said)
    partner = Organisation.objects.get(name="Fell Side")
    Organisation.objects.filter(pk=partner.pk).update(email="in@fell.example.org")
    Offer.objects.filter(pk=said["id"]).update(
        takes="Not after an operation", capacity=Capacity.WAIT, wait_weeks=3
    )
    said |= {"name": "Walk", "wait_time": "none", "capacity": "open", "takes": "x"}
    said["organization"] |= {"name": "Fell Side Trust", "email": "x@evil.example"}
    code, printed = bring(said)
    offer = Offer.objects.get(pk=said["id"])

    assert "Walk: changed (name, partner_name)." in printed
    assert (offer.name, offer.takes) == ("Walk", "Not after an operation")
    assert (offer.capacity, offer.wait_weeks) == (Capacity.WAIT, 3)
    assert offer.partner.email == "in@fell.example.org"
    assert offer.partner.name == "Fell Side Trust"


def test_a_place_that_has_no_address_here_gets_none_from_a_file(bring, letters, site):
    safe = "Told when we know it is safe"
    Offer.objects.filter(pk=letters.pk).update(where=safe)
    there = {"name": "Rose Cottage", "addresses": [{"address_1": "2 Rose Lane"}]}
    said = service(
        id=str(letters.pk), name=letters.name,
        service_at_locations=[{"location": there}],
    )  # fmt: skip
    said["organization"] |= {"id": str(letters.partner_id)}
    code, printed = bring(said)
    letters.refresh_from_db()

    assert code == 0, printed
    assert (letters.where, letters.address) == (safe, "")
    assert "we kept where it is as its partner wrote it" in printed


def test_what_a_short_list_leaves_out_stays(bring, told):
    said = service(id=str(told.pk), name="Letters")
    said["organization"] |= {"id": str(told.partner_id), "name": told.partner.name}
    bring(said)
    told.refresh_from_db()

    assert told.name == "Letters"
    assert told.needs == ["money", "rights"]
    assert (told.times.count(), told.phone) == (2, "0131 496 0000")


def test_a_feed_goes_around_and_is_the_same(bring, client, told, site):
    other = make.make_organisation(site=site, is_partner=True, website="")
    make.make_offer(other, name="Little said", needs=[])
    make.make_offer(
        told.partner, name="Closed", stands="temporarily closed", where="Told later"
    )
    feed = get(client, "services", full="true", per_page=100)
    OfferTime.objects.all().delete()
    Offer.objects.all().delete()
    Organisation.objects.filter(is_partner=True).delete()
    code, printed = bring(feed)

    assert code == 0, printed
    assert "3 new" in printed
    assert get(client, "services", full="true", per_page=100) == feed
    assert "3 the same" in bring(feed)[1]


def test_a_look_changes_nothing(bring):
    code, printed = bring([service(), service(name="")], "--dry-run")

    assert code == 1
    assert "1 new, 0 changed, 0 the same, 1 refused." in printed
    assert "This was a dry run: nothing was changed." in printed
    assert not Offer.objects.exists()
    assert not Organisation.objects.filter(name="Fell Side").exists()
    assert not Event.objects.filter(what="offer.brought").exists()


def test_the_trail_says_what_was_brought_in_codes_alone(bring, site):
    said = service()
    bring(said)
    bring(said | {"name": "Walk"})
    first, second = Event.objects.filter(what="offer.brought").order_by("pk")

    assert first.site_id == site.pk
    assert first.detail == {"outcome": "new", "fields": ["offer", "partner"]}
    assert second.detail == {"outcome": "changed", "fields": ["name"]}
    assert first.by.email == "clock@hands.invalid"


WRONG = [
    ({"name": None}, "It has no name."),
    ({"name": "  "}, "It has no name."),
    ({"name": ["x"]}, "Its name is not a text."),
    ({"name": "=A1&B1"}, "Its name is a formula of a spreadsheet."),
    ({"name": "a" * 121}, "Its name is too long: the limit is 120 characters."),
    ({"name": "a\x00b"}, "Its name has a character that cannot be stored."),
    ({"name": "a\ud800b"}, "Its name has a character that cannot be stored."),
    ({"id": "seven"}, "Its id is not a UUID."),
    ({"id": None}, "Its id is not a UUID."),
    ({"id": ["x"]}, "Its id is not a UUID."),
    ({"organization": None}, "It does not say which organisation it belongs to."),
    ({"organization": {"id": "x", "name": "Y"}}, "Its organisation: Its id is not"),
]


@pytest.mark.parametrize(("given", "sentence"), WRONG)
def test_what_cannot_be_taken_is_refused_with_a_reason(bring, given, sentence):
    good = service(name="Good")
    code, printed = bring([service(**given), good])

    assert code == 1
    assert sentence in printed
    assert [offer.name for offer in Offer.objects.all()] == ["Good"]


LEFT_OUT = [
    ({"description": "a" * 4001}, "Its description is too long: the limit is 4000"),
    ({"description": ["x"]}, "Its description is not a text."),
    ({"description": "x\x00"}, "Its description has a character that cannot be"),
    ({"description": "=SUM(A1)"}, "Its description is a formula of a spreadsheet."),
    ({"status": "open"}, "Its status is not one of: active,"),
    ({"status": None}, "Its status is not one of: active,"),
    ({"minimum_age": -1}, "Its minimum_age is not a whole number from 0 to 150."),
    ({"minimum_age": 12.5}, "Its minimum_age is not a whole number"),
    ({"minimum_age": "a dozen"}, "Its minimum_age is not a whole number"),
    ({"maximum_age": True}, "Its maximum_age is not a whole number"),
    ({"maximum_age": 1e300}, "Its maximum_age is not a whole number"),
    ({"minimum_age": 30, "maximum_age": 20}, "ages from 30 to 20, which is no one."),
    ({"url": "javascript:alert(1)"}, "Its url cannot be used."),
    ({"email": "nobody"}, "Its email cannot be used."),
    ({"phones": [{"number": "1" * 31}]}, "Its number is too long: the limit is 30."),
    (
        {"service_at_locations": [
            {"location": {"addresses": [{"postal_code": "nowhere"}]}}
        ]},
        "Its postal_code cannot be used.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("given", "sentence"), LEFT_OUT)
def test_one_bad_field_costs_that_field_only(bring, given, sentence):
    said = service(description="Slowly.", url="https://fell.example.org/walk")
    bring(said)
    before = Offer.objects.values("words", "stands", "website", "ages_from").get()
    code, printed = bring(said | given)

    assert code == 0, printed
    assert sentence in printed
    assert Offer.objects.values("words", "stands", "website", "ages_from").get() == (
        before
    )


def test_a_new_service_whose_status_is_unclear_is_not_offered(bring):
    code, _ = bring(service(status="maybe"))

    assert (code, Offer.objects.get().stands) == (0, "inactive")


@pytest.mark.parametrize(
    "nonsense",
    [
        7, None, "words", [], [[]],
        {"schedules": 7}, {"schedules": [7, None]}, {"attributes": [{"id": []}]},
        {"service_at_locations": [{"location": {"location_type": ["x"]}}]},
        {"service_at_locations": [{"location": {"addresses": [{"address_type": {}}]}}]},
        {"languages": [{"name": []}]}, {"phones": [[]]}, {"last_modified": {}},
        {"schedules": [{"byday": 7, "freq": [], "interval": {}}]},
        {"last_modified": "9999-12-31T23:59:59-14:00"},
    ],
)  # fmt: skip
def test_no_nonsense_breaks_it(bring, nonsense):
    said = service(**nonsense) if isinstance(nonsense, dict) else nonsense
    code, printed = bring([said])

    assert code in (0, 1)
    assert " refused." in printed


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"{not json", "The file is not JSON."),
        (b'[{"minimum_age": NaN}]', "The file is not JSON."),
        (b"[" * 100_000, "The file is not JSON."),
        ("Prüfung".encode("latin-1"), "The file is not written in UTF-8."),
        (b'"words"', "The file has no service, and no list or page of services."),
        (
            b'{"contents": 7}',
            "The file has no service, and no list or page of services.",
        ),
    ],
)
def test_a_bad_file_is_said_in_a_sentence(bring, content, sentence):
    assert bring(content) == (1, sentence)


def test_no_file_and_no_site_are_said_in_a_sentence(tmp_path, site, bring):
    with pytest.raises(CommandError, match="The file cannot be read: No such file"):
        call_command("import_services", str(tmp_path / "no.json"), "--site", site.slug)
    code, printed = bring([], slug="atlantis")
    assert (code, printed) == (
        1,
        "There is no site “atlantis”. Use one of: edinburgh.",
    )


def test_what_belongs_to_others_is_refused(bring, letters, harbour):
    elsewhere = make.make_organisation(site=make.make_site(), is_partner=True)
    theirs = make.make_offer(elsewhere)
    board = make.make_organisation(site=letters.site, name="The board")

    def of(pk, partner):
        said = service(id=str(pk))
        said["organization"] |= {"id": str(partner.pk)}
        return said

    code, printed = bring(
        [of(uuid4(), elsewhere), of(theirs.pk, harbour), of(letters.pk, board)]
    )
    assert code == 1
    assert "Its organisation belongs to another site here." in printed
    assert "It is an offer at another site here." in printed
    assert "Its organisation is known here, but is not a partner." in printed

    stranger = make.make_organisation(site=letters.site, is_partner=True)
    assert "of another partner here." in bring(of(letters.pk, stranger))[1]
    letters.refresh_from_db()
    assert letters.name == "Letters and debt"
    harbour.refresh_from_db()
    assert harbour.name == "Harbour Money Advice"


def test_one_refused_leaves_nothing_of_itself(bring):
    said = service(name="")
    bring(said)

    assert not Organisation.objects.filter(pk=said["organization"]["id"]).exists()


def test_a_partner_of_the_whole_programme_is_used_as_it_is(bring):
    national = make.make_organisation(name="National line", is_partner=True)
    said = service()
    said["organization"] |= {"id": str(national.pk), "name": "Renamed"}
    code, printed = bring(said)
    national.refresh_from_db()

    assert code == 0, printed
    assert national.name == "National line"


def test_one_id_twice_in_a_file_is_refused_the_second_time(bring):
    said = service()
    code, printed = bring([said, said | {"name": "Other"}])

    assert code == 1
    assert "It is in this file twice" in printed
    assert Offer.objects.get().name == "Walk and talk"


def test_what_has_no_place_here_is_said(bring):
    said = service(
        schedules=[{"freq": "MONTHLY", "byday": "2MO", "opens_at": "10:00",
                    "closes_at": "11:00"}],
        service_areas=[{"name": "All of Lothian"}],
        phones=[{"number": "1"}, {"number": "2"}],
        attributes=[{"taxonomy_term": {"name": "Falconry\x1b[2J"}}],
        service_at_locations=[{"location": {"name": "A"}}, {"location": {"name": "B"}}],
    )  # fmt: skip
    code, printed = bring(said)

    assert code == 0, printed
    for sentence in (
        "One of its times is not in an ordinary week.",
        "Its area is not in postcode districts",
        "It has several phones. We took the first.",
        "No need of ours matches “Falconry?[2J”.",
        "It has several places. We took the first.",
        "It has no need of ours yet",
    ):
        assert sentence in printed
    assert Offer.objects.get().where == "A"


def test_needs_are_known_by_our_terms_and_by_words():
    assert needs_named("Money, debt and benefits") == ["money"]
    assert needs_named("alcohol drugs") == ["alcohol_drugs"]
    assert needs_named("Family law") == ["family"]
    assert needs_named("Home insulation") == []
    assert NEEDS.term("grief").told()["term"] == "Grief and loss"


def test_bringing_never_touches_what_is_told_of_referrals(bring, sent, letters):
    said = copy.deepcopy(service(id=str(letters.pk), status="defunct"))
    said["organization"] |= {"id": str(letters.partner_id), "name": "Harbour"}
    bring(said)
    sent.refresh_from_db()

    assert (sent.offer_id, sent.is_shared) == (letters.pk, True)
    assert reading.read(said, today=date(2026, 3, 2)).wrong == []


def test_what_a_directory_says_is_kept_clean(bring):
    code, _ = bring(
        service(
            name="Wa\u200blk\u00a0and talk\u202c",
            email="hello\u00ad@example.org",
            phones=[{"number": "٠١٣١ ٤٩٦ ٠٠٠٠"}],
        )
    )
    offer = Offer.objects.get()

    assert (code, offer.name) == (0, "Walk and talk")
    assert (offer.email, offer.phone) == ("hello@example.org", "0131 496 0000")


def test_two_numbers_in_one_box_are_left_out_and_the_service_is_not(bring):
    number = "0131 496 0000 / 0131 496 0001"
    code, said = bring(service(phones=[{"number": number}]))

    assert (code, Offer.objects.get().phone) == (0, "")
    assert "Its phone has several numbers. We took none." in said
