"""A partner's lead writes what it offers; nothing is overwritten unseen."""

from datetime import time

import pytest

from referrals import actions
from referrals.models import Offer, OfferTime, Stands
from welcome.models import Event, Membership, Role, User
from welcome.refusals import Refused

from .. import factories as make
from ..reading_pages import text

NEW = "/offers/new/"


def at(offer):
    return f"/offers/{offer.pk}/"


def typed(client, path, **changes):
    """All that a browser would send of this page, with these changes."""
    form = client.get(path).context["form"]
    data = {}
    for field in form:
        value = field.value()
        if value not in (None, False, "", []):
            data[field.name] = value
    return {name: v for name, v in (data | changes).items() if v is not None}


@pytest.fixture
def lead(client, farah):
    client.force_login(farah)
    return client


def test_everything_is_shown_and_nothing_changes_by_itself(lead, told):
    before = Offer.objects.values().get(pk=told.pk)
    page = text(lead.get(at(told)))

    for words in ("Harbour Street", "EH6, EH7", "Polish", "zwischen-uns-gesagt"):
        assert words in page
    answer = lead.post(at(told), typed(lead, at(told)), follow=True)
    assert "Nothing was changed." in text(answer)
    assert Offer.objects.values().get(pk=told.pk) == before
    assert not Event.objects.filter(what="offer.changed").exists()


def test_a_lead_changes_what_it_says(lead, letters, farah):
    was = letters.changed_at
    said = typed(
        lead, at(letters), name="Letters, read together", needs=["money", "rights"],
        meets=["step_free"], cannot_meet=["bsl"], opens_1="9", closes_1="12.30",
        opens_3="9:00, 1pm", closes_3="12:00, 5pm", takes="Nobody under bailiffs",
        districts="eh6, EH7 4AA", languages="Polish, English; Urdu",
        website="harbour.example.org", phone="116 123",
        address="4 Harbour Street", city="Leith", postcode="eh67aa",
    )  # fmt: skip
    answer = lead.post(at(letters), said)
    letters.refresh_from_db()

    assert answer.url == "/offers/"
    assert letters.name == "Letters, read together"
    assert (letters.meets, letters.cannot_meet) == (["step_free"], ["bsl"])
    assert (letters.districts, letters.languages) == (
        ["EH6", "EH7"],
        ["Polish", "Urdu"],
    )
    assert (letters.website, letters.postcode) == (
        "https://harbour.example.org",
        "EH6 7AA",
    )
    assert letters.takes == "Nobody under bailiffs"
    assert letters.changed_at > was
    assert sorted(letters.opening) == [
        (1, time(9), time(12, 30)), (3, time(9), time(12)), (3, time(13), time(17)),
    ]  # fmt: skip
    event = Event.objects.get(what="offer.changed")
    assert (event.by, event.partner, event.site) == (
        farah, letters.partner, letters.site,
    )  # fmt: skip
    assert "name" in event.detail["fields"] and "times" in event.detail["fields"]
    assert "Letters" not in str(event.detail)


def test_a_lead_offers_something_new_once(lead, farah, harbour, site):
    said = typed(lead, NEW, name="A walk", words="Slowly.", needs=["body"])
    for _ in range(2):
        assert lead.post(NEW, said).status_code == 302
    offer = Offer.objects.get(name="A walk")

    assert (offer.partner, offer.site, offer.ages_from) == (harbour, site, 18)
    assert Event.objects.filter(what="offer.made", by=farah).count() == 1
    page = text(lead.get("/offers/"))
    assert at(offer) in page and NEW in page


def test_what_is_not_offered_any_more_says_so(lead, letters):
    lead.post(at(letters), typed(lead, at(letters), stands=Stands.INACTIVE))

    assert not Offer.objects.offered().exists()
    assert "Not offered now" in text(lead.get("/offers/"))


