"""Who the team talks about in its huddle because of something in another app."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

#: For a team: each person's id, since when, and why, in words.
Source = Callable[[Any], Iterable[tuple[UUID, datetime, str]]]

_sources: list[Source] = []


def register(*sources: Source) -> None:
    """Add functions that say who comes up. Once each, however often it is called."""
    _sources.extend(source for source in sources if source not in _sources)


def sources() -> list[Source]:
    """Every function, in the order in which they were added."""
    return list(_sources)
