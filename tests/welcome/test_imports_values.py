"""A value that cannot be read costs that value, and never the person."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from welcome.imports import columns
from welcome.imports.row_facts import Asked, Bad
from welcome.imports.told import understand

TODAY = date(2026, 12, 1)


def said(**cells):
    month_first = cells.pop("month_first", ())
    in_book = cells.pop("in_book", False)
    asked = Asked(TODAY, "england", month_first, is_spreadsheet=in_book)
    return understand(list(cells.values()), list(cells), list(cells), asked)


@pytest.mark.parametrize(
    ("code", "cell", "why"),
    [
        ("born", "31/02/1990", "that month has no such day"),
        ("born", "2 December 2026", "in the future"),
        ("born", "1,992", "a number with a comma in it"),
        ("identifier", "9991234560", "NHS number is not right"),
        ("postcode", "EHG 7AA", "Write the whole postcode"),
        ("postcode", "EH6 7OA", "no such postcode"),
        ("postcode", "EH6", "only its first half"),
        ("gp_phone", "ask", "Write a phone number"),
        ("address", "x" * 201, "longer than 200"),
        ("first_name", "x" * 61, "longer than 60"),
        ("held_since", "soon", "Write a day like"),
    ],
)
def test_a_bad_value_is_kept_as_it_was_in_the_list(code, cell, why):
    told = said(known_as="Amina", **{code: cell})

    label = columns.FIELDS[code]
    assert told.notes == f"{label}, as it was in the list: {cell}"
    assert not getattr(told, code, None)
    assert why in told.set_aside[0]
    assert "as it was in the list" in told.set_aside[0]
    assert len(cell) < 4 or cell not in told.set_aside[0]


@pytest.mark.parametrize(
    ("code", "cell"), [("phone", "4.47701E+11"), ("email", "amina at example")]
)
def test_a_bad_way_to_reach_them_is_kept_with_how_to_reach_them(code, cell):
    told = said(known_as="Amina", **{code: cell})
    label = columns.FIELDS[code]
    assert told.reach_words == f"{label}, as it was in the list: {cell}"
    assert (told.phone, told.email, told.notes) == ("", "", "")


def test_whose_number_it_is_and_an_extension_are_kept():
    told = said(known_as="Fay", phone="07700 900116 (mum)")
    assert told.phone == "07700 900116"
    assert told.reach_words == "Phone 07700 900116: mum"
    told = said(known_as="Hal", gp_phone="0131 496 0118 ext 12")
    assert told.gp_phone == "0131 496 0118"
    assert told.notes == "GP practice phone 0131 496 0118: extension 12"


def test_no_fixed_abode_is_where_they_live():
    assert said(known_as="Fin", postcode="NFA").address == "No fixed address"
    told = said(known_as="Ian", postcode="No fixed abode", address="Leith hostel")
    assert (told.address, told.postcode) == ("Leith hostel. No fixed address", "")


def test_a_title_is_kept_in_the_notes():
    told = said(formal_name="Dr. Nkechi Bale", notes="Sleeps badly")
    assert (told.known_as, told.formal_name) == ("Nkechi", "Nkechi Bale")
    assert told.notes == "Sleeps badly\nTitle: Dr"


def test_a_month_is_kept_where_only_the_year_can_be():
    told = said(known_as="Amina", born="May 1992", held_since="March 2024")
    assert (told.born_on, told.born_year) == (None, 1992)
    assert told.held_since == date(2024, 3, 1)
    assert told.notes.count("as it was in the list") == 2


def test_a_column_may_have_the_month_first():
    told = said(known_as="A", born="05/03/1992", held_since="05/03/2024")
    assert (told.born_on, told.held_since) == (date(1992, 3, 5), date(2024, 3, 5))
    told = said(
        known_as="A", born="05/03/1992", held_since="05/03/2024", month_first={"born"}
    )
    assert (told.born_on, told.held_since) == (date(1992, 5, 3), date(2024, 3, 5))


def test_only_a_row_without_a_name_is_lost():
    with pytest.raises(Bad, match="no name in this row"):
        said(first_name="Unknown", last_name="Unknown", born="31 Feb 1990")


@given(st.dictionaries(st.sampled_from(sorted(columns.FIELDS)), st.text(max_size=30)))
def test_no_cell_raises_anything_but_a_sentence(cells):
    cells = {code: " ".join(text.split()) for code, text in cells.items()}
    cells.pop("status", None)
    told = said(**cells | {"known_as": "Amina"})
    assert told.known_as == "Amina"


_LINES = st.lists(st.text(max_size=20), max_size=4).map("\n".join)


@given(st.dictionaries(st.sampled_from(sorted(columns.FIELDS)), _LINES))
def test_no_cell_of_a_spreadsheet_costs_the_row_by_its_lines(cells):
    cells.pop("status", None)
    told = said(**cells | {"known_as": "Amina\nYusuf", "in_book": True})

    assert told.known_as == "Amina Yusuf"
    one_line = (told.phone, told.email, told.postcode, told.language, told.gp_phone)
    assert not any("\n" in value for value in one_line)
