"""The worker whom a list names: someone in the team, or words for the notes."""

from collections.abc import Callable

from ..likeness.names import words
from ..models import Team, User
from .row_facts import Told

#: Who in the team is meant by these words; no one where it is no one or several.
Find = Callable[[str], User | None]


def workers_of(team: Team) -> Find:
    """Find by the whole name, in either order, or by e-mail. One query for a team."""
    here = User.objects.filter(
        memberships__team=team, memberships__ended_at=None, is_active=True
    )
    called: dict[object, set[User]] = {}
    for user in here.distinct():
        for way in (user.email.lower(), _name(user.name)):
            called.setdefault(way, set()).add(user)

    def find(text: str) -> User | None:
        way = text.strip().lower() if "@" in text else _name(text)
        found = called.get(way, set())
        return next(iter(found)) if len(found) == 1 else None

    return find


def _name(text: str) -> tuple[str, ...]:
    return tuple(sorted(words(text)))


def notes_with_worker(told: Told, worker: User | None) -> str:
    """The notes; with the worker's name as it was in the list, if it is no one here."""
    if not told.worker or worker:
        return told.notes
    line = f"Worker, as it was in the list: {told.worker}"
    return "\n".join(filter(None, [told.notes, line]))


def said_of_worker(told: Told, find: Find) -> str:
    """For the page on which rows are looked at: what would become of the worker."""
    if not told.worker:
        return ""
    if worker := find(told.worker):
        return f"Worker: {worker.name} will be the key contact."
    return (
        "Worker: no one in your team has this name or e-mail, so it is kept in the "
        "notes."
    )
