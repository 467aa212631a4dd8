"""One box that finds somebody: by any name, birthday, number, phone, place, reference.

What is typed is taken apart: a year or a birthday, a number, a phone, a postcode each
mean one thing; what is left is a name. Together they find those of whom all is true.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple, TypeVar
from uuid import UUID

from django.db import connection

from ..likeness.match_keys import Facts, number, strong_keys, told_words, word_keys
from ..likeness.names import words
from ..likeness.scoring import compare_names
from ..models import Person, Team
from ..models.people import PersonQuerySet
from .by_index import by_index
from .search_words import take_apart

T = TypeVar("T")
#: So many are weighed against what was typed; more words find fewer.
WEIGHED = 120


class Finds(NamedTuple):
    """Whom the words find, and whether more have been left unweighed."""

    people: list[Person]
    is_cut: bool


def by_words(people: PersonQuerySet, typed: str, teams: Collection[UUID]) -> Finds:
    """These teams' people whom the words find, the nearest first."""
    asked = take_apart(typed)
    people = people.filter(*asked.all_of).defer("find_keys")
    teamed = Teamed(people, list(teams), asked.keys)
    if words(asked.name):
        return Finds(_by_name(teamed, asked.name), teamed.is_cut)
    if not asked.all_of and not asked.keys:
        return Finds([], False)
    found = (
        teamed.with_keys([]) if asked.keys else teamed.some_of(people[: WEIGHED + 1])
    )
    return Finds(_by_known_as(found), teamed.is_cut)


@dataclass
class Teamed:
    """The people who may be seen, of these teams, who have every one of these keys."""

    people: PersonQuerySet
    teams: list[UUID]
    keys: list[str]
    #: Whether what was asked last had more.
    is_cut: bool = False

    def some_of(self, found: Iterable[T]) -> list[T]:
        """As many of them as are weighed."""
        some = list(islice(found, WEIGHED + 1))
        self.is_cut = len(some) > WEIGHED
        return some[:WEIGHED]

    def with_keys(self, keys: Iterable[str]) -> list[Person]:
        """Some who have all of `self.keys` and any of `keys`."""
        any_of = [[key] for key in self.keys] + [said for said in [list(keys)] if said]
        with by_index(), connection.cursor() as cursor:
            cursor.execute(_ask(len(any_of)), [*self._numbers(any_of), self.teams])
            found = self.some_of(pk for (pk,) in cursor.fetchall())
        return list(self.people.filter(pk__in=found))

    def _numbers(self, any_of: list[list[str]]) -> list[list[int]]:
        sites = self._sites
        return [[number(site, key) for site in sites for key in ks] for ks in any_of]

    @cached_property
    def _sites(self) -> list[UUID]:
        sites = Team.objects.filter(pk__in=self.teams).values_list("site_id", flat=True)
        return list(sites.distinct())


def _ask(times: int) -> str:
    """The team is asked of what the keys found, not of an index of its own."""
    shared = " AND ".join(["find_keys && %s::int[]"] * times)
    return (
        f"SELECT id FROM welcome_person WHERE {shared} "
        f"AND (team_id || '') = ANY(%s::text[]) LIMIT {WEIGHED + 1}"
    )


def _by_name(teamed: Teamed, name: str) -> list[Person]:
    """Both names before one name; one name before a piece of one."""
    typed = Facts("", name)
    ours = told_words(typed)
    ways = [strong_keys(typed)] if len(ours) > 1 else []
    for way in (*ways, word_keys(typed)):
        found = _nearest(ours, teamed.with_keys(way))
        if found:
            return found
    piece = name.strip().lower()
    if teamed.keys or len(piece) < 3:  # shorter pieces are on no index
        return []
    called = teamed.people.filter(names__contains=piece)
    return _by_known_as(teamed.some_of(called[: WEIGHED + 1]))


def _nearest(ours: list[str], people: Iterable[Person]) -> list[Person]:
    """Those whose name is near enough, the nearest first."""
    weighed = [(_near(ours, person), person) for person in people]
    near = [(points, person) for points, person in weighed if points >= 1.5]
    near.sort(key=lambda row: (-row[0], row[1].known_as))
    return [person for _, person in near]


def _by_known_as(people: Iterable[Person]) -> list[Person]:
    return sorted(people, key=lambda person: person.known_as)


def _near(ours: list[str], person: Person) -> float:
    theirs = told_words(Facts("", person.known_as, person.formal_name))
    return compare_names(ours, theirs).points
