"""The parts of a record that are compared side by side, and the rule for each."""

from dataclasses import dataclass
from typing import Any

from ..models import ContactWish, Identifier, Person

#: The rules. `both`: the other one's is shown beside, as long as they are linked.
KEPT, OTHER, BOTH = "kept", "other", "both"


@dataclass(frozen=True)
class Part:
    """Some columns that belong together: an address has no use without its postcode."""

    key: str
    label: str
    columns: tuple[str, ...]
    both: str = ""

    def said(self, person: Person) -> str:
        values = [getattr(person, column) for column in self.columns]
        return ", ".join(_say(value) for value in values if value)


@dataclass
class Compared:
    """One part of both records. Asked only where both say something, and differ."""

    key: str
    label: str
    kept: str
    other: str
    both: str = ""

    @property
    def is_asked(self) -> bool:
        return bool(self.kept and self.other and self.kept != self.other)

    @property
    def is_filled(self) -> bool:
        """The record that stays says nothing: it takes what the other knows."""
        return bool(self.other and not self.kept)

    @property
    def is_same(self) -> bool:
        return bool(self.kept) and not self.is_asked

    @property
    def default(self) -> str:
        return BOTH if self.both else KEPT


PARTS = [
    Part("name", "Name", ("known_as", "formal_name"), "Keep both: also known as"),
    Part("pronouns", "Pronouns", ("pronouns",)),
    Part("born", "Birthday", ("born_on", "born_year")),
    Part("home", "Address", ("address", "postcode"), "Keep both addresses"),
    Part("language", "Language and interpreter", ("language", "interpreter")),
    Part("doctor", "GP practice", ("gp_practice", "gp_phone")),
]
REACH = "reach"
_NO_WISH = ("id", "person_id")


def compared(kept: Person, other: Person) -> list[Compared]:
    """Everything that both could say, in the order of the record."""
    rows = [
        Compared(part.key, part.label, part.said(kept), part.said(other), part.both)
        for part in PARTS
    ]
    rows.append(
        Compared(
            REACH,
            "How to reach them safely",
            reach_of(kept),
            reach_of(other),
            "Keep both numbers, each with its own rules",
        )
    )
    return [row for row in rows + _numbers(kept, other) if row.kept or row.other]


def reach_of(person: Person) -> str:
    """As the banner says it; nothing where no one asked yet."""
    wish = getattr(person, "contact_wish", None)
    if wish is None or not (wish.phone or wish.email or wish.words):
        return ""
    return " ".join(wish.sentences)


def wish_columns(wish: ContactWish) -> dict[str, object]:
    columns = [field.attname for field in wish._meta.concrete_fields]
    return {name: getattr(wish, name) for name in columns if name not in _NO_WISH}


def _numbers(kept: Person, other: Person) -> list[Compared]:
    ours = {number.system: number for number in kept.identifiers.all()}
    theirs = {number.system: number for number in other.identifiers.all()}
    return [
        Compared(
            system.value,
            system.label,
            ours[system].spaced if system in ours else "",
            theirs[system].spaced if system in theirs else "",
        )
        for system in Identifier.System
    ]


def _say(value: Any) -> str:
    return f"{value:%-d %B %Y}" if hasattr(value, "strftime") else str(value)
