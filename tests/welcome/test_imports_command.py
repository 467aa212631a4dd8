"""`manage.py import_people`: the same as the page, in the foreground."""

import csv
import io
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from welcome.models import Import, Person, Role

from .. import factories as make

pytestmark = pytest.mark.django_db
LIST = "Name,DOB,Extra\nHodan Yusufu,1992-05-03,x\n,1990,y\n"


@pytest.fixture
def lena(team):
    return make.make_member(Role.LEAD, team, email="lena@example.org")


@pytest.fixture
def file(tmp_path, lena):
    file = tmp_path / "list.csv"
    file.write_text(LIST)
    return file


def run(*words):
    """What it says, and how it ends."""
    out = io.StringIO()
    try:
        call_command("import_people", *map(str, words), stdout=out)
    except SystemExit as end:
        return out.getvalue(), end.code
    return out.getvalue(), 0


def test_it_brings_over_and_hands_back_and_ends_with_1(file, tmp_path):
    back = tmp_path / "back.csv"
    said, code = run(file, "--bad-rows", back)

    assert code == 1
    assert "1 imported, 0 already here, 0 may be someone we know, 1 bad." in said
    assert "Columns not imported: Extra." in said
    assert Person.objects.get().known_as == "Hodan"
    rows = list(csv.reader(io.StringIO(back.read_text("utf-8-sig"))))
    assert rows[1] == ["", "1990", "y", "There is no name in this row."]
    assert back.stat().st_mode & 0o077 == 0


def test_the_same_list_again_ends_with_0_and_makes_nobody(file):
    file.write_text("Name,DOB\nHodan Yusufu,1992-05-03\n")
    assert run(file)[1] == 0
    said, code = run(file)

    assert (code, Person.objects.count()) == (0, 1)
    assert "0 imported, 1 already here" in said


def test_a_dry_run_says_each_row_and_makes_nobody_and_keeps_nothing(file):
    said, code = run(file, "--dry-run")

    assert "Row 2: Someone new." in said
    assert "Row 3: Cannot be imported. There is no name in this row." in said
    assert "Hodan" not in said
    assert (code, Person.objects.count()) == (1, 0)
    assert Import.objects.get().emptied_at


def test_a_strong_twin_is_never_made_and_comes_back_with_a_reference(
    file, tmp_path, amina
):
    amina.born_on = date(1992, 5, 3)
    amina.save()
    file.write_text("Name,DOB\nAmina Yusuff,1992-05-03\n")
    back = tmp_path / "back.csv"
    said, code = run(file, "--bad-rows", back)

    assert (code, Person.objects.count()) == (1, 1)
    assert f"May be the same as {amina.reference}" in back.read_text("utf-8-sig")


def test_columns_can_be_said(file):
    file.write_text("Wer,DOB\nHodan,1992\n")
    run(file, "--map", "Wer=known_as", "--map", "DOB=")

    assert Person.objects.get().born_year is None


@pytest.mark.parametrize(
    "words, said",
    [
        (["--team", "Nobody's"], "Say with --team"),
        (["--by", "priya@example.org"], "Say with --by"),
        (["--map", "Odd=known_as"], "names no column"),
        (["--map", "Name="], "which column is the name"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_begun(file, words, said):
    with pytest.raises(CommandError, match=said) as problem:
        run(file, *words)
    assert problem.value.returncode == 2


def test_a_file_that_is_not_there_is_said(file):
    with pytest.raises(CommandError, match="can’t read the file: No such file"):
        run(file.parent / "none.csv")


def test_where_there_are_two_teams_one_must_be_named(file, tomasz):
    with pytest.raises(CommandError, match="South East Welcome Team"):
        run(file)
    assert run(file, "--team", "North East Welcome Team")[1] == 1
