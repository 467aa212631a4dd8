"""Cells of a spreadsheet over several lines, and phones that are someone else's."""

import io
from pathlib import Path

import pytest
import xlsxwriter
from django.test import Client

from welcome.actions import import_files, imports
from welcome.import_runs import batches
from welcome.models import Person, Role

from .. import factories as make
from ..reading_pages import text

pytestmark = pytest.mark.django_db
CASES = Path(__file__).parent.parent / "data" / "imports"
HEADINGS = ["Name", "DOB", "Mobile", "Email", "Language", "Notes", "OK to text"]


@pytest.fixture
def lena(team):
    return make.make_member(Role.LEAD, team, name="Lena Grant")


def take(lena, content, name):
    taken = import_files.take_file(
        content, by=lena, team=lena.first_team, file_name=name
    )
    batches.go_on(taken.pk)
    taken.refresh_from_db()
    return taken


def bring(lena, *cells):
    """A spreadsheet of one row, imported: the row, and who it made."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("People")
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_row(1, 0, cells)
    taken = take(lena, out.getvalue(), "list.xlsx")
    imports.name_columns(taken, by=lena, codes=taken.columns)
    batches.go_on(taken.pk)
    taken.refresh_from_db()
    row = taken.rows.get()
    assert row.verdict == "new", row.why
    imports.run(taken, seen=make.seen(taken), by=lena)
    batches.go_on(taken.pk)
    return row, Person.objects.get()


@pytest.mark.parametrize(
    ("cell", "phone", "words"),
    [
        ("07700 900118\n0131 496 0142", "", "Phone: 07700 900118 / 0131 496 0142"),
        ("Home: 0131 496 0142\n07700 900118", "",
         "Phone: Home: 0131 496 0142 / 07700 900118"),
        ("07700 900118\n07700900118", "07700 900118", ""),
        ("0131 496\n0142", "0131 496 0142", ""),
        ("07700 900118\nafter 5pm", "07700 900118", "Phone 07700 900118: after 5pm"),
    ],
)  # fmt: skip
def test_phones_on_lines_of_their_own_cost_nobody_their_row(lena, cell, phone, words):
    row, person = bring(lena, "Orla Quennell", "1992", cell)

    assert (person.contact_wish.phone, person.contact_wish.words) == (phone, words)
    assert ("more than one number" in row.why) == (not phone)


def test_a_name_over_two_lines_is_one_name_and_the_row_says_so(lena):
    row, person = bring(lena, "Orla\nQuennell", "1992")

    assert person.formal_name == "Orla Quennell"
    assert "over several lines. We’ve put them on one: check it." in row.why


def test_two_e_mails_on_two_lines_are_kept_in_words(lena):
    row, person = bring(lena, "Orla", "1992", "", "a@example.org\nb@example.org")

    assert person.contact_wish.email == ""
    assert "a@example.org b@example.org" in person.contact_wish.words
    assert "E-mail: Write one address" in row.why


def test_notes_keep_their_lines_and_a_language_is_on_one(lena):
    cells = ["Orla", "1992", "", "", "Polish\nRussian", "Likes tea.\nSleeps badly."]
    _, person = bring(lena, *cells)

    assert person.passages.get().words == "Likes tea.\nSleeps badly."
    assert person.language == "Polish Russian"


def test_in_a_csv_file_a_phone_over_two_lines_may_still_be_two_people(lena):
    taken = take(lena, b'Name,Phone\nAnn,"07700 900118\nBob"\n', "list.csv")
    imports.name_columns(taken, by=lena, codes=taken.columns)
    batches.go_on(taken.pk)

    assert "goes over several lines" in taken.rows.get().why


@pytest.mark.parametrize("words", ["(mum)", "Sarah's", "c/o hostel"])
def test_a_yes_to_texts_is_not_taken_for_someone_elses_phone(lena, words):
    cells = ["Fay Firth", "1985", f"07700 900116 {words}", "", "", "", "Yes"]
    row, person = bring(lena, *cells)
    wish = person.contact_wish

    assert (wish.phone, wish.may_text) == ("07700 900116", False)
    assert "The list says yes, but this phone might not be their own." in wish.words
    assert "a yes to “Can we text?” was not taken" in row.why


@pytest.mark.parametrize("words", ["", "mobile", "after 5pm", "(own)"])
def test_a_yes_to_texts_is_taken_for_their_own_phone(lena, words):
    cells = ["Fay Firth", "1985", f"07700 900116 {words}", "", "", "", "Yes"]
    row, person = bring(lena, *cells)

    assert person.contact_wish.may_text
    assert row.why == ""


def test_a_no_beside_someone_elses_phone_needs_no_sentence(lena):
    row, person = bring(lena, "Fay", "1985", "07700 900116 (mum)", "", "", "", "No")

    assert not person.contact_wish.may_text
    assert row.why == ""


def test_where_hidden_rows_cannot_be_seen_the_page_says_so(lena):
    taken = take(lena, (CASES / "people.xls").read_bytes(), "people.xls")
    client = Client()
    client.force_login(lena)

    page = client.get(f"/people/import/{taken.pk}/{taken.state}/", follow=True)
    assert "We can’t tell whether this file hides rows" in text(page)
    taken = take(lena, (CASES / "people.ods").read_bytes(), "people.ods")
    page = client.get(f"/people/import/{taken.pk}/{taken.state}/", follow=True)
    assert "row is hidden in the spreadsheet" in text(page)
