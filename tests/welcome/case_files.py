"""A whole file of tests/data/imports, through the real import."""

from pathlib import Path

from welcome.actions import import_files, imports
from welcome.import_runs import batches
from welcome.imports.file_choices import FileChoices, Offered
from welcome.imports.tables import Heading
from welcome.models import Import, Person

from .. import factories as make

CASES = Path(__file__).parent.parent / "data" / "imports"


def dry_run(lena, name, *, letters=""):
    """Where something is asked, the guess is taken; `letters` must be said."""
    taken = import_files.take_file(
        (CASES / name).read_bytes(), by=lena, team=lena.first_team, file_name=name
    )
    if taken.state == Import.State.TABLE:
        heading = Offered.of(taken.offered).heading or Heading()
        choices = FileChoices(letters=letters, heading=heading)
        taken = import_files.choose_table(taken, by=lena, choices=choices)
    imports.name_columns(taken, by=lena, codes=taken.columns)
    batches.go_on(taken.pk)
    taken.refresh_from_db()
    assert not Person.objects.filter(import_rows__of=taken).exists()
    return taken


def bring(lena, name, *, letters=""):
    """Also imported: everyone who needs no answer."""
    taken = dry_run(lena, name, letters=letters)
    imports.run(taken, seen=make.seen(taken), by=lena)
    batches.go_on(taken.pk)
    taken.refresh_from_db()
    return taken


def verdicts(taken):
    return list(taken.rows.order_by("number").values_list("verdict", flat=True))


def whys(taken):
    """What the page says of each row that has something to say, by its number."""
    return dict(taken.rows.exclude(why="").values_list("number", "why"))
