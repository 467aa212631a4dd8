"""What hangs on a service: its place, times, area, languages and terms. Pure.

We hold one place, ordinary weeks and postcode districts. What is more than that is
left out with a sentence, and never squeezed in.
"""

import re
from dataclasses import dataclass
from datetime import date

from welcome.values import postcodes
from welcome.values.text_cleaning import clean_code

from .said import Said
from .schedules_read import Times, times_of

#: A service that says one of these says all of them: what it leaves out is empty.
KEYS = [
    "schedules", "service_areas", "service_at_locations", "languages", "phones",
    "contacts", "attributes",
]  # fmt: skip
_DISTRICT = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?", re.ASCII)
_POSTCODE = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?) ?\d[A-Z]{2}", re.ASCII)


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
    times: Times
    districts: list[str]
    languages: list[str]
    terms: list[Linked]


def says_more(said: Said) -> bool:
    return any(key in said.facts for key in KEYS)


def read_more(said: Said, *, today: date) -> More:
    places = said.parts("service_at_locations")
    somewhere = [at for at in places if not _is_virtual(at.part("location"))]
    if len(somewhere) > 1:
        said.left_out.append("It has several places. We took the first.")
    first = (somewhere or places or [Said(None, said)])[0]
    return More(
        place=_place(first.part("location") if somewhere else Said(None, said)),
        by_phone_or_video=len(somewhere) < len(places),
        times=times_of(said, first, today=today),
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


def _districts(said: Said) -> list[str]:
    """The areas that are postcodes. One that is something else: for all."""
    names = [clean_code(n.text("name", 4000)) for n in said.parts("service_areas")]
    found = [_district(said, name.upper()) for name in names]
    if not all(found):
        said.left_out.append(
            "Its area is not in postcode districts, so we show it for every area."
        )
        return []
    return list(dict.fromkeys(found))


def _district(said: Said, area: str) -> str:
    """The first half of a postcode, if this is one; or nothing."""
    if match := _POSTCODE.fullmatch(area):
        said.repaired.append(f"Its area is a whole postcode. We took {match[1]}.")
        return match[1]
    return area if _DISTRICT.fullmatch(area) else ""


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
