"""One box that finds somebody: by any name, birthday, number, phone, place, reference.

What is typed is taken apart: a year or a birthday, a number, a phone, a postcode each
mean one thing; what is left is a name. Together they find those of whom all is true.
"""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from django.db import connection
from django.db.models import Q
from django.utils import timezone

from ..likeness.match_keys import Facts, number, strong_keys, told_words, word_keys
from ..likeness.names import words
from ..likeness.scoring import compare_names
from ..models import Person, Team
from ..models.people import PersonQuerySet
from ..values import birthdays, identifiers, phones, postcodes
from ..values.text_cleaning import clean, plain_figure
from .by_index import by_index

#: As many as one can take in at a glance; more words find fewer.
AT_MOST = 20
#: So many are weighed against the name that was typed.
_WEIGHED = 120

_REFERENCE = re.compile(r"\bLW-?[A-Z0-9]{4}-?[A-Z0-9]{4}\b", re.IGNORECASE)
_FIGURES = re.compile(r"(?<!\w)\+?\(?\d[\d\s()+\-./]{3,}\d")
_YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?(?: ?\d[A-Z]{2})?\b", re.IGNORECASE)
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DAY_IN_WORDS = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ \-]+{_MONTH},?[ \-]+\d{{2,4}}\b",
    re.IGNORECASE,
)


@dataclass
class Asked:
    """What was typed, taken apart."""

    name: str = ""
    all_of: list[Q] = field(default_factory=list)
    #: Keys (find_keys.py) that everybody who is meant must have.
    keys: list[str] = field(default_factory=list)


def by_words(
    people: PersonQuerySet, typed: str, teams: Collection[UUID]
) -> list[Person]:
    """At most twenty of these teams' people, the nearest first."""
    asked = take_apart(typed)
    people = people.filter(*asked.all_of).defer("find_keys")
    teamed = Teamed(people, list(teams), asked.keys)
    if words(asked.name):
        return _by_name(teamed, asked.name)
    if not asked.all_of and not asked.keys:
        return []
    found = teamed.with_keys([]) if asked.keys else people[:_WEIGHED]
    return sorted(found, key=lambda person: person.known_as)[:AT_MOST]


@dataclass
class Teamed:
    """The people who may be seen, of these teams, who have every one of these keys."""

    people: PersonQuerySet
    teams: list[UUID]
    keys: list[str]

    def with_keys(self, keys: Iterable[str]) -> list[Person]:
        """Some who have all of `self.keys` and any of `keys`."""
        any_of = [[key] for key in self.keys] + [said for said in [list(keys)] if said]
        with by_index(), connection.cursor() as cursor:
            cursor.execute(_ask(len(any_of)), [*self._numbers(any_of), self.teams])
            found = [pk for (pk,) in cursor.fetchall()]
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
        f"AND (team_id || '') = ANY(%s::text[]) LIMIT {_WEIGHED}"
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
    return list(teamed.people.filter(names__contains=piece)[:AT_MOST])


def _nearest(ours: list[str], people: Iterable[Person]) -> list[Person]:
    """Those whose name is near enough, the nearest first."""
    weighed = [(_near(ours, person), person) for person in people]
    near = [(points, person) for points, person in weighed if points >= 1.5]
    near.sort(key=lambda row: (-row[0], row[1].known_as))
    return [person for _, person in near[:AT_MOST]]


def _near(ours: list[str], person: Person) -> float:
    theirs = told_words(Facts("", person.known_as, person.formal_name))
    return compare_names(ours, theirs).points


def take_apart(typed: str) -> Asked:
    """Each piece that can only mean one thing is taken out; the rest is the name."""
    asked = Asked("".join(map(plain_figure, clean(typed))))
    for pattern, means in _PIECES:
        for piece in pattern.findall(asked.name):
            meaning = means(piece)
            if meaning is None:
                continue
            if isinstance(meaning, str):
                asked.keys.append(meaning)
            else:
                asked.all_of.append(meaning)
            asked.name = asked.name.replace(piece, " ", 1)
    return asked


def _reference(piece: str) -> Q:
    bare = piece.upper().replace("-", "")
    return Q(reference=f"LW-{bare[2:6]}-{bare[6:]}")


def _figures(piece: str) -> Q | str | None:
    """A birthday, a register's number or a phone, whichever it can be."""
    birthday = _birthday(piece)
    if birthday:
        return birthday
    figures = identifiers.tidy(piece)
    reach = {phones.digits(piece), re.sub(r"[^0-9]", "", piece)} - {""}
    may_be = Q(contact_wish__phone_digits__in=reach)
    if re.fullmatch(r"[0-9]{10}", figures):
        return may_be | Q(identifiers__value=figures)
    return may_be if phones.is_phone(piece) else None


def _birthday(piece: str) -> str | None:
    """Everybody of that day, or of that year."""
    try:
        day, year = birthdays.understand(piece, timezone.localdate())
    except ValueError:
        return None
    return f"day {day:%Y%m%d}" if day else f"born {year}"


def _place(piece: str) -> str:
    """A whole postcode, or only its first half."""
    try:
        return f"post {postcodes.tidy(piece)}"
    except ValueError:
        return f"district {piece.upper()}"


#: In this order: what is longest and surest first.
_PIECES: list[tuple[re.Pattern[str], Callable[[str], Q | str | None]]] = [
    (_REFERENCE, _reference),
    (_DAY_IN_WORDS, _birthday),
    (_FIGURES, _figures),
    (_YEAR, _birthday),
    (_POSTCODE, _place),
]
