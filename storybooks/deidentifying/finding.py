"""What in a text may give somebody away. Pure: words in, marks out; a person decides.

Two kinds of mark. *Hard*: a rule is sure (a phone number, a postcode, an e-mail, a full
date, the contributor's own name); such a text cannot go on. *Soft*: a word with a
capital letter, of any alphabet, that is not an everyday word; a word in a script that
has no capitals; a name in small letters; a number that could be a date, an age or an
address; a name on the internet; a role that only one person holds. An editor looks at
each, since only a person knows who could be recognised by it.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from .capitals import strange_words
from .identifier_rules import RULES
from .known_names import find_names
from .mark import Mark
from .name_forms import name_words, words_of
from .small_letters import names_in_small_letters
from .small_places import places_in_small_letters
from .soft_rules import SOFT_RULES
from .unknown_words import unknown_words

_IN_SMALL_LETTERS = (names_in_small_letters, places_in_small_letters, unknown_words)


def find(
    text: str, *, names: Iterable[str] = (), safe: Iterable[str] = ()
) -> list[Mark]:
    """Every mark, in order, none over another.

    `names` are known to be somebody's: hard wherever they are read as a name. `safe`
    are words that were chosen to be shown, so they are never marked.

    >>> [m.kind for m in find("Ring Moira on 0131 496 0123.", names=["Moira Bell"])]
    ['name', 'phone']
    >>> find("I took the dog out, because it was light.")
    []
    """
    return find_words(text, names=words_of(names), safe=words_of(safe))


def find_words(text: str, *, names: frozenset[str], safe: frozenset[str]) -> list[Mark]:
    """As `find`, for names that are taken apart already."""
    kept: list[Mark] = []
    for mark in _all(text, names - safe, safe):
        if not any(mark.start < k.end and k.start < mark.end for k in kept):
            kept.append(mark)
    return sorted(kept, key=lambda mark: mark.start)


def _all(text: str, names: frozenset[str], safe: frozenset[str]) -> Iterator[Mark]:
    """What every rule finds, the surest first."""
    soft = []
    for found in find_names(text, names, but=safe):
        at = found.start, found.end, text[found.start : found.end]
        if found.is_hard:
            yield Mark("name", "the contributor’s own name", *at, True)
        else:
            soft.append(Mark("name", "also the contributor’s own name", *at, False))
    yield from _by_rules(text, safe)
    yield from soft
    for start, end in strange_words(text, safe):
        words = "perhaps a name or a place"
        yield Mark("capital", words, start, end, text[start:end], False)
    for start, end in chain.from_iterable(look(text) for look in _IN_SMALL_LETTERS):
        if not _is_shown(text[start:end], safe):
            yield Mark("small", "perhaps a name", start, end, text[start:end], False)


def _by_rules(text: str, safe: frozenset[str]) -> Iterator[Mark]:
    for kind, words, is_hard, rule in chain(RULES, SOFT_RULES):
        for match in rule.finditer(text):
            if is_hard or not _is_shown(match[0], safe):
                yield Mark(kind, words, *match.span(), match[0], is_hard)


def _is_shown(words: str, safe: frozenset[str]) -> bool:
    """Whether all that it names was chosen to be shown. A figure names nobody."""
    named = name_words(words)
    return bool(named) and named <= safe
