"""When a worker is in a meeting already, added by each app that plans meetings."""

from collections.abc import Callable, Iterable
from datetime import datetime
from uuid import UUID

#: For a worker's key and two moments: the key and the time of each of their planned
#: meetings between the two.
Source = Callable[[UUID, datetime, datetime], Iterable[tuple[UUID, datetime]]]

_sources: list[Source] = []


def register(*sources: Source) -> None:
    """Add sources. Once each, however often it is called."""
    _sources.extend(source for source in sources if source not in _sources)


def sources() -> list[Source]:
    """Every source, in the order in which they were added."""
    return list(_sources)
