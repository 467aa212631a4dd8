"""What can need someone on Today: kinds of items, added by the app that knows them."""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from django.db.models import QuerySet


class Group(StrEnum):
    """When it is wanted. Today shows the groups in this order."""

    NOW = "now"
    TODAY = "today"
    WEEK = "week"
    OTHERS = "others"


class Step(NamedTuple):
    """The next thing to do: a link, or a button where `posts` says what it sends."""

    label: str
    url: str
    posts: Mapping[str, str] | None = None


class Item(NamedTuple):
    """One line of Today. `at` is when it is due, or since when it has waited."""

    name: str
    url: str
    due: str
    at: datetime
    step: Step
    words: str = ""
    tone: str = "new"
    is_quoted: bool = False
    #: What else can be done about it, under the next step.
    also: Step | None = None

    @property
    def is_late(self) -> bool:
        return self.tone == "late"


class Kind(NamedTuple):
    """A list of Today.

    `rows(user)` says which rows need this user, `item(row)` what a line says, `by` how
    they are sorted (unique at the end). `came` is the column by which the navigation
    knows what is new. The whole list is on `full_list`, or on a page of Today's own.
    """

    code: str
    label: str
    group: Group
    order: int
    rows: Callable[[Any], QuerySet[Any]]
    by: tuple[str, ...]
    item: Callable[[Any], Item]
    permission: str = "welcome_people"
    came: str = ""
    full_list: str = ""


_kinds: dict[str, Kind] = {}


def register(*kinds: Kind) -> None:
    """Add an app's kinds. Raises ValueError where a code is registered twice."""
    if twice := _kinds.keys() & {kind.code for kind in kinds}:
        raise ValueError(f"Registered twice: {', '.join(sorted(twice))}")
    _kinds.update({kind.code: kind for kind in kinds})


def kinds() -> list[Kind]:
    """Every kind, in the order in which Today names them."""
    return sorted(
        _kinds.values(), key=lambda kind: (list(Group).index(kind.group), kind.order)
    )
