"""A lead brings over a spreadsheet as it really is: from the file to the last row."""

import pytest
import xlsxwriter

from welcome.import_runs import batches
from welcome.models import Import, Person, Role

from .. import factories as make


@pytest.fixture
def lena(team):
    return make.make_member(Role.LEAD, team, name="Lena Grant")


@pytest.fixture
def spreadsheet(tmp_path):
    """A title, headings in row 3, a hidden row, a row without a name, and a total."""
    path = tmp_path / "our people.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Caseload")
        for number, cells in {
            0: ["Living Well caseload"],
            2: ["Name", "DOB", "Mobile", "Notes"],
            3: ["Mrs Orla Quennell", "3-May-92", 7700900101, "Letters and debt"],
            4: ["Tam Reid", 1960, "07700 900102", ""],
            5: ["", "12/07/1974", "07700 900103", "Sleeps badly"],
            6: ["Total: 3"],
        }.items():
            sheet.write_row(number, 0, cells)
        sheet.set_row(4, None, None, {"hidden": True})
        book.add_worksheet("Leavers").write_row(0, 0, ["Name", "Left"])
    return path


def work():
    batches.go_on(Import.objects.get().pk)


@pytest.mark.parametrize("width", [1280, 375])
def test_a_messy_spreadsheet_to_the_last_row(walk, lena, spreadsheet, width):
    here = walk(f"messy-{width}", width=width).sign_in(lena)
    here.go("/people/import/")
    here.page.get_by_label("The list", exact=True).set_input_files(spreadsheet)
    here.press("Upload list")
    here.sees("Reading the file")
    work()
    here.page.get_by_role("heading", name="Where the list begins").wait_for()
    here.look()
    here.sees("row is hidden in the spreadsheet")
    here.page.get_by_label("Row 3", exact=True).check()
    here.press("^Continue")
    work()
    here.page.get_by_role("heading", name="What each column is").wait_for()
    here.look()
    here.press("Check the rows")
    work()
    here.page.get_by_role("heading", name="Check the rows").wait_for()
    here.look()
    here.sees("not a person, such as a total or a note")
    here.follow("^Correct this row 6")
    here.sees("There is no name in this row.")
    here.write("Name", "Nadia Shah")
    here.press("Try this row again")
    here.sees("Row 6 is corrected: someone new.")
    here.follow("^New here")
    here.sees("Orla Quennell")
    here.sees("born 3 May 1992")
    here.press("Import 3 people")
    work()
    here.page.get_by_role("heading", name="Import finished", exact=True).wait_for()
    here.look()
    assert Person.objects.filter(is_open=True).count() == 3
    assert Person.objects.filter(formal_name="Nadia Shah", born_on="1974-07-12")
