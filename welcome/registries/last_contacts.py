"""Where it is written that we were in touch with someone, added by each app."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet

#: For a reference to a person: the moments at which we were in touch, as one column.
Source = Callable[[Any], QuerySet[Any, Any]]

_sources: list[Source] = []


def register(*sources: Source) -> None:
    """Add sources. Once each, however often it is called."""
    _sources.extend(source for source in sources if source not in _sources)


def sources() -> list[Source]:
    """Every source, in the order in which they were added."""
    return list(_sources)
