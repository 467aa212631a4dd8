"""Keys by which a person and whoever may be the same meet in one index. Pure.

A key is a small number made of facts that seldom agree by chance: both names as they
sound; both names with one letter left out of one; one name with the birthday's year.
A person's keys are kept with their record; a newcomer's are asked for. Two who share
none are not compared at all: so a million people cost no more than a thousand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from uuid import UUID
from zlib import crc32

from .names import one_left_out, same_name, sound, words

#: So many words of a name make keys: the last (mostly the family's) and the first.
_WORDS = 4


@dataclass(frozen=True)
class Facts:
    """What keys are made of."""

    site: UUID | str
    known_as: str
    formal_name: str = ""
    born_on: date | None = None
    born_year: int | None = None
    postcode: str = ""

    @property
    def year(self) -> int | None:
        return self.born_on.year if self.born_on else self.born_year


def keys_of(facts: Facts) -> list[int]:
    """Every key, as the record keeps them."""
    said = [*strong_keys(facts), *word_keys(facts)]
    return sorted({number(facts.site, key) for key in said})


def number(site: UUID | str, key: str) -> int:
    """A key as PostgreSQL's integer; two sites never share one.

    >>> number("1", "a") == number("2", "a"), abs(number("1", "a")) <= 2**31
    (False, True)
    """
    return crc32(f"{site}|{key}".encode()) - 2**31


def strong_keys(facts: Facts) -> Iterator[str]:
    """Those that few share: what twins are looked for by."""
    told = told_words(facts)
    if facts.born_on:
        yield f"day {facts.born_on:%Y%m%d}"
    for one, other in combinations(told, 2):
        yield from _both(one, other)
    for word in told:
        yield from _with_birthday(word, told, facts)
        if facts.postcode:
            yield f"post {facts.postcode} {sound(word)[:1]}"


def word_keys(facts: Facts) -> Iterator[str]:
    """One word of a name alone, which many share: what the search box asks too."""
    for word in told_words(facts):
        yield f"sounds {sound(word)}"
        yield f"word {same_name(word)}"
        yield from (f"slip {left}" for left in one_left_out(word) if len(left) > 3)
    if facts.year:
        yield f"born {facts.year}"
    if facts.postcode:
        yield f"post {facts.postcode}"
        yield f"district {facts.postcode.partition(' ')[0]}"


def told_words(facts: Facts) -> list[str]:
    """The words of both names that count most, each once.

    >>> told_words(Facts("", "Liz", "Elizabeth Anne Mary Jane Marsh"))
    ['marsh', 'elizabeth', 'liz', 'jane']
    """
    formal = list(words(facts.formal_name or facts.known_as))
    called = list(words(facts.known_as))
    first = formal[-1:] + formal[:1] + called + formal[1:-1][::-1]
    return list(dict.fromkeys(first))[:_WORDS]


def _both(one: str, other: str) -> Iterator[str]:
    """Both names, in either order: as they sound, and with one slip in one."""
    yield "both " + " ".join(sorted((sound(one), sound(other))))
    for whole, slipped in ((one, other), (other, one)):
        for left in (slipped, *one_left_out(slipped)):
            yield f"slip {same_name(whole)} {left}"


def _with_birthday(word: str, told: list[str], facts: Facts) -> Iterator[str]:
    """One name as it sounds, another's first letter, and half of the birthday."""
    for other in told:
        if other != word and facts.year:
            yield f"year {facts.year} {sound(word)} {sound(other)[:1]}"
        if other != word and facts.born_on:
            yield f"month {facts.born_on:%m%d} {sound(word)} {sound(other)[:1]}"
