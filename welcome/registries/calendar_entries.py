"""What is in a calendar: kinds of appointments, added by the app that knows them."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from ..values.icalendar import CalendarEvent


class Entry(NamedTuple):
    """One line of a day: when, what, with whom, and the page where it is changed.

    `called` is the person as this user may know them; `who` is the worker, or nothing
    where no one is named yet. `tone` colours the state: see `parts/_state.html`.
    """

    key: UUID
    at: datetime
    what: str
    called: str
    who: str
    where: str
    url: str
    state: str
    tone: str = ""


class Source(NamedTuple):
    """A kind of appointment, with the columns `at` and `who` of its table.

    `rows(user)` are those that this user may see, with all that a line says, and none
    that was cancelled or moved; `entry(row)` is the line. `event(row)` is for Outlook
    and phones: never a name, and a place only where it is the worker's own.
    """

    code: str
    model: Any
    who: str
    rows: Callable[[Any], QuerySet[Any]]
    entry: Callable[[Any], Entry]
    event: Callable[[Any], CalendarEvent]


_sources: dict[str, Source] = {}


def register(*sources: Source) -> None:
    """Add an app's sources. Raises ValueError where a code is registered twice."""
    if twice := _sources.keys() & {source.code for source in sources}:
        raise ValueError(f"Registered twice: {', '.join(sorted(twice))}")
    _sources.update({source.code: source for source in sources})


def sources() -> list[Source]:
    """Every source, in the order in which they were added."""
    return list(_sources.values())
