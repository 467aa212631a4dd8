"""Words of a text and of a name, in the form in which they are compared."""

import re
from collections.abc import Iterable
from functools import lru_cache

from .text_folding import (
    JOINERS,
    SEPARATORS,
    folded,
    letters_of,
    lowered,
    readings,
)

#: Before a name, and no part of it.
_TITLES = re.compile(
    r"^(?:(?:mr|mrs|ms|miss|mx|dr|doctor|prof|professor|sir|dame|rev|revd)\.? +)+",
    re.IGNORECASE,
)
#: In small letters after a name, these name nobody: Ludwig van der Berg. The first word
#: always does: Al Green may be written in small letters.
_LITTLE = {"al", "el", "bin", "bint", "ibn", "van", "von", "de", "der", "den", "da"} | {
    "di", "du", "la", "le", "los", "las", "dos", "y", "and"
}  # fmt: skip
#: The O of O’Brien and the N of N’Golo, which alone are nobody.
_PREFIX = re.compile(rf"(?<![^{SEPARATORS}])[A-Za-z][{JOINERS}](?=[^{SEPARATORS}])")


@lru_cache(maxsize=2_000)
def name_words(name: str) -> frozenset[str]:
    """Every word by which somebody with this name could be called.

    >>> sorted(name_words("Dr Anne-Marie O’Brien"))
    ['anne', 'annemarie', 'annemarieobrien', 'brien', 'marie', 'obrien']
    """
    name = without_title(name)
    whole = folded(name).text
    once = re.sub(f"[{SEPARATORS}]+", "", whole)
    read = [_PREFIX.sub("", whole), readings(name)[2].text, once]
    words = set()
    for text in read:
        first, *others = [word for word, *_ in letters_of(text)] or [""]
        words |= {first, *(word for word in others if word not in _LITTLE)} - {""}
    return frozenset(map(lowered, words))


def shown_words(shown_as: str) -> frozenset[str]:
    """The name in “Shona, a peer worker”: what has a capital, before the comma."""
    words = shown_as.partition(",")[0].split()
    named = [word for word in words if word[:1] != word[:1].lower() or caseless(word)]
    return name_words(" ".join(named or words))


def first_name(name: str) -> str:
    """What comes first in a name, without a title.

    >>> first_name("Dr. Eugenia Rutherford"), first_name("Jo")
    ('Eugenia', 'Jo')
    """
    return (without_title(name).split() or [""])[0]


def without_title(name: str) -> str:
    return _TITLES.sub("", name.strip()) or name


def caseless(word: str) -> bool:
    """Whether its script has no capitals."""
    return bool(word) and word.lower() == word.upper()


def words_of(names: Iterable[str]) -> frozenset[str]:
    """The words of several names."""
    return frozenset().union(*(name_words(name) for name in names if name.strip()))
