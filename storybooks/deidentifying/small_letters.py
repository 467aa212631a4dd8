"""Names that somebody typed in small letters: "i told amina". Pure.

Which words are names is known from Faker's lists for the languages that are spoken here
(MIT licence), and from a short list of our own where it has none. What is an everyday
word too is left to the capital: "will" and "grace" are marked as Will and Grace only.
"""

import importlib
import re
from collections.abc import Iterator
from functools import cache

from welcome.likeness.nicknames import FAMILIES

from .everyday_words import EVERYDAY
from .more_names import MORE_NAMES
from .small_words import AFTER_AN_AUNT, SMALL_WORDS
from .text_folding import MARKS
from .towns import TOWNS
from .words_that_are_names import WORDS_THAT_ARE_NAMES

#: Those of Faker's whose lists are in Latin letters.
_LANGUAGES = """
en_GB en_IE ga_IE en_IN en_PK en_NG ha_NG ig_NG yo_NG en_KE tw_GH sw zu_ZA pl_PL ro_RO
tr_TR vi_VN es_ES pt_PT it_IT de_DE fr_FR lt_LT lv_LV hu_HU cs_CZ sk_SK hr_HR nl_NL
"""
_LISTS = re.compile("(first|last)_names|given_names|family_names")
#: Two letters tell nobody from a slip of the finger.
_SHORTEST = 3
#: "A lass called precious": here a word is a name.
_CALLED = re.compile(
    r"\b(?:called|named|names? (?:is|was|were)|name[’']s|known as) ([a-z]{4,})\b"
)
#: Given names that are words. Said of somebody here: "this nurse, blessing, she sang".
_GIVEN = (
    "angel|blessing|charity|comfort|destiny|divine|faith|favour|gift|goodness|grace|hope|"
    "innocent|joy|mercy|miracle|patience|precious|prince|princess|promise|sunday"
)
#: After a comma too; a Sunday is only one between two.
_SPOKEN_OF = re.compile(
    r"(?:, (?!sunday(?!,))"
    r"|\b(?:me and|told|met|asked|nurse|sister|brother|mate|friend) )"
    rf"({_GIVEN})\b"
)
#: "My mam carol": after these a word is a name.
_KIN = re.compile(
    r"\b(?:mam|mum|mom|ma|dad|da|nan|gran|auntie|aunty|aunt|uncle|cousin|sister|brother|"
    r"son|daughter|mate|pal|friend|husband|wife|partner|nurse|worker|keyworker|doctor|"
    r"neighbour|cpn|gp|counsellor|therapist|called|named) ([a-z]{3,})\b"
)
_AUNT = re.compile(
    r"\b(?:auntie|aunty|aunt|uncle|wee|big|old|me and|our) ([a-z]{3,})\b"
)
#: Where a word is said as a name, and the words that are one there.
_SAID_AS_NAMES = [
    (_CALLED, WORDS_THAT_ARE_NAMES | SMALL_WORDS - EVERYDAY),
    (_KIN, WORDS_THAT_ARE_NAMES - SMALL_WORDS - EVERYDAY),
    (_AUNT, WORDS_THAT_ARE_NAMES | SMALL_WORDS - EVERYDAY - AFTER_AN_AUNT),
    (_SPOKEN_OF, frozenset(_GIVEN.split("|"))),
]
_WORD = re.compile(rf"(?<![^\W_])[^\W\d_A-Z][^\W\d_{MARKS}]*(?:-[^\W\d_]+)*(?![^\W_])")


def names_in_small_letters(text: str) -> Iterator[tuple[int, int]]:
    """Where a word in small letters is known as a name, or spoken of as one.

    >>> text = "i told shabnam that dave and my mam carol will ring on thursday"
    >>> [text[start:end] for start, end in names_in_small_letters(text)]
    ['shabnam', 'dave', 'carol']
    """
    for match in _WORD.finditer(text):
        if match[0].islower() and not known().isdisjoint(match[0].split("-")):
            yield match.span()
    for rule, names in _SAID_AS_NAMES:
        for match in rule.finditer(text):
            if match[1] in names:
                yield match.span(1)


@cache
def known() -> frozenset[str]:
    """Every name that is no everyday word, in small letters. About 25,000."""
    names = {word for language in _LANGUAGES.split() for word in _of(language)}
    names |= {name for family in FAMILIES for name in family}
    names -= SMALL_WORDS | EVERYDAY | WORDS_THAT_ARE_NAMES
    names |= MORE_NAMES - EVERYDAY | TOWNS
    return frozenset(name for name in names if len(name) >= _SHORTEST)


def _of(language: str) -> Iterator[str]:
    lists = importlib.import_module(f"faker.providers.person.{language}").Provider
    for name in filter(_LISTS.match, dir(lists)):
        for one in getattr(lists, name):
            yield from re.findall(r"[^\W\d_]+", one.casefold())
