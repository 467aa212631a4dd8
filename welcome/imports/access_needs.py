"""What a cell says they need in order to come: our adjustments, and words. Pure."""

import re
from collections.abc import Iterator

from . import cells

#: Words by which an adjustment of our list is told.
_TERMS = {
    "large_print": "large (print|text|font)|big print",
    "easy_read": "easy[ -]?read",
    "bsl": "bsl( interpreter)?|british sign language|sign language",
    "interpreter": "(?<!bsl )interpreter|translator",
    "short_sentences": "short sentences|(more|extra) time",
    "quiet": "(quiet|calm)( (place|space|room|area))?",
    "step_free": "step[ -]free( access)?|no (steps|stairs)|level access|ground floor|"
    "wheelchair access",
    "reminder": "(text )?reminders?( the day before)?",
    "companion": "companion|someone with (them|her|him)",
    "woman": "(female|woman)( (worker|only))?|women only",
    "man": "(male|man)( (worker|only))?|men only",
    "home": "home visits?|visit(ed|s)? at home",
}
#: Only where a part says no more than this: a sentence may speak of anyone.
_ALONE = {"woman", "man", "companion"}
#: Says more than the adjustment that it asks for.
_HINTS = {"wheelchair": "step_free"}
_FILLER = r"\b(to be|to meet|needs?|requires?|required|needed|please|prefers|an?)\b"
_NOT = r"\b(no|not|never|without|doesn.?t|don.?t|declined)\b"


def read(text: str) -> tuple[list[str], str]:
    """The adjustments that we know by name; and all its words, if it says more.

    >>> read("Large print; BSL interpreter and no steps")
    (['large_print', 'bsl', 'step_free'], '')
    >>> read("Quiet room, sits near the door")
    (['quiet'], 'Quiet room, sits near the door')
    >>> read("Does not need large print"), read("Uses a wheelchair")
    (([], 'Does not need large print'), (['step_free'], 'Uses a wheelchair'))
    >>> read("Large print: yes\\nBSL: no"), read("No")
    ((['large_print'], ''), ([], ''))
    """
    codes: list[str] = []
    says_more = False
    for part in _parts(text):
        exactly, told = _one(part)
        codes += [code for code in told if code not in codes]
        says_more = says_more or not exactly
    return codes, text if says_more else ""


def _one(part: str) -> tuple[bool, list[str]]:
    """Whether the adjustments say all that this part says, and which they are."""
    bare = " ".join(re.sub(_FILLER, " ", part).split())
    for code, words in _TERMS.items():
        if re.fullmatch(words, bare):
            return True, [code]
    if re.search(_NOT, part):
        return False, []
    terms = {words: code for code, words in _TERMS.items() if code not in _ALONE}
    terms |= _HINTS
    return False, [c for said, c in terms.items() if re.search(rf"\b({said})\b", part)]


def _parts(text: str) -> Iterator[str]:
    """Each need by itself, in small letters; without what is said not to be needed."""
    for part in re.split(r"[;,/&+\n]|\band\b", text.lower()):
        heading, _, answer = part.strip(" .-•").rpartition(":")
        needed = cells.yes_or_no(answer)
        if needed is None:
            yield answer.strip()
        elif needed and heading:
            yield heading.strip()
        elif needed:
            yield answer.strip()
