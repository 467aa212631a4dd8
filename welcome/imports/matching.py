"""Whom of a whole batch we may know already: a few questions for all its rows.

Only where an answer makes a strong twin possible, `likely_same` is asked about that
row. So a hundred thousand strangers cost a few questions each thousand.
"""

from collections import defaultdict
from typing import Any

from django.db.models.functions import Lower

from ..finding.candidates import Newcomer
from ..finding.possible_duplicates import Twin, likely_same
from ..models import Identifier, Site, Team
from ..models.people import PersonQuerySet
from ..values.phones import digits
from .namesakes import is_namesake, namesakes
from .row_facts import Told
from .row_scoring import (
    ASK,
    COLUMNS,
    WORTH_ASKING,
    Known,
    alike,
    backwards,
    points,
    turned,
)

#: Rather asked once too often than one person brought over twice: below what is
#: shown as strong to someone who can look up and ask.
_ASK_FROM = 5.5


def strong_twins(
    told: dict[int, Told], team: Team, people: PersonQuerySet
) -> dict[int, Twin]:
    """The likeliest of each row that has a strong twin, by the row's number.

    `people` are those beside whom it is worth asking at all. Among the team's own, the
    same full name is enough, unless a birthday speaks against it.
    """
    near = _near(list(told.values()), people)
    ours = namesakes(told, team, people)
    found: dict[int, Twin] = {}
    for number, each in told.items():
        if number in ours or near.is_worth_asking(each):
            for twin in likely_same(_newcomer(each, team.site)):
                if twin.score >= _ASK_FROM or is_namesake(each, twin, team):
                    found[number] = twin
                    break
    return found


def are_alike(one: Told, other: Told) -> bool:
    """Whether two rows of one file, which share a mark, are likely one person."""
    if one.identifier and one.identifier == other.identifier:
        return True
    if alike(one.name, [other.name, other.known_as]) < 0.75:
        return False
    return not _share_the_name_alone(one, other) or one.born_on == other.born_on


def _share_the_name_alone(one: Told, other: Told) -> bool:
    """Both say their birthday, and nothing but the name and its year is the same."""
    pairs = [
        (digits(one.phone), digits(other.phone)),
        (one.email.lower(), other.email.lower()),
        (one.postcode, other.postcode),
    ]
    is_shared = any(ours and ours == theirs for ours, theirs in pairs)
    return bool(one.born_on and other.born_on) and not is_shared


def _newcomer(told: Told, site: Site) -> Newcomer:
    return Newcomer(
        site=site,
        name=told.name,
        born_on=told.born_on,
        born_year=told.born_year,
        phone=told.phone,
        email=told.email,
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
        return any(points(told, person) >= WORTH_ASKING for person in near)


def _keys(told: Told) -> list[Any]:
    """What a strong twin shares at least one of, as `_near` asks for it."""
    keys: list[Any] = [("name", told.name.lower())]
    keys.append(("name", backwards(told.name.lower())))
    if told.born_on:
        keys += [("day", told.born_on), ("day", turned(told.born_on))]
    reach = {
        "phone": digits(told.phone),
        "email": told.email.lower(),
        "place": told.postcode,
    }
    return keys + [(kind, words) for kind, words in reach.items() if words]


def _near(told: list[Told], here: PersonQuerySet) -> _Near:
    near = _Near()
    here = here.alias(formal=Lower("formal_name"), email=Lower("contact_wish__email"))
    wanted: dict[str, set[Any]] = defaultdict(set)
    for each in told:
        for kind, words in _keys(each):
            wanted[kind].add(words)
    for kind, (column, of) in ASK.items():
        people = here.filter(**{f"{column}__in": list(wanted[kind])})
        for row in people.values_list(*COLUMNS):
            person = Known._make([*row[:-2], row[-2] or "", row[-1] or ""])
            near.by[kind, of(person)].append(person)
    numbers = Identifier.objects.filter(
        person__in=here,
        value__in=[each.identifier for each in told if each.identifier],
    )
    near.numbers = set(numbers.values_list("value", flat=True))
    return near
