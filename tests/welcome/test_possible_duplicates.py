"""Nobody tells their story twice because nobody saw that they had met."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from welcome import actions
from welcome.finding import refilling
from welcome.finding.candidates import Newcomer
from welcome.finding.possible_duplicates import likely_same, likely_twins_of
from welcome.models import Event, Look, NotTheSame, Person
from welcome.refusals import Refused

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
            "a name one letter apart",
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


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Elspeth Marsh", "Elspeth is short for Elizabeth"),
        ("Liz Marsh", "Liz is short for Elizabeth"),
        ("Elizabeth Mrash", "one letter apart"),
        ("Marsh Elizabeth", "the other way round"),
        ("Elizabeth Newlands", "the same name Elizabeth"),
    ],
)
def test_names_that_change_are_recognised_by_the_birthday(team, name, why):
    known = {"known_as": "Elizabeth", "formal_name": "Elizabeth Marsh"}
    liz = make.make_person(team=team, born_on=date(1961, 9, 8), **known)
    (twin,) = likely_same(Newcomer(team.site, name, born_on=date(1961, 9, 8)))

    assert twin.person == liz
    assert why in "; ".join(twin.why)


def test_a_name_and_one_fact_that_families_share_are_no_strong_match(ailsa):
    sister = Newcomer(
        ailsa.site,
        "Kirsten Drummond",
        born_on=date(1995, 1, 2),
        phone="07700 900418",
        postcode="EH6 7AA",
    )
    assert not any(twin.is_strong for twin in likely_same(sister))


def test_an_email_address_finds_somebody_in_any_letters(ailsa):
    ailsa.contact_wish.email = "ailsa@example.org"
    ailsa.contact_wish.save()
    (twin,) = likely_same(Newcomer(ailsa.site, "Ailsa", email="Ailsa@Example.org"))

    assert "the same e-mail address" in twin.why


def test_a_name_changed_by_hand_is_found_again_after_the_clock(ailsa):
    Person.objects.filter(pk=ailsa.pk).update(formal_name="Wilhelmina Stark")
    ailsa.refresh_from_db()
    assert ailsa.find_keys is None

    assert refilling.fill() == 1
    assert likely_same(Newcomer(ailsa.site, "Wilhelmina Stark"))
    assert refilling.fill() == 0


def test_people_written_all_at_once_are_found(team):
    somebody = Person(site=team.site, team=team, known_as="Wilhelmina Stark")
    Person.objects.bulk_create([somebody])

    assert likely_same(Newcomer(team.site, "Wilhelmina Stark"))


@pytest.fixture
def alike(ailsa):
    return make.make_person(
        team=ailsa.team,
        known_as="Ailsa",
        formal_name="Ailsa Drumond",
        born_on=date(1992, 5, 3),
    )


def test_two_who_are_not_the_same_are_never_shown_again(ailsa, alike, priya):
    assert [twin.person for twin in likely_twins_of(ailsa)] == [alike]

    actions.say_not_the_same(ailsa, alike, by=priya)
    actions.say_not_the_same(alike, ailsa, by=priya)

    assert likely_twins_of(ailsa) == likely_twins_of(alike) == []
    assert NotTheSame.objects.get().said_by == priya
    assert Event.objects.filter(what="twins.not_the_same").count() == 1


def test_a_pair_is_said_once_in_one_order_and_of_two(ailsa, alike, priya):
    one, other = sorted((ailsa, alike), key=lambda person: person.pk)
    NotTheSame.objects.create(one=one, other=other, said_by=priya)
    for pair in ((one, other), (other, one), (one, one)):
        with pytest.raises(IntegrityError), transaction.atomic():
            NotTheSame.objects.create(one=pair[0], other=pair[1], said_by=priya)
    with pytest.raises(Refused):
        actions.say_not_the_same(one, one, by=priya)


def test_the_page_says_who_looks_alike_and_the_button_ends_it(
    client, priya, ailsa, alike
):
    client.force_login(priya)
    page = client.get(f"/people/{ailsa.pk}/alike/")
    assert "Ailsa D., born 1992" in page.content.decode()

    client.post(f"/people/{ailsa.pk}/alike/{alike.pk}/not-the-same/")
    page = client.get(f"/people/{ailsa.pk}/alike/")
    assert "No possible duplicates of Ailsa" in page.content.decode()


def test_whoever_begins_a_record_beside_a_twin_has_said_they_are_two(
    client, priya, ailsa
):
    client.force_login(priya)
    said = {"known_as": "Ailsa", "formal_name": "Ailsa Drummond", "born": "1992"}
    client.post("/people/start/", said | {"somebody_else": "yes"})

    assert NotTheSame.objects.count() == 1
    newest = Person.objects.latest("made_at")
    assert newest != ailsa
    assert likely_twins_of(newest) == []


def test_an_introduction_shows_at_once_whom_we_may_know(client, priya, ailsa):
    wait = make.make_introduction(
        ailsa.team, known_as="Ailsa Drummond", phone="07700 900418"
    )
    client.force_login(priya)
    page = client.get(f"/people/start/?introduction={wait.pk}")

    assert "may have met before" in page.content.decode()
    assert Look.objects.count() == 0  # of one's own team nothing is written


def test_a_look_at_another_teams_person_is_written_down(client, ailsa, tomasz):
    client.force_login(tomasz)
    said = {"known_as": "Ailsa Drummond", "born": "3 May 1992"}
    page = client.post("/people/start/", said, follow=True)

    if ailsa.site_id == tomasz.first_team.site_id:
        assert "EH6" not in page.content.decode()
        assert Look.objects.filter(person=ailsa, by=tomasz).count() == 1
