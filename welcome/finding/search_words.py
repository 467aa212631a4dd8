"""What was typed into the search box, taken apart: number, birthday, place, name."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils import timezone

from ..values import birthdays, identifiers, phones, postcodes
from ..values.text_cleaning import clean, plain_figure

#: Any of them parts the numbers of a day or of a phone.
_DASHES = r"\-\u2010-\u2015\u2212"
_REFERENCE = re.compile(r"\bLW-?[A-Z0-9]{4}-?[A-Z0-9]{4}\b", re.IGNORECASE)
_FIGURES = re.compile(rf"(?<!\w)\+?\(?\d[\d\s()+./{_DASHES}]{{3,}}\d")
_YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)")
_POSTCODE = re.compile(
    r"\bBFPO ?\d{1,3}\b|\b[A-Z]{1,2}\d[A-Z\d]?(?: ?\d[A-Z]{2})?\b", re.IGNORECASE
)
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_GAP = rf"[ .,/{_DASHES}]*"
_DAY_IN_WORDS = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)?{_GAP}{_MONTH}{_GAP}['’]?\d{{2,4}}\b"
    rf"|\b{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b",
    re.IGNORECASE,
)


@dataclass
class Asked:
    """What was typed, taken apart."""

    name: str = ""
    all_of: list[Q] = field(default_factory=list)
    #: Keys (find_keys.py) that everyone who is meant must have.
    keys: list[str] = field(default_factory=list)


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
    """Everyone of that day, or of that year."""
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
