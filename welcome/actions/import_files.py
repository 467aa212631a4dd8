"""The file of a team's own list: taken in, and read as someone has chosen.

A CSV file is read at once. A spreadsheet is read by the worker, in a process of its
own: see `import_runs.opening`.
"""

from django.db import transaction

from ..audit import trail
from ..audit.payloads import ImportRows
from ..imports import columns, reading, shelf
from ..imports.file_choices import FileChoices, offer
from ..imports.grids import Grid
from ..imports.spreadsheets import is_spreadsheet, refuse_bomb
from ..imports.states import locked, move, ring
from ..imports.tables import guess, table_of
from ..models import Import, ImportFile, Team, User
from ..refusals import Refused
from ..values.text_cleaning import clean

State = Import.State
_TOO_LATE = "Some rows are already imported, so you can’t read the file again."


@transaction.atomic
def take_file(content: bytes, *, by: User, team: Team, file_name: str) -> Import:
    """Keep the file, and read it. Raises Refused where it cannot be read."""
    try:
        reading.refuse_size(content)
        refuse_bomb(content)
    except reading.Unreadable as problem:
        raise Refused(str(problem)) from problem
    taken = Import.objects.create(
        team=team,
        file_name=clean(file_name)[-120:],
        state=State.READING,
        made_by=by,
        moved_by=by,
    )
    ImportFile.objects.create(of=taken, content=content)
    return _read(taken, content, FileChoices(), by=by)


@transaction.atomic
def choose_table(taken: Import, *, by: User, choices: FileChoices) -> Import:
    """Read the file again, as someone has said. Refused once rows are imported."""
    taken = locked(taken)
    if taken.rows.exclude(outcome="").exists():
        raise Refused(_TOO_LATE)
    file = ImportFile.objects.filter(of=taken).first()
    if file is None:
        raise Refused(_TOO_LATE)
    return _read(taken, bytes(file.content), choices, by=by)


def _read(taken: Import, content: bytes, choices: FileChoices, *, by: User) -> Import:
    """A CSV file now, a spreadsheet soon."""
    taken.choices, taken.problem = choices.stored(), ""
    taken.is_spreadsheet = is_spreadsheet(content)
    taken.save(update_fields=["choices", "problem", "is_spreadsheet"])
    if taken.is_spreadsheet:
        return to_read(taken, by=by)
    try:
        return take_grid(taken, reading.read_grid(content, choices.letters), by=by)
    except reading.Unreadable as problem:
        raise Refused(str(problem)) from problem


def to_read(taken: Import, *, by: User) -> Import:
    """The worker is asked to read it."""
    if taken.state == State.READING:
        ring(taken)
        return taken
    return move(taken, State.READING, by=by)


def take_grid(taken: Import, grid: Grid, *, by: User) -> Import:
    """Its rows, below the headings that were chosen or are sure; else we ask.

    Call with the import locked. Raises Unreadable.
    """
    choices, remembered = FileChoices.of(taken.choices), shelf.remembered(taken.team)
    guessed, is_sure = guess(grid, remembered)
    heading = choices.heading or guessed
    table = table_of(grid, heading)
    is_read_again = bool(taken.offered)
    shelf.put_again(taken, table.rows)
    if choices == FileChoices():
        is_sure = is_sure and not grid.is_doubtful
    move(
        taken,
        State.COLUMNS if choices.heading or is_sure else State.TABLE,
        by=by,
        offered=offer(grid, heading).stored(),
        headings=table.headings,
        columns=columns.guess(table.headings, remembered),
        size=len(table.rows),
        last_row=table.rows[-1][0],
        at_row=0,
    )
    if not is_read_again:
        trail.record(
            "import.begun",
            about=taken,
            by=by,
            site=taken.team.site,
            team=taken.team,
            detail=ImportRows(rows=taken.size),
        )
    return taken
