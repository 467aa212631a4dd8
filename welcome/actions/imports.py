"""A team's own list: its columns named, looked at, brought over.

What takes long is done in batches by `importing.batches`, called by the worker or
by the command. These are the words that someone says to it.
"""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils import timezone

from ..audit import trail
from ..audit.payloads import ImportRows
from ..imports import columns, date_columns, shelf
from ..imports.states import locked, move
from ..models import Import, ImportRow, User
from ..refusals import Refused

State = Import.State


@transaction.atomic
def name_columns(
    taken: Import, *, by: User, codes: list[str], month_first: Sequence[int] = ()
) -> Import:
    """Say what each column is; then each row is looked at, and nothing is made yet.

    `month_first`: the places of columns whose dates have the month first.
    """
    taken = locked(taken)
    if len(codes) != len(taken.headings):
        raise Refused("This list has different columns now. Open it again.")
    if wrong := columns.what_is_wrong(codes):
        raise Refused(wrong)
    if taken.rows.exclude(outcome="").exists():
        raise Refused(
            "Some rows are already imported, so you can’t change the columns."
        )
    now = timezone.now()
    return move(
        taken,
        State.LOOKING,
        by=by,
        columns=codes,
        month_first=date_columns.codes_of(month_first, codes),
        at_row=0,
        looked_from=now,
    )


@transaction.atomic
def choose(taken: Import, *, by: User, seen: str, choices: Mapping[int, str]) -> Import:
    """For rows that may be someone we know: same person, someone else, leave out.

    An empty choice puts the answer off.
    """
    taken = _as_seen(taken, seen)
    if taken.state != State.READY:
        raise Refused("This list has changed since. Open it again.")
    rows = ImportRow.objects.visible_to(by).filter(of=taken, verdict="choose")
    for row in rows.filter(number__in=choices, outcome=""):
        choice = choices[row.number]
        if choice == ImportRow.Choice.SAME and row.twin_id is None:
            raise Refused("That row isn’t a person yet. Import the other rows first.")
        row.choice = choice
        row.save(update_fields=["choice"])
    return taken


@transaction.atomic
def run(taken: Import, *, by: User, seen: str) -> Import:
    """Import people who are new or were chosen. Done by the worker, in batches."""
    taken = _as_seen(taken, seen)
    if taken.state == State.READY and not taken.rows.to_bring().exists():
        raise Refused("There is no one to import in this list.")
    shelf.forget_file(taken)
    return move(taken, State.RUNNING, by=by, at_row=0)


def _as_seen(taken: Import, seen: str) -> Import:
    """Locked; refused where its columns were named again since the page was opened.

    Then a row may be someone else, and so may the person it seemed to be.
    """
    taken = locked(taken)
    if taken.seen != seen:
        raise Refused(
            "Nothing was done. Someone has changed the columns of this list since you "
            "opened it. Check its rows again."
        )
    return taken


@transaction.atomic
def put_aside(taken: Import, *, by: User) -> Import:
    """No more of it. Who was brought over stays; where no one was, it is emptied."""
    taken = locked(taken)
    if taken.rows.exclude(outcome="").exists():
        taken = move(taken, State.DONE, by=by)
    else:
        taken = move(taken, State.PUT_ASIDE, by=by)
        shelf.empty(taken)
    trail.record(
        "import.put_aside", about=taken, by=by, site=taken.team.site, team=taken.team
    )
    return taken


@transaction.atomic
def let_go(taken: Import, *, by: User) -> None:
    """Its last day is over: nothing of what stood in the file is kept."""
    taken = locked(taken)
    if taken.state in (State.TABLE, State.COLUMNS, State.READY):
        taken = put_aside(taken, by=by)
    if not taken.is_busy:
        shelf.empty(taken)


def note_rows_taken(taken: Import, *, by: User, rows: int) -> None:
    """The rows that were not brought over have left the house, as a file."""
    trail.record(
        "import.rows_taken",
        about=taken,
        by=by,
        site=taken.team.site,
        team=taken.team,
        detail=ImportRows(rows=rows),
    )
