"""Where it is written what a person needs, added by each app."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet

#: For a reference to a person and the code of a need: rows where it is so.
Source = Callable[[Any, str], QuerySet[Any]]

_sources: list[Source] = []


def register(*sources: Source) -> None:
    """Add sources. Once each, however often it is called."""
    _sources.extend(source for source in sources if source not in _sources)


def sources() -> list[Source]:
    """Every source, in the order in which they were added."""
    return list(_sources)
