"""Whom of a whole batch we may know already: a few questions for all its rows.

Only where an answer makes a strong twin possible, `likely_same` is asked about that
row. So a hundred thousand strangers cost a few questions each thousand.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from difflib import SequenceMatcher
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models.functions import Lower

from ..models import Person, Site
from ..phones import digits
from ..twins import Newcomer, Twin, likely_same
from .told import Told


class Known(NamedTuple):
    """As much of somebody here as is needed to see whether it is worth asking."""

    pk: UUID
    known_as: str
    formal_name: str
    born_on: date | None
    born_year: int | None
    postcode: str


def strong_twins(told: dict[int, Told], site: Site) -> dict[int, Twin]:
    """The likeliest of each row that has a strong twin, by the row's number."""
    near = _near(list(told.values()), site)
    found: dict[int, Twin] = {}
    for number, each in told.items():
        if any(_is_worth_asking(each, person) for person in near.of(each)):
            twins = [t for t in likely_same(_newcomer(each, site)) if t.is_strong]
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
        #: The same number or phone: worth asking whatever they are called.
        self.certain: set[Any] = set()

    def of(self, told: Told) -> Iterable[Known]:
        for key in _keys(told):
            yield from self.by.get(key, [])
        if self.certain & {told.identifier or None, digits(told.phone) or None}:
            yield Known(UUID(int=0), told.known_as, told.name, None, None, "")


def _keys(told: Told) -> list[Any]:
    keys: list[Any] = [told.name.lower(), _backwards(told.name.lower())]
    if told.born_on:
        keys += [told.born_on, _turned(told.born_on)]
    return keys + ([told.postcode] if told.postcode else [])


def _near(told: list[Told], site: Site) -> _Near:
    near = _Near()
    here = Person.objects.filter(site=site)
    keys = {key for each in told for key in _keys(each) if key}
    days = [key for key in keys if isinstance(key, date)]
    words = [key for key in keys if isinstance(key, str)]
    named = here.alias(formal=Lower("formal_name"))
    for people, name in (
        (here.filter(born_on__in=days), "born_on"),
        (named.filter(formal__in=[w for w in words if w == w.lower()]), "formal_name"),
        (here.filter(postcode__in=[w for w in words if w != w.lower()]), "postcode"),
    ):
        for row in people.values_list(*Known._fields[1:], "pk"):
            person = Known(row[-1], *row[:-1])
            key = getattr(person, name)
            near.by[key.lower() if name == "formal_name" else key].append(person)
    near.certain = _certain(told, here)
    return near


def _certain(told: list[Told], here: Any) -> set[Any]:
    numbers = [each.identifier for each in told if each.identifier]
    phones = [digits(each.phone) for each in told if each.phone]
    same_number = here.filter(identifiers__value__in=numbers)
    same_phone = here.filter(contact_wish__phone_digits__in=phones)
    return {
        *same_number.values_list("identifiers__value", flat=True),
        *same_phone.values_list("contact_wish__phone_digits", flat=True),
    }


def _is_worth_asking(told: Told, person: Known) -> bool:
    """Whether this could be a strong twin at all. Rather once too often."""
    if not person.pk.int:
        return True
    if told.born_on and person.born_on in (told.born_on, _turned(told.born_on)):
        return _alike(told.name, [person.formal_name, person.known_as]) >= 0.55
    if _alike(told.name, [person.formal_name, person.known_as]) < 0.85:
        return False
    return _figures_apart(told.born_on, person.born_on) == 1 or (
        told.postcode == person.postcode != "" and _year(told) in (_year(person), None)
    )


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


def _figures_apart(one: date | None, other: date | None) -> int:
    if not one or not other:
        return 0
    pairs = zip(f"{one:%d%m%Y}", f"{other:%d%m%Y}", strict=True)
    return sum(a != b for a, b in pairs)
