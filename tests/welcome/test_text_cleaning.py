"""Text from outside: what nobody can see is taken out, what is meant stays."""

import unicodedata
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from time_machine import travel

from welcome import actions
from welcome.finding.candidates import Newcomer
from welcome.finding.possible_duplicates import likely_same
from welcome.forms.about import SupporterForm
from welcome.forms.fields import PhoneField
from welcome.models import ContactWish, Draft, Identifier, Introduction, Person
from welcome.values import phones, postcodes
from welcome.values.text_cleaning import clean, clean_bare, clean_code

from .. import factories as make

UNSEEN = [
    "\u200b", "\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e",
    "\u2060", "\u2066", "\u2067", "\u2068", "\u2069", "\u00ad", "\ufeff", "\u061c",
    "\u180e", "\u3164", "\u034f", "\U000e0041", "\x00", "\x07", "\x9f", "\ud800",
    "\ufe0f", "\u200d", "\u200c",
]  # fmt: skip
ODD = st.text(
    st.one_of(
        st.characters(), st.sampled_from([*UNSEEN, "e", "\u0301", "م", "❤", "٠", " "])
    )
)


@pytest.mark.parametrize("sign", UNSEEN, ids=ascii)
def test_a_sign_that_nobody_sees_makes_no_other_name(sign):
    assert clean(f"Ami{sign}na") == clean(f"{sign}Amina{sign}") == "Amina"
    assert clean_code(f"amina{sign}@example.org") == "amina@example.org"


@pytest.mark.parametrize(
    "said",
    [
        "O’Neill and O'Neill", "Zoë", "می\u200cخواهم", "क्\u200dष", "👨\u200d👩\u200d👧",
        "❤\ufe0f", "1\ufe0f\u20e3", "👩🏽\u200d⚕\ufe0f", "One.\n\nTwo.\r\nThree.",
        "a – b",
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "Łukasik, 葛\U000e0100, ٠٧٧", "x²",
    ],
)  # fmt: skip
def test_what_is_meant_stays_as_it_was_typed(said):
    assert clean(said) == said


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Anne\u2011Marie", "Anne-Marie"),
        ("Amina\u00a0Yusuf\u2009!", "Amina Yusuf !"),
        ("Zoe\u0308", "Zoë"),
        ("One\u2028Two\x0bThree", "One\nTwo\nThree"),
    ],
)
def test_what_looks_the_same_is_the_same(typed, kept):
    assert clean(typed) == kept


@settings(deadline=None)
@given(ODD)
def test_what_was_cleaned_is_clean_and_can_be_kept(text):
    for how in (clean, clean_bare, clean_code):
        cleaned = how(text)
        assert how(cleaned) == cleaned
        assert "\x00" not in cleaned.encode().decode()
        assert unicodedata.is_normalized("NFC", clean(text))


@settings(deadline=None)
@given(st.text(st.sampled_from("0123456789٠٧٩０７²③ +-()/,;\n\u200b"), max_size=40))
def test_whatever_passes_as_a_phone_is_one_number_that_is_found_again(text):
    if phones.is_phone(text):
        figures = phones.digits(text)
        assert figures.isascii() and figures.isdecimal() and 8 <= len(figures) <= 15
        assert phones.digits(phones.tidy(text)) == figures
        assert not phones.are_several(text)


BOTH = ["07700 900118{}0131 496 0142", "07700900118{}07700900119", "496 0142{}496 0143"]


@pytest.mark.parametrize(
    "gap", [" / ", ", ", "; ", " or ", " and ", " & ", "\n", " | "]
)
@pytest.mark.parametrize("both", BOTH)
def test_two_numbers_in_one_box_are_refused_and_stay_typed(both, gap):
    form = SupporterForm({"name": "Fatima", "phone": both.format(gap)})

    assert form.errors["phone"] == ["Write one number in each box."]
    assert form["phone"].value() == both.format(gap)


@pytest.mark.parametrize("gap", [" ", "  "])
def test_two_whole_numbers_with_a_blank_between_are_refused(gap):
    form = SupporterForm({"name": "Fatima", "phone": BOTH[0].format(gap)})
    assert form.errors["phone"] == ["Write one number in each box."]


@pytest.mark.parametrize(
    "typed",
    ["٠٧٧٠٠ ٩٠٠١١٨", "０７７００ ９００１１８", "\u202d07700\u00a0900118\u202c"],
)
def test_a_number_in_other_figures_is_kept_in_plain_ones(typed):
    assert PhoneField().clean(typed) == "07700 900118"


@pytest.mark.parametrize("typed", ["²07700900118", "③7700900118", "07700 90011⁸"])
def test_figures_that_are_no_figures_are_refused(typed):
    with pytest.raises(Exception, match="Write a phone number, like"):
        PhoneField().clean(typed)


def test_figures_of_other_scripts_are_read_in_numbers_and_postcodes():
    assert postcodes.tidy("EH\u200b６ ٧aa") == "EH6 7AA"
    with pytest.raises(ValueError, match="whole postcode"):
        postcodes.tidy("EH⁶ 7AA")


@pytest.fixture
def desk(priya):
    client = Client()
    client.force_login(priya)
    return client


@pytest.mark.parametrize("words", ["٠٧٧٠٠ ٩٠٠١١٨", "07700\u00a0900118", "A\u00admina"])
def test_the_search_box_finds_whatever_way_it_was_typed(desk, amina, words):
    ContactWish.objects.filter(person=amina).update(phone_digits="07700900118")

    assert (
        amina.reference
        in desk.post("/people/", {"q": words}, follow=True).content.decode()
    )


def test_a_name_with_a_sign_in_it_is_the_same_person(amina):
    Person.objects.filter(pk=amina.pk).update(formal_name="Ami\u200bna Yu\u00adsuf")
    amina.refresh_from_db()
    amina.save()
    (twin,) = likely_same(Newcomer(site=amina.site, name="Amina Yusuf"))

    assert twin.person == amina


def test_what_comes_in_at_the_front_door_is_clean(client, team):
    typed = {
        "known_as": "\u202eAmi\u200bna",
        "reach": "amina\u00ad@example\u200b.org",
        "words": "Letters.\n\nDebt.\ufeff",
        "once": uuid4(),
    }
    with travel(timezone.now(), tick=False) as clock:
        page = client.get("/at/edinburgh/")
        typed["began"] = page.context["form"]["began"].value()
        clock.shift(30)
        assert client.post("/at/edinburgh/", typed).status_code == 302
    made = Introduction.objects.get()

    assert (made.known_as, made.email) == ("Amina", "amina@example.org")
    assert made.words == "Letters.\n\nDebt."


def test_what_is_saved_while_it_is_typed_is_clean(desk, priya):
    talk = actions.begin(make.make_person(team=priya.first_team), by=priya)
    typed = {"box": "hard", "words": "Slee\u200bp\r\nand debt", "version": "0"}
    answer = desk.post(f"/conversations/{talk.pk}/draft/", typed)

    assert answer.status_code == 200
    assert Draft.objects.get().words == "Sleep\nand debt"


def test_a_number_of_another_script_is_kept_in_plain_figures(amina):
    actions.about.write_identifier(amina, clean_code("٠١٠١٨٠١٢٣٨"))
    assert Identifier.objects.get(person=amina).value == "0101801238"
