"""What hangs on a service: its place, times, area, languages and terms. Pure.

We hold one place, ordinary weeks and postcode districts. What is more than that is
left out with a sentence, and never squeezed in.
"""

import re
from dataclasses import dataclass
from datetime import time

from welcome.values import postcodes
from welcome.values.numbers_from_outside import whole_number
from welcome.values.text_cleaning import clean_code

from .said import Said

#: A service that says one of these says all of them: what it leaves out is empty.
KEYS = [
    "schedules", "service_areas", "service_at_locations", "languages", "phones",
    "contacts", "attributes",
]  # fmt: skip
_DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?")
_DISTRICT = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?", re.ASCII)


@dataclass(frozen=True)
class Place:
    where: str
    access: str
    address: str
    city: str
    postcode: str


@dataclass(frozen=True)
class Linked:
    """A term, and how it is meant: `link_type` of the file."""

    id: str
    name: str
    how: str


@dataclass(frozen=True)
class More:
    place: Place
    by_phone_or_video: bool
    times: frozenset[tuple[int, time, time]]
    districts: list[str]
    languages: list[str]
    terms: list[Linked]


def says_more(said: Said) -> bool:
    return any(key in said.facts for key in KEYS)


def read_more(said: Said) -> More:
    places = [at.part("location") for at in said.parts("service_at_locations")]
    somewhere = [place for place in places if not _is_virtual(place)]
    if len(somewhere) > 1:
        said.left_out.append("It has several places. We took the first.")
    return More(
        place=_place(somewhere[0] if somewhere else Said(None, said)),
        by_phone_or_video=len(somewhere) < len(places),
        times=_times(said),
        districts=_districts(said),
        languages=_languages(said),
        terms=_terms(said),
    )


def _is_virtual(place: Said) -> bool:
    """By its own word, or where it says none by its address's."""
    told = [place.facts.get("location_type")]
    told += [one.facts.get("address_type") for one in place.parts("addresses")]
    return next((kind for kind in told if kind), "") == "virtual"


def _place(place: Said) -> Place:
    access = place.parts("accessibility") or [place]
    addresses = place.parts("addresses")
    address = addresses[0] if addresses else Said(None, place)
    return Place(
        where=place.text("name", 160),
        access=access[0].text("description", 200) if access[0] is not place else "",
        address=address.text("address_1", 200),
        city=address.text("city", 80),
        postcode=str(address.checked("postal_code", 12, postcodes.tidy)),
    )


def _times(said: Said) -> frozenset[tuple[int, time, time]]:
    found: dict[tuple[int, time], time] = {}
    for one in said.parts("schedules"):
        opens, closes = (_time(one.facts.get(at)) for at in ("opens_at", "closes_at"))
        days = _days(one)
        if opens is None or closes is None or closes <= opens or not days:
            said.left_out.append("One of its times is not in an ordinary week.")
            continue
        found |= {(day, opens): closes for day in days}
    return frozenset((day, opens, closes) for (day, opens), closes in found.items())


def _days(schedule: Said) -> list[int]:
    """The days of each week on which it is; none where it is another rhythm."""
    facts = schedule.facts
    codes = [code.strip() for code in str(facts.get("byday") or "").split(",")]
    every_week = facts.get("interval") in (None, 1)
    is_weekly = facts.get("freq", "WEEKLY") == "WEEKLY" and every_week
    if not is_weekly or not all(code in _DAYS for code in codes):
        return []
    return [_DAYS.index(code) + 1 for code in codes]


def _time(told: object) -> time | None:
    match = _TIME.fullmatch(told) if isinstance(told, str) else None
    if match is None:
        return None
    return time(whole_number(match[1]) or 0, whole_number(match[2]) or 0)


def _districts(said: Said) -> list[str]:
    """The areas that are postcode districts. One that is something else: for all."""
    names = [clean_code(n.text("name", 4000)) for n in said.parts("service_areas")]
    found = [name.upper() for name in names if _DISTRICT.fullmatch(name.upper())]
    if len(found) < len(names):
        said.left_out.append(
            "Its area is not in postcode districts, so we show it for every area."
        )
        return []
    return list(dict.fromkeys(found))


def _languages(said: Said) -> list[str]:
    names = [one.text("name", 40) for one in said.parts("languages")]
    return list(dict.fromkeys(n for n in names if n and n.casefold() != "english"))


def _terms(said: Said) -> list[Linked]:
    found = []
    for one in said.parts("attributes"):
        term = one.part("taxonomy_term")
        name = term.text("name", 4000, as_is=True)
        name = name or term.text("term", 4000, as_is=True)
        pk = str(term.facts.get("id") or one.facts.get("taxonomy_term_id") or "")
        found.append(Linked(pk, name, str(one.facts.get("link_type") or "")))
    return found
