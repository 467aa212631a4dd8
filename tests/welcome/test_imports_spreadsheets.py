"""Excel and OpenDocument spreadsheets: as they are, hidden rows, bombs, broken ones."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from welcome.actions import import_files, imports
from welcome.import_runs import batches
from welcome.import_runs.opening import open_spreadsheet
from welcome.imports.file_choices import FileChoices, Offered
from welcome.imports.grids import Unreadable
from welcome.imports.spreadsheets import refuse_bomb
from welcome.imports.tables import Heading
from welcome.models import ImportFile, ImportRow, Role
from welcome.refusals import Refused

from .. import factories as make

CASES = Path(__file__).parent.parent / "data" / "imports"


def workbook(fill):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        fill(book)
    return out.getvalue()


def people(book):
    """A list with a day, a number, a formula and a tick; and two sheets beside it."""
    sheet, day = book.add_worksheet("People"), book.add_format({"num_format": 14})
    sheet.write_row(0, 0, ["Name", "DOB", "Mobile", "Notes", "OK to text"])
    sheet.write(1, 0, "Orla Quennell")
    sheet.write_datetime(1, 1, date(1992, 5, 3), day)
    sheet.write_number(1, 2, 7700900101)
    sheet.write_formula(1, 3, '="Left "&"hand"', value="Left hand")
    sheet.write_boolean(1, 4, True)
    sheet.write_row(2, 0, ["Tam Reid", 1960])
    sheet.set_row(2, None, None, {"hidden": True})
    book.add_worksheet("Leavers").write(0, 0, "Nobody")
    book.add_worksheet("Lists").hide()


ROWS = [
    (1, ["Name", "DOB", "Mobile", "Notes", "OK to text"]),
    (2, ["Orla Quennell", "1992-05-03", "7700900101", "Left hand", "yes"]),
    (3, ["Tam Reid", "1960", "", "", ""]),
]


def test_days_numbers_formulas_and_ticks_are_read_as_they_show():
    grid = open_spreadsheet(workbook(people))

    assert grid.rows == ROWS
    assert grid.sheet == "People"
    assert [(one.name, one.rows, one.is_hidden) for one in grid.sheets] == [
        ("People", 3, False), ("Leavers", 1, False), ("Lists", 0, True),
    ]  # fmt: skip
    assert grid.hidden_rows == 1


def test_another_sheet_can_be_read():
    assert open_spreadsheet(workbook(people), "Leavers").rows == [(1, ["Nobody"])]


@pytest.mark.parametrize("name", ["people.xls", "people.ods"])
def test_older_and_open_formats_are_read(name):
    grid = open_spreadsheet((CASES / name).read_bytes())

    assert grid.rows[0][1][:2] == ["Name", "DOB"]
    assert grid.rows[1][1][0] == "Orla Quennell"
    assert "1992" in grid.rows[1][1][1]
    assert grid.hidden_rows == (1 if name == "people.ods" else None)


def packed(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def test_a_file_that_unfolds_to_too_much_is_refused_before_it_is_opened():
    bomb = packed(**{"xl/workbook.xml": b"x", "xl/a.xml": b"\0" * 210_000_000})
    assert len(bomb) < 1_000_000
    with pytest.raises(Unreadable, match="too large when it is opened"):
        refuse_bomb(bomb)


def test_a_file_that_lies_about_its_size_is_stopped_by_the_memory_limit():
    honest = workbook(lambda book: book.add_worksheet().write(0, 0, "a"))
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(honest)) as file,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for name in file.namelist():
            more = b" " * 190_000_000 if name.endswith("sheet1.xml") else b""
            copy.writestr(name, file.read(name) + more)
    grid = open_spreadsheet(out.getvalue())
    assert grid.rows == [(1, ["a"])]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04broken", "damaged or has a password"),
        (b"\xd0\xcf\x11\xe0 nothing", "damaged or has a password"),
        (packed(**{"word/document.xml": b"x"}), "not a spreadsheet"),
        (packed(**{"xl/workbook.xml": b"<x"}), "damaged or has a password"),
        (workbook(lambda book: book.add_worksheet()), "empty"),
    ],
)
def test_what_is_no_spreadsheet_is_said_in_a_sentence(content, words):
    with pytest.raises(Unreadable, match=words):
        open_spreadsheet(content)


@pytest.fixture
def lena(team):
    return make.make_member(Role.LEAD, team, name="Lena Grant")


def taken_in(lena, content, name="people.xlsx"):
    taken = import_files.take_file(
        content, by=lena, team=lena.first_team, file_name=name
    )
    assert taken.state == "reading"
    batches.go_on(taken.pk)
    taken.refresh_from_db()
    return taken


def test_the_worker_reads_it_and_hidden_rows_and_sheets_are_asked_about(lena):
    taken = taken_in(lena, workbook(people))
    offered = Offered.of(taken.offered)

    assert taken.state == "table"
    assert (offered.rows, offered.heading, offered.hidden_rows) == (ROWS, Heading(1), 1)
    import_files.choose_table(
        taken, by=lena, choices=FileChoices("People", "", Heading(1))
    )
    batches.go_on(taken.pk)
    taken.refresh_from_db()
    assert taken.state == "columns"
    assert taken.columns == ["formal_name", "born", "phone", "notes", "may_text"]
    assert list(taken.rows.values_list("number", flat=True)) == [2, 3]


def test_a_sheet_without_a_list_is_said_and_another_can_be_chosen(lena):
    taken = taken_in(lena, workbook(people))
    import_files.choose_table(taken, by=lena, choices=FileChoices("Leavers"))
    batches.go_on(taken.pk)
    taken.refresh_from_db()

    assert taken.state == "table"
    assert taken.problem == "There are no rows under the headings of this file."
    assert ImportFile.objects.exists()


def test_what_cannot_be_read_ends_with_a_sentence_and_the_file_is_gone(lena):
    taken = taken_in(lena, b"\xd0\xcf\x11\xe0 nothing")

    assert taken.state == "unreadable"
    assert "damaged or has a password" in taken.problem
    assert not ImportFile.objects.exists()
    with pytest.raises(Refused):
        import_files.choose_table(taken, by=lena, choices=FileChoices())


def test_the_file_is_gone_as_soon_as_the_list_is_cancelled(lena):
    taken = taken_in(lena, workbook(people))
    imports.put_aside(taken, by=lena)
    taken.refresh_from_db()

    assert taken.offered == {}
    assert not ImportFile.objects.exists()
    assert not ImportRow.objects.exclude(cells=[]).exists()
