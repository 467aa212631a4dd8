"""What is new on a page of the navigation, added by the app that knows it."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.db.models import QuerySet


class Source(NamedTuple):
    """Rows that need a user on the page of this URL name, and when each came."""

    page: str
    rows: Callable[[Any], QuerySet[Any]]
    came: str


_sources: list[Source] = []


def register(*sources: Source) -> None:
    """Add an app's sources. Once each, however often it is called."""
    _sources.extend(source for source in sources if source not in _sources)


def sources() -> list[Source]:
    """Every source, in the order in which they were added."""
    return list(_sources)
