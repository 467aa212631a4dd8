"""Names that are known to be somebody's, wherever they are in a text. Pure.

How a word of a name is found depends on what else it is:

- a name and nothing else (Amina, Li): in any case, with or without what hangs on;
- also a word (Will, Hope): wherever it has a capital, first in a sentence too, since no
  reader can tell which it is; in small letters it is marked, and may stay;
- also a little word (So, He, An): with a capital inside a sentence. First in a sentence
  it is marked: nobody reads "So I rang" as a name, and no text can do without them;
- in a script without capitals: anywhere, also inside a longer word, since such scripts
  tie other words to a name, or leave no blank between them.

`names_found` in the database is the same in SQL; a test compares the two.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from .everyday_words import EVERYDAY
from .name_forms import caseless
from .text_folding import (
    SEPARATORS,
    Folded,
    letters_of,
    lowered,
    readings,
)
from .words_that_are_names import WORDS_THAT_ARE_NAMES


@dataclass(frozen=True)
class Found:
    """Where a known name is, and whether it must go."""

    start: int
    end: int
    is_hard: bool


def find_names(
    text: str, words: Collection[str], but: Collection[str] = ()
) -> list[Found]:
    """Every place in the text where one of these words is; `but` may stay.

    >>> from storybooks.deidentifying.name_forms import name_words

    >>> find_names("I will ring. Will rang.", name_words("Will"))
    [Found(start=2, end=6, is_hard=False), Found(start=13, end=17, is_hard=True)]
    """
    words = {word for word in words if word not in but}
    if not words:
        return []
    found: list[Found] = []
    for reading in readings(text):
        found += _in_reading(reading, words, but)
    return _none_over_another(sorted(found, key=lambda one: (one.start, -one.end)))


def _in_reading(
    reading: Folded, words: set[str], but: Collection[str]
) -> Iterator[Found]:
    for word, start, end in letters_of(reading.text):
        name = _known(lowered(word), words, but)
        if name and (verdict := _verdict(word, name, reading.text, start)):
            yield Found(*reading.at(start, end), verdict is MUST_GO)
    low = lowered(reading.text)
    for name in filter(caseless, words):
        for match in re.finditer(re.escape(name), low):
            yield Found(*reading.at(*match.span()), True)


def _none_over_another(found: list[Found]) -> list[Found]:
    """The longest of each that overlap; it must go if one of them must."""
    kept: list[Found] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
            continue
        last = kept[-1]
        is_hard = last.is_hard or one.is_hard
        kept[-1] = Found(last.start, max(last.end, one.end), is_hard)
    return kept


class Verdict(Enum):
    MUST_GO = auto()
    LOOK_AT_IT = auto()


MUST_GO, LOOK_AT_IT = Verdict


def _verdict(word: str, name: str, text: str, start: int) -> Verdict | None:
    """What to do with a word that is spelt like a name; None where it is nobody’s."""
    is_small = word == lowered(word)
    if len(name) > 1 and name not in EVERYDAY:
        is_a_word = is_small and name in WORDS_THAT_ARE_NAMES
        return LOOK_AT_IT if is_a_word else MUST_GO
    if is_small or name == "i":
        return None
    if name not in EVERYDAY or _is_inside(text, start):
        return MUST_GO
    return LOOK_AT_IT if len(name) > 1 else None


def _known(low: str, words: set[str], but: Collection[str]) -> str | None:
    """The name that it is, alone or with the s of “Aminas”."""
    if low in words:
        return low
    short = low[:-1]
    is_tailed = low[-1:] == "s" and len(short) > 2 and short not in EVERYDAY
    return short if is_tailed and low not in but and short in words else None


def _is_inside(text: str, start: int) -> bool:
    """Whether a sentence has begun already: a letter, a figure or a comma, blanks."""
    before = text[:start].rstrip(" \t")
    return 0 < len(before) < start and bool(_GOES_ON.match(before[-1]))


_GOES_ON = re.compile(rf"[0-9,;]|[^{SEPARATORS}]")
