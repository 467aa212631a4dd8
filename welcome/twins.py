"""Have we met before? People who may be the same, and why they look alike.

Scores after the measured trial in stack.md §15: the name counts most, a birthday
nearly as much. Nothing here decides: a person always does.
"""

from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Q

from .models import Person, Site
from .phones import digits

SHOW_FROM = 3.0
STRONG_FROM = 5.5
_AT_MOST = 5


@dataclass
class Newcomer:
    """What is known of somebody before they have a record."""

    site: Site
    name: str
    born_on: date | None = None
    born_year: int | None = None
    phone: str = ""
    postcode: str = ""
    identifier: str = ""


@dataclass
class Twin:
    """A person who may be the newcomer, and why."""

    person: Person
    score: float = 0
    why: list[str] = field(default_factory=list)
    #: Whether whoever looks may open the whole record.
    is_mine: bool = False

    @property
    def is_strong(self) -> bool:
        return self.score >= STRONG_FROM

    @property
    def recognisable(self) -> str:
        """Enough to recognise somebody by, and no more: shown across teams."""
        last = self.person.formal_name.rpartition(" ")[2][:1]
        name = f"{self.person.known_as} {last}." if last else self.person.known_as
        year = self.person.year_of_birth
        return f"{name}, born {year}" if year else name

    def add(self, points: float, reason: str) -> None:
        self.score += points
        if reason:
            self.why.append(reason)


def likely_same(newcomer: Newcomer) -> list[Twin]:
    """The most likely first, at most five. Four bounded queries, each on an index."""
    twins = [_weigh(newcomer, person) for person in _candidates(newcomer)]
    shown = [twin for twin in twins if twin.score >= SHOW_FROM]
    return sorted(shown, key=lambda twin: -twin.score)[:_AT_MOST]


def _candidates(newcomer: Newcomer) -> list[Person]:
    here = Person.objects.filter(site=newcomer.site)
    here = here.select_related("team", "linked_to__team")
    here = here.select_related("contact_wish").prefetch_related("identifiers")
    found: dict[Any, Person] = {}
    for question in _questions(newcomer):
        found |= {person.pk: person for person in here.filter(question)[:20]}
    name = newcomer.name.lower()
    near = here.filter(names__trigram_similar=name)
    near = near.annotate(near=TrigramSimilarity("names", name)).order_by("-near")
    return list((found | {person.pk: person for person in near[:20]}).values())


def _questions(newcomer: Newcomer) -> list[Q]:
    """What the database is asked besides the name, where it is known at all."""
    asked = {
        "born_on": newcomer.born_on,
        "contact_wish__phone_digits": digits(newcomer.phone),
        "identifiers__value": newcomer.identifier,
    }
    return [Q(**{key: value}) for key, value in asked.items() if value]


def _weigh(newcomer: Newcomer, person: Person) -> Twin:
    twin = Twin(person)
    _weigh_name(newcomer, twin)
    _weigh_birthday(newcomer, twin)
    if newcomer.identifier and newcomer.identifier in {
        i.value for i in person.identifiers.all()
    }:
        twin.add(10, "the same NHS or CHI number")
    wish = getattr(person, "contact_wish", None)
    if newcomer.phone and wish and wish.phone_digits == digits(newcomer.phone):
        twin.add(2.5, "the same phone number")
    if newcomer.postcode and newcomer.postcode == person.postcode:
        twin.add(1, "the same postcode")
    return twin


def _weigh_name(newcomer: Newcomer, twin: Twin) -> None:
    name = newcomer.name.lower()
    near = max(
        SequenceMatcher(None, name, theirs).ratio()
        for theirs in _ways_to_say(twin.person)
    )
    twin.add(4 * near, "the same name" if near == 1 else "")
    if 0.75 <= near < 1:
        twin.why.append("a name that is nearly the same")


def _ways_to_say(person: Person) -> list[str]:
    """Known as, formal name, and the formal name said backwards."""
    formal = person.formal_name.lower()
    backwards = " ".join(reversed(formal.split()))
    return [way for way in (person.known_as.lower(), formal, backwards) if way]


def _weigh_birthday(newcomer: Newcomer, twin: Twin) -> None:
    theirs, ours = twin.person.born_on, newcomer.born_on
    if theirs and ours:
        points, reason = _compare_days(ours, theirs)
        twin.add(points, reason)
        return
    years = newcomer.born_year or (ours and ours.year), twin.person.year_of_birth
    if all(years):
        same = years[0] == years[1]
        twin.add(1 if same else -1, "born in the same year" if same else "")


def _compare_days(ours: date, theirs: date) -> tuple[float, str]:
    if ours == theirs:
        return 3, "the same birthday"
    if (ours.day, ours.month) == (
        theirs.month,
        theirs.day,
    ) and ours.year == theirs.year:
        return 1.8, "the same birthday with day and month the other way round"
    pairs = zip(f"{ours:%d%m%Y}", f"{theirs:%d%m%Y}", strict=True)
    if sum(a != b for a, b in pairs) == 1:
        return 1.8, "a birthday that differs in one figure"
    return -1, ""
