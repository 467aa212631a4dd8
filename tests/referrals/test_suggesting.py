"""Suggested with reasons where a story is sent on, and found by looking closely."""

import re
import uuid

import pytest

from referrals import actions
from referrals.matching.searching import searched
from referrals.matching.suggesting import suggested_for
from referrals.models import Offer
from welcome.models import AccessNeed, Equality, MapVersion

from .. import factories as make
from ..reading_pages import text as page


@pytest.fixture
def lantern(site):
    return make.make_organisation(name="Lantern Trust", site=site, is_partner=True)


@pytest.fixture
def upstairs(lantern):
    return make.make_offer(
        lantern, name="Upstairs", needs=["money"], cannot_meet=["step_free"]
    )


def best_of(amina, need="money"):
    offers = Offer.objects.filter(site_id=amina.site_id).select_related("partner")
    return suggested_for(amina, need, offers.roomiest_first())


def test_what_she_needs_to_be_there_decides_before_room(amina, letters, upstairs):
    AccessNeed.objects.create(person=amina, code="step_free")

    first, second = best_of(amina)

    assert (first.offer, second.offer) == (letters, upstairs)
    assert "Steps at the entrance, and Amina needs: no steps" in [
        reason.words for reason in second.why.speaks_against
    ]


def test_her_map_counts_as_well(amina, priya, lantern, letters):
    company = make.make_offer(lantern, name="Company", needs=["company", "money"])
    MapVersion.objects.create(
        person=amina, number=1, made_by=priya, change="need_added",
        needs=[{"id": 1, "words": "Lonely", "more": "", "kind": "company"}],
    )  # fmt: skip

    assert best_of(amina)[0].offer == company


def test_who_gives_many_back_says_so(amina, priya, omar, letters, upstairs, agreed):
    for n in range(3):
        somebody = make.make_open_person(priya, known_as=f"P{n}")
        words = make.make_passage(somebody, priya)
        made = actions.prepare(
            somebody, by=priya, once=uuid.uuid4(), words="x", need="money",
            urgency="usual", offers=[letters],
        )  # fmt: skip
        (sent,) = actions.agree_and_send(
            made, seen=make.seen(made), by=priya, **agreed | {"passages": [words]}
        )
        actions.give_back(
            sent, seen=make.seen(sent), by=omar, reason="unsafe", suggestion="x"
        )

    def against(need):
        why = next(one.why for one in best_of(amina, need) if one.offer == letters)
        return [reason.words for reason in why.speaks_against]

    said = "Could not help with 3 of 3 referrals for similar needs in the last year"
    assert said in against("money")
    assert "Could not help with 3 of 3 referrals in the last year" in against("")
    assert not [words for words in against("grief") if "Gave back" in words]


def test_while_nothing_is_asked_yet_all_of_her_map_counts_alike(
    amina, priya, lantern, letters
):
    company = make.make_offer(lantern, name="Company", needs=["company"])
    drawn = [
        {"id": n, "words": kind, "more": "", "kind": kind}
        for n, kind in enumerate(["money", "company"], 1)
    ]
    MapVersion.objects.create(
        person=amina, number=1, made_by=priya, change="need_added", needs=drawn
    )

    why = {one.offer: one.why for one in best_of(amina, "")}

    assert why[letters].points == why[company].points
    assert "other_things" not in why[company].rules


def test_five_questions_to_the_database_for_one_offer_or_many(
    amina, lantern, letters, django_assert_num_queries
):
    for code in ("step_free", "quiet"):
        AccessNeed.objects.create(person=amina, code=code)
    for n in range(30):
        make.make_offer(lantern, name=f"Offer {n}", needs=["money"])

    with django_assert_num_queries(5):
        first = best_of(amina)[0]

    assert "Ask them about: a quiet, calm place; no steps" in [
        reason.words for reason in first.why.speaks_against
    ]


def test_her_gender_is_used_and_never_said(client, priya, amina, lantern):
    Equality.objects.create(person=amina, gender="man")
    make.make_offer(lantern, name="Quiet floor", needs=["trauma"], only_for="women")
    client.force_login(priya)

    text = page(client.get(f"/people/{amina.pk}/send-on/?about=trauma"))

    assert "For women only" in text
    assert "A man" not in text


