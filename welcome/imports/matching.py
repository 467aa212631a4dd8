"""Whom of a whole batch we may know already: a few questions for all its rows.

Only where an answer makes a strong twin possible, `likely_same` is asked about that
row. So a hundred thousand strangers cost a few questions each thousand.
"""

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from django.db.models.functions import Lower

from ..finding.possible_duplicates import Newcomer, Twin, likely_same
from ..models import Identifier, Site
from ..models.people import PersonQuerySet
from ..values.phones import digits
from .told import Told

#: Rather asked once too often than one person brought over twice: below what is
#: shown as strong to somebody who can look up and ask.
_ASK_FROM = 5.5
#: As `twins` weighs, and a little less.
_WORTH_ASKING = 5.4


class Known(NamedTuple):
    """As much of somebody here as is needed to see whether it is worth asking."""

    known_as: str
    formal_name: str
    born_on: date | None
    born_year: int | None
    postcode: str
    phone: str


_COLUMNS = [*Known._fields[:-1], "contact_wish__phone_digits"]


def strong_twins(
    told: dict[int, Told], site: Site, people: PersonQuerySet
) -> dict[int, Twin]:
    """The likeliest of each row that has a strong twin, by the row's number.

    `people` are those beside whom it is worth asking at all.
    """
    near = _near(list(told.values()), people)
    found: dict[int, Twin] = {}
    for number, each in told.items():
        if near.is_worth_asking(each):
            alike = likely_same(_newcomer(each, site))
            twins = [twin for twin in alike if twin.score >= _ASK_FROM]
            if twins:
                found[number] = twins[0]
    return found


def are_alike(one: Told, other: Told) -> bool:
    """Whether two rows of one file, which share a mark, are likely one person."""
    if one.identifier and one.identifier == other.identifier:
        return True
    return _alike(one.name, [other.name, other.known_as]) >= 0.75


def _newcomer(told: Told, site: Site) -> Newcomer:
    return Newcomer(
        site=site,
        name=told.name,
        born_on=told.born_on,
        born_year=told.born_year,
        phone=told.phone,
        postcode=told.postcode,
        identifier=told.identifier,
    )


class _Near:
    """People here, by what they may share with a row."""

    def __init__(self) -> None:
        self.by: dict[Any, list[Known]] = defaultdict(list)
        self.numbers: set[str] = set()

    def is_worth_asking(self, told: Told) -> bool:
        if told.identifier in self.numbers:
            return True
        near = {person for key in _keys(told) for person in self.by.get(key, ())}
        return any(_points(told, person) >= _WORTH_ASKING for person in near)


def _keys(told: Told) -> list[Any]:
    """What a strong twin shares at least one of, as `_near` asks for it."""
    keys: list[Any] = [("name", told.name.lower())]
    keys.append(("name", _backwards(told.name.lower())))
    if told.born_on:
        keys += [("day", told.born_on), ("day", _turned(told.born_on))]
    phone = digits(told.phone)
    return keys + [
        (kind, words)
        for kind, words in (("phone", phone), ("place", told.postcode))
        if words
    ]


def _near(told: list[Told], here: PersonQuerySet) -> _Near:
    near = _Near()
    here = here.alias(formal=Lower("formal_name"))
    wanted: dict[str, set[Any]] = defaultdict(set)
    for each in told:
        for kind, words in _keys(each):
            wanted[kind].add(words)
    for kind, (column, of) in _ASK.items():
        people = here.filter(**{f"{column}__in": list(wanted[kind])})
        for row in people.values_list(*_COLUMNS):
            person = Known._make([*row[:-1], row[-1] or ""])
            near.by[kind, of(person)].append(person)
    numbers = Identifier.objects.filter(
        person__in=here,
        value__in=[each.identifier for each in told if each.identifier],
    )
    near.numbers = set(numbers.values_list("value", flat=True))
    return near


#: What is asked of the database for each kind of key, each on an index.
_ASK: dict[str, tuple[str, Callable[[Known], Any]]] = {
    "name": ("formal", lambda person: person.formal_name.lower()),
    "day": ("born_on", lambda person: person.born_on),
    "phone": ("contact_wish__phone_digits", lambda person: person.phone),
    "place": ("postcode", lambda person: person.postcode),
}


def _points(told: Told, person: Known) -> float:
    """How much speaks for their being one, before the real weighing is asked."""
    points = _birthday(told, person)
    points += 2.5 * (digits(told.phone) == person.phone != "")
    points += told.postcode == person.postcode != ""
    if points + 4 < _WORTH_ASKING:
        return points  # the same name would not be enough
    return points + 4 * _alike(told.name, [person.formal_name, person.known_as])


def _birthday(told: Told, person: Known) -> float:
    one, other = told.born_on, person.born_on
    if one and other:
        if one == other:
            return 3
        return 1.8 if other == _turned(one) or _figures_apart(one, other) == 1 else -1
    years = _year(told), _year(person)
    return 0 if None in years else 1 if years[0] == years[1] else -1


def _year(one: Told | Known) -> int | None:
    return one.born_on.year if one.born_on else one.born_year


def _alike(name: str, theirs: list[str]) -> float:
    """How near two names are, whichever way round they are said."""
    ours = name.lower()
    ways = {way.lower() for way in theirs if way}
    ways |= {_backwards(way) for way in ways}
    if ours in ways:
        return 1
    return max((_ratio(ours, way) for way in ways), default=0)


def _ratio(one: str, other: str) -> float:
    match = SequenceMatcher(None, one, other, autojunk=False)
    return match.ratio() if match.quick_ratio() >= 0.5 else 0


def _backwards(name: str) -> str:
    return " ".join(reversed(name.split()))


def _turned(day: date) -> date:
    """Day and month the other way round, where there is such a day."""
    return day.replace(day=day.month, month=day.day) if day.day <= 12 else day


def _figures_apart(one: date, other: date) -> int:
    pairs = zip(f"{one:%d%m%Y}", f"{other:%d%m%Y}", strict=True)
    return sum(a != b for a, b in pairs)
