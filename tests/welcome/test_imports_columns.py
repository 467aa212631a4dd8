"""Columns for the worker, a partner, the status, the language and access needs."""

from datetime import date

import pytest

from referrals.models import Agreement, Referral
from welcome.imports import access_needs, languages
from welcome.imports.columns import guess
from welcome.imports.row_facts import Asked, Bad
from welcome.imports.told import understand
from welcome.models import Person, Role
from welcome.models.about import Adjustment

from .. import factories as make
from .lists_brought import brought, looked_at

pytestmark = pytest.mark.django_db


@pytest.fixture
def lena(team):
    return make.make_member(Role.LEAD, team, name="Lena Grant")


@pytest.fixture
def priya(team):
    return make.make_welcomer(team, name="Priya Shah", email="priya@example.org")


def the_only_person():
    return Person.objects.get()


@pytest.mark.parametrize(
    "words",
    ["Priya Shah", "priya shah", "Shah, Priya", "Ms Priya Shah", "PRIYA@example.org"],
)
def test_whoever_is_named_becomes_their_key_contact(lena, priya, words):
    taken = looked_at(lena, f'Name,Key worker\nHodan Yusufu,"{words}"\n')
    assert taken.rows.get().why == "Worker: Priya Shah will be the key contact."
    brought(lena, f'Name,Key worker\nHodan Yusufu,"{words}"\n')

    assert the_only_person().holding.worker == priya
    assert not the_only_person().passages.exists()


@pytest.mark.parametrize("words", ["Jo Bloggs", "jo@example.org", "Priya"])
def test_a_worker_who_is_no_one_here_costs_nobody_their_row(lena, priya, words):
    taken = brought(lena, f"Name,Key worker,Notes\nHodan Yusufu,{words},Letters\n")

    assert "kept in the notes" in taken.rows.get().why
    person = the_only_person()
    assert person.holding.team == lena.first_team and person.holding.worker is None
    assert person.passages.get().words == (
        f"Letters\nWorker, as it was in the list: {words}"
    )


def test_nobody_of_another_team_or_who_has_left_is_named(lena, priya, tomasz):
    tomasz.name = "Tomasz Baran"
    tomasz.save()
    priya.is_active = False
    priya.save()
    brought(lena, "Name,Worker\nHodan Yusufu,Tomasz Baran\nTam Reid,Priya Shah\n")

    assert {p.holding.worker for p in Person.objects.all()} == {None}


def test_two_of_one_name_are_nobody_in_particular(lena, priya, team):
    make.make_welcomer(team, name="Priya Shah")
    brought(lena, "Name,Worker\nHodan Yusufu,Priya Shah\n")

    assert the_only_person().holding.worker is None
    assert "Priya Shah" in the_only_person().passages.get().words


def test_the_same_list_makes_nobody_again_when_the_worker_has_left(lena, priya):
    text = "Name,Worker\nHodan Yusufu,Priya Shah\n"
    brought(lena, text)
    priya.is_active = False
    priya.save()

    assert looked_at(lena, text).rows.get().verdict == "here"


def test_a_partner_is_kept_in_words_and_nothing_is_made_up(lena):
    taken = brought(
        lena, "Name,Other services,Notes\nHodan Yusufu,Lantern Housing,Letters\n"
    )

    assert "No referral is made" in taken.rows.get().why
    words = the_only_person().passages.get().words
    assert sorted(words.splitlines()) == [
        "Already helping them: Lantern Housing", "Letters",
    ]  # fmt: skip
    assert not Referral.objects.exists() and not Agreement.objects.exists()


def test_no_partner_says_nothing(lena):
    taken = brought(lena, "Name,Other services\nHodan Yusufu,none\nTam Reid,no\n")

    assert set(taken.rows.values_list("why", flat=True)) == {""}
    assert not any(person.passages.exists() for person in Person.objects.all())


def told(heading, words):
    asked = Asked(date(2026, 12, 1), "england")
    headings = ["Name", heading]
    return understand(["Hodan Yusufu", words], headings, guess(headings), asked)


@pytest.mark.parametrize(
    "words",
    [
        "Closed", "closed 3 May", "Discharged to GP", "Not active", "No longer open",
        "left the area", "Moved out of area", "passed away", "No", "n", "finished",
    ],
)  # fmt: skip
def test_whoever_the_list_says_has_left_is_returned(words):
    with pytest.raises(Bad, match="has ended"):
        told("Status", words)


@pytest.mark.parametrize(
    "words, kept",
    [
        ("Open", ""), ("yes", ""), ("ACTIVE", ""),
        ("On hold", "Status, as it was in the list: On hold"),
        ("Not closed", "Status, as it was in the list: Not closed"),
        ("left message", "Status, as it was in the list: left message"),
    ],
)  # fmt: skip
def test_any_other_status_is_kept_in_words(words, kept):
    assert told("Open or closed", words).notes == kept


@pytest.mark.parametrize(
    "words, language",
    [
        ("somali", "Somali"), ("SOMALI", "Somali"), ("Soomaali", "Somali"),
        ("pl", "Polish"), ("Polski", "Polish"), ("Ukranian", "Ukrainian"),
        ("Panjabi", "Punjabi"), ("Persian", "Farsi"), ("en-GB", "English"),
        ("Urdu/Panjabi", "Urdu, Punjabi"), ("Scottish Gaelic", "Scottish Gaelic"),
        ("n/a", ""), ("العربية", "Arabic"),
    ],
)  # fmt: skip
def test_a_language_has_one_name_however_it_is_written(words, language):
    assert told("First language", words).language == language


def test_no_other_language_has_the_name_of_a_language_as_its_code():
    for name in languages._NAMES:
        assert languages.read(name) == name


@pytest.mark.parametrize(
    "words, codes, kept",
    [
        ("Large print; BSL", ["large_print", "bsl"], False),
        ("large print and no stairs, home visits", ["large_print", "step_free", "home"],
         False),
        ("Needs an interpreter", ["interpreter"], False),
        ("Female worker please", ["woman"], False),
        ("Wheelchair user", ["step_free"], True),
        ("Easy Read, sits near the door", ["easy_read"], True),
        ("No large print", [], True),
        ("doesn't need an interpreter", [], True),
        ("None", [], False), ("No", [], False),
    ],
)  # fmt: skip
def test_several_access_needs_in_one_cell_are_each_understood(words, codes, kept):
    said = told("Access needs", words)
    assert said.access_codes == codes
    assert said.access_words == (words if kept else "")


@pytest.mark.parametrize("code, label", Adjustment.choices)
def test_every_access_need_can_be_imported_by_the_name_that_we_show(code, label):
    assert access_needs.read(label) == ([code], "")