WRONG = [
    ({"name": None}, "Write what it is called"),
    ({"words": None}, "Write what it is"),
    ({"needs": None}, "Tick what it helps with"),
    ({"stands": "gone"}, "Select a valid choice"),
    ({"ages_from": None}, "Write the lowest age"),
    ({"ages_from": "30", "ages_to": "20"}, "This is below the lowest age"),
    ({"meets": ["bsl"], "cannot_meet": ["bsl"]}, "“British Sign Language” is ticked"),
    ({"opens_1": "9"}, "Monday: Write when it opens and when it closes, or neither"),
    ({"closes_2": "9"}, "Tuesday: Write when it opens and when it closes, or neither"),
    ({"opens_1": "17", "closes_1": "9"}, "Monday: The closing time must be after"),
    ({"opens_1": "early", "closes_1": "9"}, "Monday: Write a time like 9:00"),
    ({"opens_1": "25", "closes_1": "26"}, "Monday: Write a time like 9:00"),
    ({"opens_1": "0pm", "closes_1": "13pm"}, "Monday: Write a time like 9:00"),
    ({"opens_1": "9, 10", "closes_1": "11, 12"}, "These times overlap"),
    ({"districts": "Leith"}, "Write postcode districts, like EH6, EH7"),
    ({"languages": "a" * 41}, "Put a comma between the languages"),
    ({"phone": "ask Ann"}, "Write a phone number"),
    ({"website": "not a site"}, "Write an address like https://example.org"),
    ({"email": "ann"}, "Write an e-mail address"),
    ({"address": "4 Harbour Street"}, "Write the town too, or leave it all empty"),
    ({"postcode": "EH6 7AA"}, "Write the street and number too"),
    ({"postcode": "Leith"}, "Write the whole postcode"),
]


@pytest.mark.parametrize(("wrong", "sentence"), WRONG)
def test_what_is_wrong_is_said_and_what_is_typed_stays(lead, letters, wrong, sentence):
    kept = {"takes": "Whoever rings before noon", "opens_5": "8", "closes_5": "10"}
    answer = lead.post(at(letters), typed(lead, at(letters), **kept | wrong))

    assert answer.status_code == 200
    page = text(answer)
    assert sentence in page
    assert "Whoever rings before noon" in page
    assert 'name="opens_5" value="8"' in page
    letters.refresh_from_db()
    assert letters.takes == ""


def test_two_at_once_the_second_is_told_and_sees_what_changed(lead, letters, farah):
    said = typed(lead, at(letters), fees="£2", takes="Mine")
    other = typed(lead, at(letters), name="Letters and bills", opens_2="9",
                  closes_2="10")  # fmt: skip
    lead.post(at(letters), other)
    answer = lead.post(at(letters), said)
    page = text(answer)

    assert answer.status_code == 409
    assert "Someone else changed this offer" in page
    assert "<dt>What is it called?</dt><dd>Letters and bills</dd>" in page
    assert "<dt>Opening times</dt><dd>Tuesday, 09:00 to 10:00</dd>" in page
    assert "<dt>What does it cost?</dt><dd>Empty.</dd>" in page
    assert "<dt>Phone</dt>" not in page
    assert "> Mine</textarea>" in page
    letters.refresh_from_db()
    assert (letters.name, letters.fees, letters.takes) == ("Letters and bills", "", "")

    again = {field.name: field.value() for field in answer.context["form"]}
    again = {name: value for name, value in again.items() if value}
    assert lead.post(at(letters), again).status_code == 302
    letters.refresh_from_db()
    assert letters.takes == "Mine"


@pytest.mark.parametrize("seen", ["", "yesterday", "2026-01-01T00:00:00+00:00"])
def test_without_the_mark_nothing_is_overwritten(lead, letters, seen):
    said = typed(lead, at(letters), name="Other", seen=seen)

    assert lead.post(at(letters), said).status_code == 409
    letters.refresh_from_db()
    assert letters.name == "Letters and debt"


@pytest.mark.parametrize("path", ["", "room/"])
def test_only_who_leads_that_very_partner(client, letters, stranger, site, path):
    """Sam leads Lantern, and at Harbour only works: their offers are not Sam's."""
    lantern = stranger.current_memberships[0].organisation
    Membership.objects.create(
        user=stranger, role=Role.PARTNER_LEAD, organisation=lantern
    )
    Membership.objects.create(
        user=stranger, role=Role.PARTNER, organisation=letters.partner
    )
    theirs = make.make_offer(lantern)
    client.force_login(User.objects.get(pk=stranger.pk))

    assert client.get(f"{at(letters)}{path}").status_code == 404
    assert client.post(f"{at(letters)}{path}", {"name": "x"}).status_code == 404
    assert client.get(f"{at(theirs)}{path}").status_code == 200
    assert client.post(f"{at(letters)}room/now/", {"room": "open"}).status_code == 404
    assert "Letters and debt" not in text(client.get("/offers/"))
    page = text(client.get(NEW))
    assert "Harbour" not in page


