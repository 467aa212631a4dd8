"""Where the table of a file is: titles above, headings over two rows, notes below."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from welcome.imports import reading
from welcome.imports.not_people import may_be_a_section, why_not_a_person
from welcome.imports.tables import Heading, guess, table_of

CASES = Path(__file__).parent.parent / "data" / "imports"
THREE = ["Name", "DOB", "Phone"]


def found(text):
    grid = reading.read_grid(text.encode())
    heading, is_sure = guess(grid, {})
    return heading, is_sure, table_of(grid, heading)


def test_titles_above_the_list_are_no_headings_and_it_is_asked():
    heading, is_sure, table = found((CASES / "title-rows.csv").read_text())

    assert heading == Heading(4)
    assert not is_sure
    assert table.headings == THREE
    assert [number for number, _ in table.rows] == [5, 6]


def test_known_headings_in_the_first_row_need_no_question():
    heading, is_sure, _ = found("Surname,Forename,DOB\nYusuf,Amina,1992\n")
    assert (heading, is_sure) == (Heading(1), True)


@pytest.mark.parametrize(
    "text",
    [
        "Client,,Contact,\nName,DOB,Phone,Email\nAnn,1990,1,a@example.org\n",
        "Name,DOB,Contact,\n,,Phone,Email\nAnn,1990,1,a@example.org\n",
    ],
)
def test_headings_over_two_rows_are_put_together_and_it_is_asked(text):
    heading, is_sure, table = found(text)

    assert heading == Heading(1, lines=2)
    assert not is_sure
    assert table.headings == ["Name", "DOB", "Phone", "Email"]
    assert len(table.rows) == 1


def test_columns_that_are_called_the_same_are_told_apart_by_the_row_above():
    _, _, table = found("Client,,Doctor,\nName,Phone,Name,Phone\nAnn,1,Dr Reid,2\n")
    assert table.headings == [
        "Client Name", "Client Phone", "Doctor Name", "Doctor Phone",
    ]  # fmt: skip


def test_the_first_person_of_a_list_without_headings_is_not_taken_for_them():
    heading, is_sure, table = found("Orla Quennell,3-May-92\nTam Reid,1960\n")

    assert heading == Heading(0)
    assert not is_sure
    assert table.headings == ["Column 1", "Column 2"]
    assert len(table.rows) == 2


def test_headings_that_a_team_named_before_are_known():
    grid = reading.read_grid(b"Wer,Wann\nAnn,1990\n")
    assert not guess(grid, {})[1]
    assert guess(grid, {"wer": "formal_name"}) == (Heading(1), True)


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        (["Total: 2", "", ""], "a total"),
        (["Grand total", "14", ""], "a total"),
        (["Printed 27/11/2026 by Office", "", ""], "a note"),
        (["Page 1 of 3", "", ""], "a note"),
        (["name", "dob", "PHONE"], "the headings again"),
        (["x" * 61, "", ""], "a note"),
    ],
)
def test_rows_that_are_no_person_are_known(cells, why):
    assert why in why_not_a_person(cells, THREE)


@pytest.mark.parametrize(
    "cells",
    [
        ["Ann Vale", "", ""],
        ["Total Ann", "1980", "07700 900101"],
        ["Page Turner", "1980", ""],
        ["Report Card", "", "07700 900101"],
        ["Count Basie", "1904", "07700 900101"],
    ],
)
def test_people_with_odd_names_are_people(cells):
    assert not why_not_a_person(cells, THREE)


def test_one_cell_alone_is_asked_about():
    assert may_be_a_section(["North team", "", ""], THREE)
    assert not may_be_a_section(["Ann Vale", "1980", ""], THREE)
    assert not may_be_a_section(["Ann Vale"], ["Name"])


CELLS = st.text(alphabet="abc 12:\n\"',;\tNameDOBTotal", max_size=12)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=12))
def test_no_grid_breaks_it_and_no_cell_is_lost(lines):
    text = "\n".join(",".join(line) for line in lines)
    try:
        grid = reading.read_grid(text.encode())
        heading, _ = guess(grid, {})
        table = table_of(grid, heading)
    except reading.Unreadable:
        return
    taken = sum(len(cells) for _, cells in table.rows if any(cells))
    assert taken
    numbers = [number for number, _ in table.rows]
    assert numbers == sorted(set(numbers))
