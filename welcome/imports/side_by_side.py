"""A row beside the record that may be the same person, fact by fact."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..finding.possible_duplicates import Twin
from ..models import Import, Person
from .columns import NAMES

#: What is said of another team's person beyond what they are recognised by.
NOT_OURS = "Only their team sees this"


@dataclass(frozen=True)
class Fact:
    label: str
    ours: str
    theirs: str


def said_in(taken: Import, cells: Sequence[str]) -> dict[str, str]:
    """What the row says of each fact, in its own words."""
    said = dict.fromkeys(taken.columns, "")
    for cell, code in zip(cells, taken.columns, strict=False):
        said[code] = said[code] or cell
    return said


def name_in(said: dict[str, str]) -> str:
    parts = [said.get(code, "") for code in ("first_name", "last_name", "formal_name")]
    name = " ".join(filter(None, parts)) or said.get("known_as", "")
    return name if NAMES & set(said) else ""


def beside_person(said: dict[str, str], twin: Twin) -> list[Fact]:
    """The list's words, and ours: of another team's person as little as can be."""
    return _facts(_of_row(said), _of(twin))


def beside_row(said: dict[str, str], other: dict[str, str]) -> list[Fact]:
    """Two rows of one list."""
    return _facts(_of_row(said), _of_row(other))


_LABELS = ("Name", "Born", "Phone", "E-mail", "Postcode")


def _facts(ours: list[str], theirs: list[str]) -> list[Fact]:
    facts = map(Fact, _LABELS, ours, theirs)
    return [fact for fact in facts if fact.ours or fact.theirs not in ("", NOT_OURS)]


def _of_row(said: dict[str, str]) -> list[str]:
    codes = ("born", "phone", "email", "postcode")
    return [name_in(said), *(said.get(code, "") for code in codes)]


def _of(twin: Twin) -> list[str]:
    person = twin.person
    if not twin.is_mine:
        year = str(person.year_of_birth or "")
        return [twin.shown_as, year, NOT_OURS, NOT_OURS, NOT_OURS]
    wish = getattr(person, "contact_wish", None)
    phone, email = (wish.phone, wish.email) if wish else ("", "")
    name = person.formal_name or person.known_as
    return [name, _born(person), phone, email, person.postcode]


def _born(person: Person) -> str:
    if person.born_on:
        return f"{person.born_on:%-d %B %Y}"
    return str(person.born_year or "")
