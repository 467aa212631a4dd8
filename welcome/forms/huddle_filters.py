"""Which part of a huddle's list is shown."""

from collections.abc import Iterable, Mapping
from typing import Any

from ..models import User
from .filters import FilterBar, one_of

#: By the kinds of `huddle_turns.Reason`.
_WHY = [
    ("back", "Given back or passed around"),
    ("marked", "Brought by one of us"),
    ("new", "New"),
    ("quiet", "Quiet for a long time"),
]


class HuddleFilters(FilterBar):
    """By why somebody comes up, and by who is their key contact."""

    why = one_of("Why", _WHY, everything="Any reason")
    worker = one_of("Key contact", (), everything="Anyone")

    def __init__(
        self, asked: Mapping[str, str], *, workers: Iterable[User], **more: Any
    ) -> None:
        super().__init__(asked, **more)
        among = [("", "Anyone"), *((str(user.pk), user.name) for user in workers)]
        self.fields["worker"].choices = among  # type: ignore[attr-defined]
        self.choose(asked)
