"""The states of a team's own list, and the only place that writes them."""

from django.utils import timezone

from ..models import Import, User
from ..nudges import nudge
from ..refusals import Refused

State = Import.State
_TASK = "welcome.importing.tasks.carry_import"
#: As long as nothing is imported, the file can be read again in another way.
_READ = {State.READING, State.TABLE, State.COLUMNS}
#: Every move there is. From ready it goes back to looking with other columns.
MOVES = {
    State.READING: {*_READ, State.UNREADABLE, State.PUT_ASIDE},
    State.TABLE: {*_READ, State.PUT_ASIDE},
    State.UNREADABLE: set(),
    State.COLUMNS: {*_READ, State.LOOKING, State.PUT_ASIDE},
    State.LOOKING: {State.READY},
    State.READY: {
        *_READ,
        State.LOOKING,
        State.RUNNING,
        State.DONE,
        State.PUT_ASIDE,
    },
    State.RUNNING: {State.READY, State.DONE},
    State.DONE: {State.READY, State.UNDONE},
    State.PUT_ASIDE: set(),
    State.UNDONE: set(),
}


def locked(taken: Import) -> Import:
    mine = Import.objects.select_for_update(of=("self",)).select_related("team__site")
    return mine.get(pk=taken.pk)


def move(taken: Import, state: str, *, by: User, **changes: object) -> Import:
    """Write `state`: the only place that does. Call with the row locked."""
    if state not in MOVES[State(taken.state)]:
        raise Refused(f"This list is already “{taken.get_state_display()}”.")
    changes |= {"state": state, "moved_at": timezone.now(), "moved_by": by}
    for name, value in changes.items():
        setattr(taken, name, value)
    taken.save(update_fields=list(changes))
    ring(taken)
    return taken


def ring(taken: Import) -> None:
    """Tell the worker, where there is something for it to do."""
    if taken.is_busy:
        nudge(_TASK, str(taken.pk))
