"""Phones and postcodes in every way that people and spreadsheets write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from welcome.finding.search_words import take_apart
from welcome.forms.fields import PhoneField
from welcome.values import phones, postcodes, written_phones


@pytest.mark.parametrize(
    ("written", "number", "words"),
    [
        ("7700900112.0", "07700900112", ""),
        ('="07700900113"', "07700900113", ""),
        ("'07700900114", "07700900114", ""),
        ("\u202a+44 7700 900115\u202c", "+44 7700 900115", ""),
        ("07700 900116 (mum)", "07700 900116", "mum"),
        ("mum: 07700 900116, after 6pm", "07700 900116", "mum; after 6pm"),
        ("07700‑900‑117", "07700-900-117", ""),
        ("0131 496 0118 ext 12", "0131 496 0118", "extension 12"),
        ("0131 496 0118 x12", "0131 496 0118", "extension 12"),
        ("+44 (0)7700 900122", "+44 (0)7700 900122", ""),
        ("8081570123", "08081570123", ""),
        ("0044 7700 900122", "0044 7700 900122", ""),
        ("18001 0131 496 0142", "0131 496 0142", "18001"),
        ("+353 85 496 0142", "+353 85 496 0142", ""),
        ("07700 900118 or 07700900118", "07700 900118", ""),
        ("7.700900123E+9", "07700900123", ""),
    ],
)
def test_a_number_is_found_and_the_words_beside_it_are_kept(written, number, words):
    found = written_phones.read(written)
    assert (found.the_one, found.words) == (number, words)


@pytest.mark.parametrize(
    "written",
    [
        "07700 900118 / 0131 496 0142",
        "07700 900118, 0131 496 0142 (work)",
        "07700 900118 or 0131 496 0142",
        "07700 900118 07700 900119",
    ],
)
def test_of_two_numbers_none_is_chosen(written):
    assert written_phones.read(written).the_one == ""


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("4.47701E+11", "its last digits are lost"),
        ("ask at the library", "Write a phone number, like 07700 900123"),
        ("999", "Write a phone number"),
    ],
)
def test_what_is_no_number_is_refused_in_a_sentence(written, sentence):
    with pytest.raises(ValueError, match=sentence):
        written_phones.read(written)


def test_a_form_says_that_an_extension_does_not_belong_to_the_number():
    with pytest.raises(Exception, match="without its extension"):
        PhoneField().clean("0131 496 0118 ext 12")
    assert PhoneField().clean('="07700900113"') == "07700900113"


@given(st.text(st.sampled_from("0123456789+() ./-,;xE'=\"ormu#"), max_size=30))
def test_a_number_that_was_read_is_read_the_same_again(text):
    try:
        found = written_phones.read(text)
    except ValueError as refusal:
        assert str(refusal).startswith(("Write ", "The spreadsheet"))
        return
    for number in found.numbers:
        assert phones.is_phone(number)
        again = written_phones.read(number)
        assert (again.numbers, again.words) == ((number,), "")


@pytest.mark.parametrize(
    ("written", "postcode"),
    [
        ("BFPO 57", "BFPO 57"),
        ("b.f.p.o.57", "BFPO 57"),
        ("BF1 3AA", "BF1 3AA"),
        ("JE2 3AB", "JE2 3AB"),
        ("GY1 1AA", "GY1 1AA"),
        ("im1 1aa", "IM1 1AA"),
        ("EH6 7AA.", "EH6 7AA"),
        ("EH6 OAA", "EH6 0AA"),
        ("E1O 7AA", "E10 7AA"),
        ("0X1 1AA", "OX1 1AA"),
        ("SW1A 1AA", "SW1A 1AA"),
        ("W1A 0AX", "W1A 0AX"),
    ],
)
def test_a_postcode_is_tidied(written, postcode):
    assert postcodes.tidy(written) == postcode
    assert postcodes.read(written) == postcodes.Written(postcode)


@pytest.mark.parametrize(
    "written", ["EHG 7AA", "EH6 7OA", "QX1 1AA", "EJ1 1AA", "EH6 77A", "EH6C 7AA"]
)
def test_an_impossible_postcode_is_refused(written):
    with pytest.raises(ValueError, match="postcode"):
        postcodes.read(written)


def test_half_a_postcode_and_no_fixed_abode_are_facts_and_no_postcodes():
    assert postcodes.read("EH6.") == postcodes.Written(district="EH6")
    for words in ("NFA", "N.F.A.", "No fixed abode", "of no fixed address", "ZZ99 3VZ"):
        assert postcodes.read(words) == postcodes.Written(has_no_fixed_abode=True)
        with pytest.raises(ValueError, match="no fixed address"):
            postcodes.tidy(words)


@given(st.text(max_size=12) | st.text("EHGBFPO0167AZ .", max_size=9))
def test_a_postcode_that_was_read_is_read_the_same_again(text):
    try:
        found = postcodes.read(text)
    except ValueError as refusal:
        assert "postcode" in str(refusal)
        return
    assert postcodes.read(found.postcode or found.district) in (
        found,
        postcodes.Written(),
    )


def test_the_search_box_finds_a_forces_postcode():
    assert take_apart("Ann BFPO 57").keys == ["post BFPO 57"]
