"""Opens a spreadsheet in a process of its own, with little memory and time."""

import json
import subprocess
import sys

from django.conf import settings
from django.db import transaction

from ..actions.import_files import take_grid
from ..imports.file_choices import FileChoices
from ..imports.grids import Grid, SheetFound, Unreadable
from ..imports.spreadsheets import REFUSED
from ..imports.states import locked, move
from ..models import Import, ImportFile

#: Seconds that a spreadsheet may take to be read. One of 100,000 rows takes three.
LONGEST = 120
_GAVE_UP = (
    "This spreadsheet takes too long or too much memory to open. Copy the list into a "
    "new file, or save it as “CSV UTF-8”."
)


def open_file(taken: Import) -> Import:
    """Read the file of this import, and keep its rows or the reason why not.

    Nothing is locked meanwhile, so cancelling the import need not wait.
    """
    file = ImportFile.objects.filter(of=taken).first()
    choices = FileChoices.of(taken.choices)
    try:
        if file is None:
            raise Unreadable("We no longer keep this file. Upload it again.")
        grid = open_spreadsheet(bytes(file.content), choices.sheet)
        with transaction.atomic():
            now = locked(taken)
            if now.state != Import.State.READING:
                return now
            return take_grid(now, grid, by=now.moved_by)
    except Unreadable as problem:
        return _unreadable(taken, str(problem))


def open_spreadsheet(content: bytes, sheet: str = "") -> Grid:
    """The rows of this sheet, or of the likeliest. Raises Unreadable."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "welcome.imports.spreadsheets", sheet],
            input=content,
            capture_output=True,
            timeout=LONGEST,
            cwd=settings.BASE_DIR,
            env={},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Unreadable(_GAVE_UP) from None
    lines = done.stdout.splitlines()
    if done.returncode == REFUSED and lines:
        raise Unreadable(json.loads(lines[-1]))
    if done.returncode or not lines:
        raise Unreadable(_GAVE_UP)
    said = json.loads(lines[0])
    return Grid(
        rows=[(number, cells) for number, cells in map(json.loads, lines[1:])],
        sheet=said["sheet"],
        sheets=[SheetFound(*one) for one in said["sheets"]],
        hidden_rows=said["hidden_rows"],
    )


@transaction.atomic
def _unreadable(taken: Import, problem: str) -> Import:
    now = locked(taken)
    if now.state != Import.State.READING:
        return now
    if now.offered:  # another sheet of it was read: they choose again
        state = Import.State.TABLE
    else:
        state = Import.State.UNREADABLE
        ImportFile.objects.filter(of=now).delete()
    return move(now, state, by=now.moved_by, problem=problem[:300])
