"""A row that is written anew on the page, and looked at again by itself."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from ..imports.states import locked, move
from ..models import Import, ImportRow, User
from ..refusals import Refused
from . import dry_run

State = Import.State


@transaction.atomic
def correct_row(
    row: ImportRow, *, by: User, seen: str, cells: Sequence[str]
) -> ImportRow:
    """Keep these cells instead, and say what would become of the row now.

    Of a list that is done, one row can still be put right: then it is ready again.
    """
    taken = locked(row.of)
    if taken.seen != seen or taken.state not in (State.READY, State.DONE):
        raise Refused("This list has changed since. Open it again.")
    row = taken.rows.select_for_update(of=("self",)).get(pk=row.pk)
    if row.outcome or taken.emptied_at:
        raise Refused("This row is already imported. Change the record instead.")
    row.cells, row.corrected_at = list(cells), timezone.now()
    row.save(update_fields=["cells", "corrected_at"])
    dry_run.take(taken, [row])
    if taken.state == State.DONE and row.verdict in ("new", "choose"):
        move(taken, State.READY, by=by)
    return row