def test_the_page_says_why_and_shows_every_rule(
    client, priya, amina, letters, upstairs
):
    AccessNeed.objects.create(person=amina, code="step_free")
    client.force_login(priya)

    text = page(client.get(f"/people/{amina.pk}/send-on/?about=money"))

    assert "Suggested for Amina" in text
    assert "Steps at the entrance, and Amina needs: no steps" in text
    assert "Why are they in this order?" in text
    assert "For each week of waiting" in text


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ({"about": "grief"}, {"The listening band"}),
        ({"q": "trombone"}, {"The listening band"}),
        ({"q": "tromboen"}, {"The listening band"}),
        ({"q": "Lantern"}, {"The listening band", "Quiet room"}),
        ({"near": "eh6"}, {"The listening band", "Letters and debt"}),
        ({"access": "bsl"}, {"Quiet room"}),
        ({"speaks": "Urdu"}, {"Quiet room"}),
        ({"age": "17"}, {"Quiet room"}),
        ({"age": "x", "about": "nonsense", "access": "?"},
         {"The listening band", "Quiet room", "Letters and debt"}),
        ({"age": "9" * 400, "q": "\x00"},
         {"The listening band", "Quiet room", "Letters and debt"}),
    ],
)  # fmt: skip
def test_found_by_words_need_area_access_language_age(lantern, letters, said, names):
    make.make_offer(
        lantern, name="The listening band", words="A trombone, and tea", needs=["grief"]
    )
    make.make_offer(
        lantern, name="Quiet room", words="Sit", needs=["housing"], districts=["EH7"],
        meets=["bsl"], languages=["Urdu"], ages_from=16,
    )  # fmt: skip

    found = searched(said).among(Offer.objects.select_related("partner"))

    assert set(found.values_list("name", flat=True)) == names


def test_what_is_ticked_stays_while_looking(client, priya, amina, letters, upstairs):
    client.force_login(priya)
    said = {"find": "yes", "q": "Upstairs", "offers": [str(letters.pk)], "words": "Aye"}

    text = page(client.post(f"/people/{amina.pk}/send-on/", said, follow=True))

    assert "Upstairs" in text
    assert f'value="{letters.pk}" checked' in text
    assert "Aye" in text


def test_what_is_offered_no_more_is_not_found(client, priya, amina, letters):
    Offer.objects.filter(pk=letters.pk).update(stands="defunct")
    client.force_login(priya)

    assert letters.name not in page(client.get(f"/people/{amina.pk}/send-on/"))


def test_many_offers_ask_no_more_of_the_database(
    client, priya, amina, lantern, letters, django_assert_max_num_queries
):
    for n in range(60):
        make.make_offer(lantern, name=f"Offer {n}", needs=["money"])
    client.force_login(priya)

    with django_assert_max_num_queries(26):
        text = page(client.get(f"/people/{amina.pk}/send-on/?about=money"))

    assert re.search(r"<b>\d+ of 6\d</b> offers", text)


def test_a_few_stand_in_sight_and_the_others_a_press_away(
    client, priya, amina, lantern
):
    for n in range(9):
        make.make_offer(lantern, name=f"Offer {n}")
    client.force_login(priya)
    at = f"/people/{amina.pk}/send-on/"

    text = page(client.get(at))
    assert "No suggestions yet." in text
    in_sight, folded = text.split("3 more offers here")
    assert in_sight.count('name="offers"') == 6
    assert folded.count('name="offers"') == 3

    looked = page(client.get(f"{at}?q=offer"))
    assert looked.count('name="offers"') == 9
    assert "more offers here" not in looked


def test_what_was_looked_for_is_what_it_is_about(client, priya, amina, letters):
    client.force_login(priya)
    said = {"about": "money", "need": "", "find": "yes", "words": "Aye"}

    text = page(client.post(f"/people/{amina.pk}/send-on/", said, follow=True))

    assert text.count('<option value="money" selected') == 2, "looked for, and asked"
