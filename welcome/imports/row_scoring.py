"""How much a row and a person here have in common."""

from collections.abc import Callable
from datetime import date
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from ..values.phones import digits
from .row_facts import Told

#: As `twins` weighs, and a little less.
WORTH_ASKING = 5.4


class Known(NamedTuple):
    """As much of someone here as is needed to see whether it is worth asking."""

    known_as: str
    formal_name: str
    born_on: date | None
    born_year: int | None
    postcode: str
    phone: str
    email: str


COLUMNS = [*Known._fields[:-2], "contact_wish__phone_digits", "contact_wish__email"]


#: What is asked of the database for each kind of key, each on an index.
ASK: dict[str, tuple[str, Callable[[Known], Any]]] = {
    "name": ("formal", lambda person: person.formal_name.lower()),
    "day": ("born_on", lambda person: person.born_on),
    "phone": ("contact_wish__phone_digits", lambda person: person.phone),
    "email": ("email", lambda person: person.email.lower()),
    "place": ("postcode", lambda person: person.postcode),
}


def points(told: Told, person: Known) -> float:
    """How much speaks for their being one, before the real weighing is asked."""
    points = _birthday(told, person)
    points += 2.5 * (digits(told.phone) == person.phone != "")
    points += 2.5 * (told.email.lower() == person.email.lower() != "")
    points += told.postcode == person.postcode != ""
    if points + 4 < WORTH_ASKING:
        return points  # the same name would not be enough
    return points + 4 * alike(told.name, [person.formal_name, person.known_as])


def _birthday(told: Told, person: Known) -> float:
    one, other = told.born_on, person.born_on
    if one and other:
        if one == other:
            return 3
        return 1.8 if other == turned(one) or _figures_apart(one, other) == 1 else -1
    years = _year(told), _year(person)
    return 0 if None in years else 1 if years[0] == years[1] else -1


def _year(one: Told | Known) -> int | None:
    return one.born_on.year if one.born_on else one.born_year


def alike(name: str, theirs: list[str]) -> float:
    """How near two names are, whichever way round they are said."""
    ours = name.lower()
    ways = {way.lower() for way in theirs if way}
    ways |= {backwards(way) for way in ways}
    if ours in ways:
        return 1
    return max((_ratio(ours, way) for way in ways), default=0)


def _ratio(one: str, other: str) -> float:
    match = SequenceMatcher(None, one, other, autojunk=False)
    return match.ratio() if match.quick_ratio() >= 0.5 else 0


def backwards(name: str) -> str:
    return " ".join(reversed(name.split()))


def turned(day: date) -> date:
    """Day and month the other way round, where there is such a day."""
    return day.replace(day=day.month, month=day.day) if day.day <= 12 else day


def _figures_apart(one: date, other: date) -> int:
    pairs = zip(f"{one:%d%m%Y}", f"{other:%d%m%Y}", strict=True)
    return sum(a != b for a, b in pairs)
