"""Files as teams have them: in every way of saving, empty, huge, and hostile."""

import csv
import io
from datetime import date

import pytest

from welcome.imports import columns, reading
from welcome.imports.row_facts import Asked, Bad
from welcome.imports.told import understand
from welcome.values.csv_cells import safe_cell

HEADINGS = ["Name", "Born", "Notes"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_usual_way_of_saving_is_read(encoding, separator):
    lines = [HEADINGS, ["Zoë Müller", "1990", "l’été, à la mer; oui"]]
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(lines)
    sheet = reading.read(out.getvalue().encode(encoding))

    assert sheet.headings == HEADINGS
    assert sheet.rows == [(2, lines[1])]


def test_the_line_that_excel_writes_about_the_separator_is_no_heading():
    assert reading.read(b"sep=;\r\nName;Born\r\nTam;1960\r\n").headings[0] == "Name"


def test_empty_lines_are_passed_over_and_rows_keep_their_numbers():
    sheet = reading.read(b"Name,Born\n\nTam,1960\n,,\nIsla,1970\n")
    assert [number for number, _ in sheet.rows] == [3, 5]


@pytest.mark.parametrize(
    "content, words",
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf  \n", "empty"),
        (b"Name,Born\n", "no rows"),
        (b"PK\x03\x04...", "not a CSV file"),
        (b"Name\nT\x00am\n", "can’t read the text"),
        (b'Name\n"' + b"a" * 200_000, "quotation mark"),
        (b"," * 150 + b"x\n1\n", "Is this the right file"),
        (b"a" * (reading.LARGEST + 1), "larger than 25 MB"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(content, words):
    with pytest.raises(reading.Unreadable, match=words):
        reading.read(content)


def test_a_file_of_20_megabytes_is_read():
    line = b"Amina Yusuf,1992," + b"Letters and debt. " * 10 + b"\n"
    sheet = reading.read(b"Name,Born,Notes\n" + line * (20_000_000 // len(line)))
    assert len(sheet.rows) > 90_000


def row(told, codes, nation="england"):
    headings = [f"H{n}" for n in range(len(codes))]
    return understand(told, headings, codes, Asked(date(2026, 11, 23), nation))


@pytest.mark.parametrize(
    "cell, code, words",
    [
        ("Closed 2024", "status", "this has ended"),
        ("x" * 20_001, "notes", "longer than 20000"),
    ],
)
def test_a_bad_cell_says_why_and_never_repeats_what_stood_there(cell, code, words):
    with pytest.raises(Bad, match=words) as problem:
        row(["Amina", cell], ["known_as", code])
    assert cell not in str(problem.value)


def test_cells_without_a_heading_are_never_passed_over():
    with pytest.raises(Bad, match="3 cells in this row, and 2 headings"):
        row(["Amina", "1992", "lost"], ["known_as", "born"])


def test_a_maybe_is_a_no_and_its_words_are_kept():
    told = row(["Amina", "only evenings"], ["known_as", "may_call"])
    assert told.may == {"may_call": False}
    assert told.reach_words == "Can we ring? only evenings"


def test_several_columns_of_notes_are_kept_with_their_headings():
    told = row(["Amina", "debt", "sleep"], ["known_as", "notes", "notes"])
    assert told.notes == "H1: debt\nH2: sleep"


def test_the_headings_of_the_file_that_is_handed_back_map_as_before():
    assert columns.guess(["Name", columns.REASON]) == ["formal_name", ""]


@pytest.mark.parametrize("nasty", ["=1+1", "+44 7700 900118", "-2", "@SUM(A1)", "\t=1"])
def test_no_cell_of_the_file_can_begin_a_formula(nasty):
    safe = safe_cell(nasty)
    assert safe[0] == "'"
    out = io.StringIO()
    csv.writer(out).writerows([["Name"], [safe_cell(nasty.strip())]])
    assert reading.read(out.getvalue().encode()).rows[0][1] == [nasty.strip()]
