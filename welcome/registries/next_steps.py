"""What comes next for a person, and whom we are waiting for, added by each app."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.utils import timezone


class NextStep(NamedTuple):
    """One step: when it is due, in words, and the page on which it is taken.

    `is_theirs` where someone else takes it, and we wait.
    """

    at: datetime
    words: str
    url: str
    is_theirs: bool = False

    @property
    def is_late(self) -> bool:
        return self.at < timezone.now()


#: For a user and some people: each person's key, and a step. One query.
Source = Callable[[Any, Sequence[UUID]], Iterable[tuple[UUID, NextStep]]]

_sources: list[Source] = []


def register(*sources: Source) -> None:
    """Add sources. Once each, however often it is called."""
    _sources.extend(source for source in sources if source not in _sources)


def sources() -> list[Source]:
    """Every source, in the order in which they were added."""
    return list(_sources)
