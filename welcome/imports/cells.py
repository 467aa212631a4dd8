"""One cell, as teams fill it in. Each raises ValueError with a sentence. Pure."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from ..values import identifiers
from ..values.text_cleaning import clean_code

_YES = {"y", "yes", "true", "t", "1", "x", "ok", "okay", "✓", "✔", "aye", "agreed"}
_NO = {"n", "no", "false", "f", "0", "-", "not ok", "none", "never", "✗", "nil"}
_EMPTY = {"", "-", "n/a", "na", "none", "nil", "unknown", "not known", "nk", "?", "tbc"}
#: Words by which who introduced someone is told apart; the first that fits.
_SOURCES = {
    "family": "family|friend|mother|father|mum|dad|sister|brother|wife|husband|"
    "son|daughter|carer",
    "hospital": "hospital|ward|a&e|a and e|infirmary|liaison",
    "mental_health": r"mental health|cmht|iapt|talking therapies|psych\w*|crisis team",
    "gp": "gp|doctor|dr|surgery|practice|primary care|link worker",
    "housing": "housing|homeless|landlord|hostel",
    "council": "council|social work|social worker|social services|adult services",
    "police": "police|custody|probation",
    "voluntary": "charity|voluntary|community group|citizens advice|foodbank|church",
    "self": "self|themselves|walk in|walk-in|own",
}


def is_empty(text: str) -> bool:
    return text.strip().lower() in _EMPTY


def short(text: str, most: int) -> str:
    if len(text) > most:
        raise ValueError(f"This is longer than {most} characters")
    return text.strip()


def identifier(text: str, *, is_chi: bool) -> str:
    """Ten figures; a nought that the spreadsheet swallowed is given back.

    >>> identifier("999 000 0018", is_chi=False), identifier("101801238", is_chi=True)
    ('9990000018', '0101801238')
    """
    figures = identifiers.tidy(text)
    if is_empty(figures):
        return ""
    check = identifiers.is_chi_number if is_chi else identifiers.is_nhs_number
    if is_chi and len(figures) == 9:
        figures = f"0{figures}"
    if not check(figures):
        kind = "CHI number" if is_chi else "NHS number"
        raise ValueError(
            f"This {kind} is not right. Check each digit, or leave it empty"
        )
    return figures


def email(text: str) -> str:
    text = clean_code(text)
    if is_empty(text):
        return ""
    try:
        validate_email(text)
    except ValidationError:
        raise ValueError("Write one address, like name@example.org") from None
    return short(text, 254)


def yes_or_no(text: str) -> bool | None:
    """None where it says something else.

    >>> yes_or_no("Y"), yes_or_no("no"), yes_or_no("only evenings")
    (True, False, None)
    """
    word = text.strip().lower()
    return True if word in _YES else False if word in _NO | _EMPTY else None


def source(text: str) -> str:
    """The code of who introduced them.

    >>> source("Dr Reid, Leith Surgery"), source("self-referral"), source("Lantern")
    ('gp', 'self', 'other')
    """
    said = text.lower()
    fits = (c for c, words in _SOURCES.items() if re.search(rf"\b({words})s?\b", said))
    return next(fits, "other")
