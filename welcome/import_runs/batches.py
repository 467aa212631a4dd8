"""The work on a list, some hundred rows at a time, each time in one transaction.

The rows themselves say how far it has come. So a worker that is killed loses at most
the batch in its hands, and the next one goes on where it was; no row is taken twice.
"""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import DatabaseError, transaction
from django.utils import timezone

from ..models import Import, ImportRow
from . import bringing, dry_run, opening

SIZE = 500
#: A worker that lets nothing be heard for so long is taken for dead.
PATIENCE = timedelta(seconds=20)


def go_on(
    pk: UUID,
    *,
    seconds: float = 15,
    size: int = SIZE,
    say: Callable[[Import], None] | None = None,
) -> bool:
    """Work on this list for so long, unless another worker is at it.

    True where there is more to do: then queue the task again.
    """
    if not Import.objects.at_work().let_go().filter(pk=pk).update(busy_until=_soon()):
        return False
    until = time.monotonic() + seconds
    _open(pk)
    busy = True
    while busy and time.monotonic() < until:
        taken = _batch(pk, size)
        busy = bool(taken and taken.is_busy)
        if taken and say:
            say(taken)
    Import.objects.filter(pk=pk).update(busy_until=None)
    return busy


def _open(pk: UUID) -> None:
    """Read its file first, where that is still to do. Others keep off meanwhile."""
    waiting = Import.objects.filter(pk=pk, state=Import.State.READING)
    long = timezone.now() + PATIENCE + timedelta(seconds=opening.LONGEST)
    if waiting.update(busy_until=long):
        opening.open_file(waiting.select_related("team__site", "moved_by").get())


def _batch(pk: UUID, size: int) -> Import | None:
    """One batch; where the database refuses it, row by row, to find the one row."""
    try:
        return _transaction(pk, size)
    except (DatabaseError, ValueError) as problem:
        if isinstance(problem, DatabaseError) and not _is_about_a_row(problem):
            raise
        taken = Import.objects.get(pk=pk)
        for _ in range(size):
            if taken and taken.is_busy:
                taken = _single(pk) or taken
        return taken


def _single(pk: UUID) -> Import | None:
    try:
        return _transaction(pk, 1)
    except (DatabaseError, ValueError):
        return _transaction(pk, 1, refuse=True)


def _is_about_a_row(problem: DatabaseError) -> bool:
    """A wrong value or a broken rule, not a database that is away or busy."""
    state = getattr(problem.__cause__, "sqlstate", None) or ""
    return state[:2] in ("22", "23")


@transaction.atomic
def _transaction(pk: UUID, size: int, *, refuse: bool = False) -> Import | None:
    waiting = Import.objects.select_for_update(of=("self",), skip_locked=True)
    mine = waiting.select_related("team__site", "moved_by")
    taken = mine.filter(pk=pk).first()
    if taken is None or not taken.is_busy:
        return taken
    step = dry_run if taken.state == Import.State.LOOKING else bringing
    rows = list(step.next_rows(taken)[:size])
    if refuse:
        _refuse(rows)
    elif rows:
        step.take(taken, rows)
    if rows:
        taken.at_row, taken.busy_until = rows[-1].number, _soon()
        taken.save(update_fields=["at_row", "busy_until"])
    if len(rows) < size:
        step.end(taken)
    return taken


def _refuse(rows: list[ImportRow]) -> None:
    """The one row that the database will not take: set aside, so the rest goes on."""
    for row in rows:
        row.verdict, row.choice = ImportRow.Verdict.BAD, ""
        row.why = "We couldn’t save this row. Nothing from it was added."
        row.save(update_fields=["verdict", "choice", "why"])


def _soon() -> datetime:
    return timezone.now() + PATIENCE


def wait_a_moment() -> None:
    """Another worker is at it: let it have this batch."""
    time.sleep(0.2)
