"""A messy list put right on the page: where it begins, its letters, one row of it."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from welcome.import_runs import batches
from welcome.models import Event, Import, Person, Role

from .. import factories as make
from ..reading_pages import text

pytestmark = pytest.mark.django_db
CASES = Path(__file__).parent.parent / "data" / "imports"
AT = "/people/import/"


@pytest.fixture
def lena(team):
    return make.make_member(Role.LEAD, team, name="Lena Grant")


@pytest.fixture
def at_desk(lena):
    client = Client()
    client.force_login(lena)
    return client


def upload(client, content, name="list.csv"):
    file = SimpleUploadedFile(name, content, "text/csv")
    return client.post(AT, {"file": file}), Import.objects.get()


def check(client, taken):
    """Say that the columns are as guessed, and let the rows be looked at."""
    taken.refresh_from_db()
    codes = {f"column-{n}": code for n, code in enumerate(taken.columns)}
    client.post(f"{AT}{taken.pk}/columns/", codes)
    batches.go_on(taken.pk)
    taken.refresh_from_db()


def test_titles_above_the_list_are_shown_and_the_headings_asked_for(at_desk):
    answer, taken = upload(at_desk, (CASES / "title-rows.csv").read_bytes())
    assert answer.url == f"{AT}{taken.pk}/table/"
    page = at_desk.get(answer.url)
    assert "Living Well caseload export" in text(page)
    assert 'value="4"' in page.content.decode().replace("\n", "")

    answer = at_desk.post(answer.url, {"heading": "4"})
    assert answer.url == f"{AT}{taken.pk}/columns/"
    check(at_desk, taken)
    assert list(taken.rows.values_list("verdict", flat=True)) == ["new", "new"]
    assert Event.objects.filter(what="import.begun").count() == 1


def test_letters_are_chosen_by_how_a_name_is_spelt(at_desk):
    answer, taken = upload(at_desk, (CASES / "macroman.csv").read_bytes())
    page = text(at_desk.get(answer.url))
    assert "Zoë, Fåhraeus, Renée (an older Mac)" in page

    at_desk.post(answer.url, {"heading": "1", "letters": "mac_roman"})
    check(at_desk, taken)
    assert taken.rows.get(number=2).cells[0] == "Zoë Fåhraeus"


def test_other_letters_than_the_likeliest_are_taken_too(at_desk):
    answer, taken = upload(at_desk, (CASES / "macroman.csv").read_bytes())
    at_desk.post(answer.url, {"heading": "1", "letters": "cp850"})
    assert taken.rows.get(number=2).cells[0] == "Zoæ Fîhraeus"


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({}, "Choose the row with the headings"),
        ({"heading": "99"}, "Choose the row with the headings"),
        ({"heading": "6"}, "There are no rows under the headings"),
    ],
)
def test_what_cannot_be_is_said_beside_the_rows(at_desk, said, error):
    answer, _ = upload(at_desk, (CASES / "title-rows.csv").read_bytes())
    assert error in text(at_desk.post(answer.url, said or {"two_lines": ""}))


def test_totals_and_notes_are_set_aside_with_their_reason(at_desk):
    _, taken = upload(at_desk, (CASES / "footer.csv").read_bytes())
    check(at_desk, taken)

    assert "This looks like a total." in text(
        at_desk.get(f"{AT}{taken.pk}/?show=aside")
    )
    run(at_desk, taken)
    assert Person.objects.count() == 2


def run(client, taken):
    client.post(f"{AT}{taken.pk}/run/", {"seen": make.seen(taken)})
    batches.go_on(taken.pk)
    taken.refresh_from_db()


def test_a_lost_letter_of_a_name_never_becomes_a_record(at_desk):
    _, taken = upload(at_desk, "Name,DOB\nRen\ufffde Dubois,1983\n".encode())
    check(at_desk, taken)

    row = taken.rows.get()
    assert row.verdict == "bad"
    assert "A letter of the name was lost" in row.why


def correct(client, taken, number, *cells):
    said = {f"cell-{place}": cell for place, cell in enumerate(cells)}
    return client.post(
        f"{AT}{taken.pk}/rows/{number}/", said | {"seen": make.seen(taken)}
    )


def test_a_row_is_corrected_on_the_page_and_imported(at_desk):
    _, taken = upload(at_desk, b"Name,DOB,Notes\n,1960,Letters\nBo Lind,1990,\n")
    check(at_desk, taken)
    page = text(at_desk.get(f"{AT}{taken.pk}/rows/2/"))
    assert "There is no name in this row." in page
    assert "Letters" in at_desk.get(f"{AT}{taken.pk}/rows/2/").content.decode()

    answer = correct(at_desk, taken, 2, "", "1961", "Letters")
    assert answer.url == f"{AT}{taken.pk}/rows/2/"
    answer = correct(at_desk, taken, 2, "Tam Reid", "1961", "Letters")
    assert answer.url == f"{AT}{taken.pk}/#rows"
    run(at_desk, taken)

    assert Person.objects.get(formal_name="Tam Reid").born_year == 1961


def test_a_row_can_still_be_corrected_when_the_others_are_imported(at_desk):
    _, taken = upload(at_desk, b"Name,DOB\n,1960\nBo Lind,1990\n")
    check(at_desk, taken)
    run(at_desk, taken)
    assert taken.state == "done"

    correct(at_desk, taken, 2, "Tam Reid", "1960")
    taken.refresh_from_db()
    assert taken.state == "ready"
    run(at_desk, taken)
    assert Person.objects.count() == 2


def test_what_was_set_aside_can_be_a_person_after_all(at_desk):
    _, taken = upload(at_desk, b"Name,DOB,Phone\nTotal,,\nBo Lind,1990,\n")
    check(at_desk, taken)
    correct(at_desk, taken, 2, "Total Ann", "", "")
    run(at_desk, taken)
    assert Person.objects.filter(formal_name="Total Ann").exists()


def test_a_row_that_is_imported_is_not_corrected_here(at_desk):
    _, taken = upload(at_desk, b"Name,DOB\nBo Lind,1990\n")
    check(at_desk, taken)
    run(at_desk, taken)
    assert correct(at_desk, taken, 2, "Else", "1990").status_code == 404


def test_a_row_of_a_list_that_was_looked_at_again_is_not_corrected(at_desk, lena):
    _, taken = upload(at_desk, b"Name,DOB\n,1990\n")
    check(at_desk, taken)
    said = {"cell-0": "Bo", "cell-1": "1990", "seen": "long ago"}
    answer = at_desk.post(f"{AT}{taken.pk}/rows/2/", said)
    assert answer.status_code == 409
    assert taken.rows.get().cells == ["", "1990"]


def test_rows_are_shown_as_the_record_will_look(at_desk):
    _, taken = upload(at_desk, b'Name,DOB,Phone\n"Lind, Bo",3/5/90,7700900101\n')
    check(at_desk, taken)
    page = text(at_desk.get(f"{AT}{taken.pk}/"))
    assert "Bo Lind" in page
    assert "born 3 May 1990" in page
    assert "07700" in page


@pytest.mark.parametrize(
    ("dates", "said", "born"),
    [
        ("03/05/1992", {}, "1992-05-03"),
        ("03/05/1992", {"dates-1": "day"}, "1992-05-03"),
        ("03/05/1992", {"dates-1": "month"}, "1992-03-05"),
        ("03/05/1992\nBo Lind,05/25/1990", {}, "1992-03-05"),
    ],
)
def test_the_order_of_dates_is_asked_once_for_a_column(at_desk, dates, said, born):
    _, taken = upload(at_desk, f"Name,DOB\nOrla Quennell,{dates}\n".encode())
    at = f"{AT}{taken.pk}/columns/"
    assert "Dates under “DOB”: which comes first?" in text(at_desk.get(at))

    at_desk.post(at, {"column-0": "formal_name", "column-1": "born"} | said)
    batches.go_on(taken.pk)
    taken.refresh_from_db()
    run(at_desk, taken)
    person = Person.objects.get(formal_name="Orla Quennell")
    assert str(person.born_on) == born


def test_dates_that_can_be_read_in_one_way_only_are_not_asked_about(at_desk):
    _, taken = upload(at_desk, b"Name,DOB\nBo Lind,25/12/1990\nTam Reid,3/5/1992\n")
    assert "which comes first" not in text(at_desk.get(f"{AT}{taken.pk}/columns/"))
