"""Words in small letters that no dictionary has: likely a name, typed in haste. Pure.

The dictionary is pyspellchecker's (MIT licence), which is American: British spellings,
Scots, medicines and what we eat are made up for here.
"""

import re
from collections.abc import Iterator
from functools import cache

from spellchecker import SpellChecker

from .everyday_words import EVERYDAY
from .text_folding import MARKS
from .words_spoken_here import WORDS_SPOKEN_HERE

#: A word in small letters with what hangs on it; not a part of one with figures.
_WORD = re.compile(rf"(?<![^\W_])(?<![’'-])[a-zà-öø-ÿ][\w{MARKS}’'-]*(?![^\W_])")
#: What is cut off, and what is put in its place, to find the word that it came from.
_ENDINGS = [
    ("’s", ""), ("’", ""), ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"),
    ("ing", ""), ("ing", "e"), ("in’", "ing"), ("in", "ing"), ("er", ""), ("er", "e"),
    ("est", ""), ("ly", ""), ("y", ""), ("ish", ""), ("nae", ""), ("ie", "y"),
    ("less", ""), ("ness", ""), ("able", ""), ("n’t", ""), ("’d", ""), ("’ll", ""),
    ("’ve", ""), ("’re", ""), ("’m", ""),
]  # fmt: skip
#: British, and as the dictionary spells it.
_SPELLINGS = [
    ("our", "or"), ("ise", "ize"), ("isi", "izi"), ("isa", "iza"), ("yse", "yze"),
    ("ll", "l"), ("ogue", "og"), ("re", "er"), ("ae", "e"), ("oe", "e"), ("mm", "m"),
    ("ould", "old"), ("ce", "se"), ("ey", "y"), ("oo", "ou"), ("pp", "p"), ("tt", "t"),
]  # fmt: skip


def unknown_words(text: str) -> Iterator[tuple[int, int]]:
    """Where a word in small letters is in no dictionary.

    >>> text = "my nan shahnaz didn't realise i'd gone to ballina"
    >>> [text[start:end] for start, end in unknown_words(text)]
    ['shahnaz', 'ballina']
    """
    for match in _WORD.finditer(text):
        word = re.sub("['‘ʼ`′]", "’", match[0])
        if word.islower() and not all(map(_is_known, word.split("-"))):
            yield match.span()


def _is_known(word: str) -> bool:
    if len(word) < 3 or any(letter.isdigit() for letter in word):
        return True
    stems = [
        word,
        *(word[: -len(end)] + new for end, new in _ENDINGS if word.endswith(end)),
    ]
    return any(_is_a_word(stem) for stem in stems)


def _is_a_word(word: str) -> bool:
    if word in EVERYDAY or word in WORDS_SPOKEN_HERE or word in _dictionary():
        return True
    spelt = (word.replace(here, there) for here, there in _SPELLINGS if here in word)
    return any(one in _dictionary() for one in spelt)


@cache
def _dictionary() -> SpellChecker:
    return SpellChecker(language="en")