@pytest.mark.parametrize("who", ["priya", "omar", "carol", "stranger"])
def test_nobody_else(request, client, letters, who):
    client.force_login(request.getfixturevalue(who))

    for path in (NEW, at(letters)):
        assert client.get(path).status_code == 403
        assert client.post(path, {"name": "x"}).status_code == 403


def test_who_leads_two_partners_says_whose_it_is(lead, farah, harbour):
    national = make.make_organisation(name="National line", is_partner=True)
    south = make.make_site(name="Southport")
    Membership.objects.create(user=farah, role=Role.PARTNER_LEAD, organisation=national)
    page = text(lead.get(NEW))
    assert (
        "Which organisation offers it?" in page and "National line, Southport" in page
    )

    said = typed(lead, NEW, name="Ring us", words="Any night.", needs=["talking"])
    assert "Choose who offers it" in text(lead.post(NEW, said))
    lead.post(NEW, said | {"of": f"{national.pk}:{south.pk}"})
    offer = Offer.objects.get(name="Ring us")
    assert (offer.partner, offer.site) == (national, south)
    forged = said | {"of": f"{harbour.pk}:{south.pk}"}
    assert "Select a valid choice" in text(lead.post(NEW, forged))


def test_who_leads_no_partner_is_told(client, site):
    board = make.make_organisation(name="A board", site=site)
    client.force_login(make.make_member(Role.PARTNER_LEAD, board))

    assert client.get(NEW).status_code == 409


def test_the_same_page_of_somebody_else_makes_nothing(farah, letters, site):
    other = make.make_organisation(site=site, is_partner=True)
    facts = {"name": "x", "words": "x", "needs": ["money"]}

    with pytest.raises(Refused):
        actions.make_offer(
            other, by=farah, site=site, once=letters.pk, facts=facts, times=[]
        )
    with pytest.raises(Refused):
        actions.make_offer(
            other, by=farah, site=make.make_site(), once=letters.pk, facts=facts,
            times=[],
        )  # fmt: skip


def test_two_times_on_one_day_are_not_lost(lead, letters):
    for opens, closes in ((9, 12), (13, 17)):
        OfferTime.objects.create(
            offer=letters, day=2, opens=time(opens), closes=time(closes)
        )
    before = letters.opening
    lead.post(at(letters), typed(lead, at(letters), fees="Free"))
    letters.refresh_from_db()

    assert letters.fees == "Free"
    assert letters.opening == before


def test_the_list_asks_no_more_for_fifty(lead, harbour, django_assert_max_num_queries):
    for _ in range(50):
        make.make_offer(harbour)
    with django_assert_max_num_queries(12):
        assert lead.get("/offers/").status_code == 200


def test_the_page_asks_little(lead, told, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        assert lead.get(at(told)).status_code == 200


def test_an_administrator_keeps_all_of_it_too(client, told):
    admin = make.make_user(is_staff=True, is_superuser=True)
    client.force_login(admin)
    page = client.get(f"/admin/referrals/offer/{told.pk}/change/")
    was = told.changed_at

    assert page.status_code == 200
    form = page.context["adminform"].form
    assert {"takes", "stands", "meets", "website", "districts"} <= set(form.fields)
    data = {f.html_name: f.value() for f in form if f.value() not in (None, False)}
    data |= {"districts": "EH6", "languages": "Polish", "cannot_meet": ["step_free"]}
    inline = page.context["inline_admin_formsets"][0].formset
    for one in [inline.management_form, *inline.forms]:
        data |= {f.html_name: f.value() for f in one if f.value() is not None}
    path = f"/admin/referrals/offer/{told.pk}/change/"
    assert "ticked in both" in text(client.post(path, data))
    answer = client.post(path, data | {"cannot_meet": [], "fees": "£1"})
    assert answer.status_code == 302, text(answer)
    told.refresh_from_db()
    assert (told.fees, told.districts) == ("£1", ["EH6"])
    assert told.changed_at > was
