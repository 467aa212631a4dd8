"""Who the team talks about in its huddle because of something in another app."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

#: So many of each reason are looked at. A source may give one more: then the huddle
#: says that there are more.
LOOKED_AT = 100

#: Each person's id, since when, and why, in words.
Item = tuple[UUID, datetime, str]
#: For a QuerySet of people.
Source = Callable[[Any], Iterable[Item]]

_sources: list[Source] = []


def register(*sources: Source) -> None:
    """Add functions that say who comes up. Once each, however often it is called."""
    _sources.extend(source for source in sources if source not in _sources)


def sources() -> list[Source]:
    """Every function, in the order in which they were added."""
    return list(_sources)
