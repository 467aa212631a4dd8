"""What to say in place of marked words: wider, never blank. Pure; an editor decides."""

import re
from collections.abc import Mapping

from .mark import Mark, mark_key
from .spoken_numbers import ONES, TEENS, TENS

#: By the kind of mark. A name has none: its bearer chooses, or the editor.
_WIDER = {
    "email": "an e-mail address",
    "web": "a website",
    "handle": "the name I used online",
    "postcode": "where I lived",
    "phone": "a phone number",
    "ni": "my number",
    "number": "a number",
    "reference": "a number",
    "date": "one day",
    "day": "one day",
    "year": "some years ago",
    "address": "a street nearby",
    "role": "someone people knew",
}
_AGE = re.compile(
    rf"(?i:(?<!\d)([1-9])\d(?!\d)|\b({TENS})(?:[- ]\w+)?\b|\b({TEENS})\b)"
)
_CHILD = re.compile(rf"(?i:\bat (?:\d|{ONES})\b)")
_TENS = TENS.split("|")


def proposal(mark: Mark, book: Mapping[str, str]) -> str:
    """What this book said for the same words, or something wider; "" for neither.

    `book`: what replaced what in the book so far, by `mark_key`.
    """
    if said := book.get(mark_key(mark.text)):
        return said
    return _decade(mark.text) if mark.kind == "age" else _WIDER.get(mark.kind, "")


def _decade(words: str) -> str:
    """An age, less exactly; "" where it names no number that we know how to widen.

    >>> _decade("was thirty-four"), _decade("turned 16"), _decade("at six")
    ('was in my thirties', 'turned a teenager', 'as a child')
    >>> _decade("43yo"), _decade("late fifties"), _decade("aged 05")
    ('in my forties', '', '')
    """
    found = _AGE.search(words)
    if found is None:
        return "as a child" if _CHILD.search(words) else ""
    figure, tens, teens = found.groups()
    if teens or figure == "1":
        return words[: found.start()] + "a teenager"
    ten = tens or _TENS[int(figure) - 2]
    return f"{words[: found.start()]}in my {ten[:-1]}ies"
