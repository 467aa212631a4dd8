"""What in a text may give somebody away. Pure: words in, marks out; a person decides.

Two kinds of mark. *Hard*: a rule is sure (a phone number, a postcode, an e-mail, a full
date, the contributor's own name); such a text cannot go on. *Soft*: a word with a
capital letter that is not an everyday word, or a number that could be a date or an age;
an editor looks at each, since only a person knows who could be recognised by it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .everyday_words import EVERYDAY

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|"
    "December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_STREETS = (
    "Road|Rd|Street|St|Avenue|Ave|Lane|Drive|Close|Court|Crescent|Gardens|Grove|Hill|"
    "Mews|Park|Place|Row|Square|Terrace|Walk|Way|Wynd|View|Gate|Brae"
)

#: Kind, what we call it, whether it is hard, and what it looks like; earlier ones win.
_RULES = [
    ("email", "an e-mail address", True, r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    ("web", "a web address", True, r"(?:https?://|www\.)\S+|(?<!\w)@\w{3,}"),
    (
        "postcode",
        "a postcode",
        True,
        r"\b(?:[A-Za-z]{1,2}\d[A-Za-z\d]?|GIR) ?\d[A-Za-z]{2}\b",
    ),
    (
        "ni",
        "a National Insurance number",
        True,
        r"\b[A-Za-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-Da-d]\b",
    ),
    (
        "phone",
        "a phone number",
        True,
        r"(?<![\w+])(?:\+44|0)(?:[ -]?\(?\d\)?){9,10}(?!\w)",
    ),
    ("number", "a long number", True, r"(?<!\w)\d(?:[ -]?\d){6,}(?!\w)"),
    (
        "date",
        "a full date",
        True,
        r"\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d\b"
        rf"|\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTHS})\.?,? (?:19|20)\d\d\b",
    ),
    (
        "address",
        "an address",
        True,
        rf"\b\d{{1,4}}[A-Da-d]?,? (?:[A-Z][\w’'-]+ ){{1,3}}(?:{_STREETS})\b",
    ),
    (
        "day",
        "a day of the year",
        False,
        rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTHS})\b",
    ),
    ("year", "a year", False, r"\b(?:19|20)\d\d\b"),
    (
        "title",
        "somebody with a title",
        False,
        r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Sir|Lady|Nurse|Sister|Father|"
        r"Canon|Imam|Rabbi|PC|Sgt)\.? [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?",
    ),
]
_CAPITAL = re.compile(r"(?<![\w’'])[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")
_WORD = re.compile(r"[\w’'-]+")


@dataclass(frozen=True)
class Mark:
    """A stretch of the text, and why it is marked."""

    kind: str
    words: str
    start: int
    end: int
    text: str
    is_hard: bool


def find(
    text: str, *, names: Iterable[str] = (), safe: Iterable[str] = ()
) -> list[Mark]:
    """Every mark, in order, none over another.

    `names` are known to be somebody's: hard wherever they stand. `safe` are words that
    were chosen to be shown, so they are never marked.

    >>> [m.kind for m in find("Ring Moira on 0131 496 0123.", names=["Moira Bell"])]
    ['name', 'phone']
    >>> find("I took the dog out, because it was light.")
    []
    """
    kept: list[Mark] = []
    shown = _words_of(safe)
    for mark in _all(text, _words_of(names) - shown, shown):
        if not any(mark.start < k.end and k.start < mark.end for k in kept):
            kept.append(mark)
    return sorted(kept, key=lambda mark: mark.start)


def _all(text: str, names: set[str], safe: set[str]) -> Iterator[Mark]:
    """What every rule finds, the surest first."""
    for match in _WORD.finditer(text):
        if _bare(match[0]) in names:
            yield _mark("name", "the contributor’s own name", True, match)
    yield from _by_rules(text, safe)
    for match in _CAPITAL.finditer(text):
        yield from _unknown(text, match, safe)


def _by_rules(text: str, safe: set[str]) -> Iterator[Mark]:
    for kind, words, is_hard, rule in _RULES:
        for match in re.finditer(rule, text):
            if is_hard or not _words_of([match[0]]) <= safe:
                yield _mark(kind, words, is_hard, match)


def _unknown(text: str, match: re.Match[str], safe: set[str]) -> Iterator[Mark]:
    """The words with a capital that are not everyday ones, side by side as one."""
    strange = [
        word
        for word in _WORD.finditer(text, match.start(), match.end())
        if not _is_everyday(word[0]) and _bare(word[0]) not in safe
    ]
    if strange:
        start, end = strange[0].start(), strange[-1].end()
        yield Mark(
            "capital", "perhaps a name or a place", start, end, text[start:end], False
        )


def _mark(kind: str, words: str, is_hard: bool, match: re.Match[str]) -> Mark:
    return Mark(kind, words, match.start(), match.end(), match[0], is_hard)


def _is_everyday(word: str) -> bool:
    return len(word) == 1 or _bare(word) in EVERYDAY or word.partition("’")[0] == "I"


def _words_of(phrases: Iterable[str]) -> set[str]:
    """Each word that could stand for somebody; “a” and “of” stand for nobody."""
    words = {_bare(word) for phrase in phrases for word in _WORD.findall(phrase)}
    return {word for word in words if len(word) > 2}


def _bare(word: str) -> str:
    """Small letters, without what hangs on: Jean’s is jean."""
    word = word.casefold().replace("'", "’").strip("-’")
    return word.removesuffix("’s")
