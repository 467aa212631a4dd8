"""A lead brings over the list that her team has kept until today."""

from datetime import date

import pytest

from welcome.import_runs import batches
from welcome.models import Import, Person, Role

from .. import factories as make

LIST = """Surname,Forename,DOB,Mobile,Safe contact,Notes,Shoe size
Yusufu,Hodan,03/05/1992,07700 900118,only mornings,Letters and debt,38
Reid,Tam,1960,,,,44
Yussuf,Amina,12/08/1988,,,Sleeps badly,39
,,,,,nobody,
Unknown,-,31/02/1990,,,,41
"""


@pytest.fixture
def lena(team):
    return make.make_member(Role.LEAD, team, name="Lena Grant")


@pytest.mark.parametrize("width", [1280, 375])
def test_a_list_is_brought_over(walk, lena, amina, tmp_path, width):
    amina.born_on = date(1988, 8, 12)
    amina.save()
    file = tmp_path / "our people.csv"
    file.write_text(LIST)
    lena_at = walk(f"list-{width}", width=width).sign_in(lena)
    lena_at.go("/people/")
    lena_at.follow("Import people from a spreadsheet")
    lena_at.press("Upload list")
    lena_at.sees("Choose the file first")
    lena_at.page.get_by_label("The list", exact=True).set_input_files(file)
    lena_at.press("Upload list")
    lena_at.sees("For example: Yusufu")
    lena_at.press("Check the rows")
    lena_at.sees("row 0 of 6")
    batches.go_on(Import.objects.get().pk)
    lena_at.page.get_by_role("heading", name="Check the rows").wait_for()
    lena_at.look()
    lena_at.sees("may be someone we know")
    lena_at.sees("Not imported, because no one has said what this column is")
    lena_at.page.get_by_label("Same person").check()
    lena_at.press("Save answers")
    lena_at.follow("Can.t be imported|Cannot be imported")
    lena_at.sees("There is no name in this row.")
    lena_at.press("Import 2 people")
    batches.go_on(Import.objects.get().pk)
    lena_at.page.get_by_role("heading", name="Import finished", exact=True).wait_for()
    lena_at.look()
    with lena_at.page.expect_download() as download:
        lena_at.page.get_by_role("link", name="Download rows not imported").click()
    assert "no name in this row" in download.value.path().read_text()
    lena_at.go("/people/")
    lena_at.sees("Hodan")
    assert Person.objects.filter(is_open=True).count() == 3
    lena_at.go(f"/people/{Person.objects.get(known_as='Hodan').pk}/")
    lena_at.sees("Letters and debt")
