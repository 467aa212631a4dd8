"""Nobody tells their story twice because nobody saw that they had met."""

from datetime import date

import pytest

from welcome.twins import Newcomer, likely_same

from .. import factories as make


@pytest.fixture
def ailsa(team):
    ailsa = make.make_person(
        team=team,
        known_as="Ailsa",
        formal_name="Ailsa Drummond",
        born_on=date(1992, 5, 3),
        postcode="EH6 7AA",
    )
    ailsa.contact_wish.phone_digits = "07700900418"
    ailsa.contact_wish.save()
    return ailsa


@pytest.mark.parametrize(
    ("known", "why"),
    [
        ({"name": "Ailsa Drummond", "born_on": date(1992, 5, 3)}, "the same birthday"),
        (
            {"name": "Ailsa Drumond", "born_on": date(1992, 5, 3)},
            "name one letter apart",
        ),
        ({"name": "Drummond Ailsa", "born_year": 1992}, "the other way round"),
        ({"name": "Ailsa", "phone": "+44 7700 900418"}, "the same phone number"),
        ({"name": "Ailsa Drummond", "born_on": date(1992, 3, 5)}, "other way round"),
        ({"name": "Ailsa Drummond", "born_on": date(1992, 5, 8)}, "in one figure"),
    ],
)
def test_somebody_we_know_is_recognised_and_why_is_said(ailsa, known, why):
    (twin,) = likely_same(Newcomer(site=ailsa.site, **known))

    assert twin.person == ailsa
    assert why in "; ".join(twin.why)


def test_a_stranger_is_nobodys_twin(ailsa):
    newcomer = Newcomer(ailsa.site, "Gregor McAllister", born_on=date(1960, 1, 9))

    assert likely_same(newcomer) == []


def test_people_of_another_site_are_never_shown(ailsa):
    elsewhere = make.make_site()

    assert likely_same(Newcomer(elsewhere, "Ailsa Drummond")) == []


def test_across_teams_only_enough_is_shown_to_recognise_somebody(ailsa):
    (twin,) = likely_same(Newcomer(ailsa.site, "Ailsa Drummond"))

    assert twin.recognisable == "Ailsa D., born 1992"


def test_looking_for_twins_takes_few_queries(ailsa, django_assert_max_num_queries):
    for n in range(10):
        make.make_person(team=ailsa.team, known_as=f"Ailsa {n}")
    newcomer = Newcomer(
        ailsa.site,
        "Ailsa Drummond",
        born_on=date(1992, 5, 3),
        phone="07700 900418",
        identifier="9990000018",
    )
    with django_assert_max_num_queries(8):
        likely_same(newcomer)
