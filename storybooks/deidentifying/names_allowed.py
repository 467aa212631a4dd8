"""Which names may be read in a story, by how its contributor asked to be named. Pure.

The name shown above it may be in it; every other name that is known to be theirs may
not. `full`: all of their name. `first`: the first of it. `chosen`: the name they chose,
even where that is their own. `nobody`: none at all, nor one that they chose before.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from .name_forms import first_name, name_words, shown_words, words_of


@dataclass(frozen=True)
class Naming:
    """How somebody asked to be named: one of `Contributor.Named`, and as what."""

    named: str
    shown_as: str


@dataclass(frozen=True)
class Names:
    """The words that may not be in a story, and those of theirs that may."""

    left_out: frozenset[str]
    shown: frozenset[str]


def names_for(naming: Naming, *, own: list[str], chosen: Iterable[str]) -> Names:
    """What to look for. `own` begins with their full name; `chosen` were pseudonyms.

    >>> jean = names_for(Naming("chosen", "Jean"), own=["Eugenia Bell"], chosen=["Ros"])
    >>> sorted(jean.left_out), sorted(jean.shown)
    (['bell', 'eugenia', 'eugeniabell', 'ros'], ['jean'])
    """
    shown = _shown(naming, own[0])
    known = words_of(own)
    if naming.named in ("chosen", "nobody"):
        known = known.union(*(shown_words(name) for name in chosen if name))
    return Names(known - shown, shown)


def _shown(naming: Naming, full_name: str) -> frozenset[str]:
    shown = {
        "full": full_name,
        "first": first_name(full_name),
        "chosen": naming.shown_as,
    }
    return name_words(shown.get(naming.named, ""))
