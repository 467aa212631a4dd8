"""Today put together: what needs a user, in four groups, each with its count."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain, zip_longest
from typing import Any, NamedTuple

from django.urls import reverse

from ..models import User
from ..registries.today_items import Group, Item, Kind
from .bounded_counts import bounded_counts, in_figures

#: More lines than this are not a list for a day; the rest is one press away.
AT_MOST = 10

LABELS = {
    Group.NOW: "Now",
    Group.TODAY: "Today",
    Group.WEEK: "This week",
    Group.OTHERS: "Waiting for others",
}
#: So many lines a phone shows, so that the page stays within five screens: today.css
#: leaves out the others, and says so. They are the first of each list.
ON_A_PHONE = {Group.NOW: 4, Group.TODAY: 4, Group.WEEK: 2, Group.OTHERS: 2}


class Nothing(NamedTuple):
    """What an empty group says, and what to do next."""

    words: str
    label: str
    page: str


NOTHING = {
    Group.NOW: Nothing(
        "Nothing is waiting for you.", "See the people you work with", "welcome:people"
    ),
    Group.TODAY: Nothing(
        "Nothing else is planned for today.", "Open the waiting list", "welcome:waiting"
    ),
    Group.WEEK: Nothing(
        "No meetings or tasks this week.", "Plan with your team", "welcome:huddle"
    ),
    Group.OTHERS: Nothing(
        "No one owes you an answer.", "See what your team has sent", "referrals:sent"
    ),
}


@dataclass
class List:
    """A kind with how many there are, and where all of them are."""

    label: str
    count: int
    url: str

    @property
    def figures(self) -> str:
        return in_figures(self.count)


@dataclass
class Section:
    """One group: its first lines, and every list that it is made of."""

    code: str
    label: str
    nothing: Nothing
    items: list[Item] = field(default_factory=list)
    #: Those that a phone shows.
    narrow: list[Item] = field(default_factory=list)
    lists: list[List] = field(default_factory=list)

    @property
    def count(self) -> int:
        return sum(one.count for one in self.lists)

    @property
    def figures(self) -> str:
        return in_figures(self.count)

    @property
    def is_cut(self) -> bool:
        return self.count > len(self.items)

    @property
    def lines(self) -> list[tuple[Item, bool]]:
        """Each item, and whether a phone shows it."""
        return [(item, item in self.narrow) for item in self.items]

    @property
    def on_a_phone(self) -> int:
        return len(self.narrow)

    @property
    def is_cut_on_a_phone(self) -> bool:
        return self.count > self.on_a_phone


def counts_of(user: User, kinds: Iterable[Kind]) -> dict[str, int]:
    """How many there are of each kind. One query for all of them."""
    return bounded_counts({kind.code: kind.rows(user) for kind in kinds})


def sections(user: User, kinds: Iterable[Kind]) -> list[Section]:
    """Every group. One query, and one more for each kind that has something."""
    known = list(kinds)
    counts = counts_of(user, known)
    some = [kind for kind in known if counts[kind.code]]
    return [_section(group, user, some, counts) for group in Group]


def counted(kind: Kind, user: User) -> str:
    """How many there are of one kind, in figures."""
    return in_figures(counts_of(user, [kind])[kind.code])


def full_list(kind: Kind) -> str:
    """Where the whole list of a kind is, page by page."""
    if kind.full_list:
        return reverse(kind.full_list)
    return reverse("welcome:today_kind", args=[kind.code])


def _section(
    group: Group, user: User, kinds: list[Kind], counts: dict[str, int]
) -> Section:
    mine = [kind for kind in kinds if kind.group == group]
    section = Section(group.value, LABELS[group], NOTHING[group])
    section.lists = [List(k.label, counts[k.code], full_list(k)) for k in mine]
    in_turn = _in_turn([_first(kind, user) for kind in mine])
    section.narrow = [item for item, *_ in in_turn[: ON_A_PHONE[group]]]
    section.items = [item for item, *_ in sorted(in_turn, key=_ORDERS[group])]
    return section


def _first(kind: Kind, user: User) -> list[Item]:
    rows = kind.rows(user).order_by(*kind.by)[:AT_MOST]
    return [kind.item(row) for row in rows]


class _Turn(NamedTuple):
    """An item, which list of its group it is from, and where in that list it stood."""

    item: Item
    list: int
    place: int


def _in_turn(lists: list[list[Item]]) -> list[_Turn]:
    """The first of each list, then the second of each.

    So a long list of one kind never hides the only item of another.
    """
    turns = [
        [_Turn(item, nth, place) for place, item in enumerate(items)]
        for nth, items in enumerate(lists)
    ]
    return [turn for turn in chain(*zip_longest(*turns)) if turn][:AT_MOST]


def _by_time(turn: _Turn) -> tuple[bool, datetime, int]:
    return not turn.item.is_late, turn.item.at, turn.place


def _by_list(turn: _Turn) -> tuple[bool, int, int]:
    """Meetings by the hour, then calls, then what is only news."""
    return not turn.item.is_late, turn.list, turn.place


#: What is overdue stands first; the rest by when it is due, and today as a day goes.
_ORDERS: dict[Group, Callable[[_Turn], Any]] = {
    group: _by_list if group == Group.TODAY else _by_time for group in Group
}
