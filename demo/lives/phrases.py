"""What people say: lines written by hand, in `words/`, dealt so that few repeat.

A line is `tag tag: words`. A tag is a need that the line speaks of, or something that
must be true of the person (scotland, england, young, old, working, alone, children);
`any` asks for nothing. Questions carry their answer after a bar.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

WORDS = Path(__file__).parent / "words"
CONDITIONS = {"scotland", "england", "young", "old", "working", "alone", "children"}


@dataclass(frozen=True)
class Line:
    #: Needs, sources, reasons or outcomes that it fits; none: it fits any.
    about: frozenset[str]
    #: What must be true of whoever says it.
    only: frozenset[str]
    words: str


@cache
def lines(kind: str) -> tuple[Line, ...]:
    """Every line of one kind, in the order of its file."""
    rows = (WORDS / f"{kind}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(_line(row) for row in rows if row.strip() and row[0] != "#")


def _line(row: str) -> Line:
    tags, _, words = row.partition(": ")
    said = set(tags.split()) - {"any"}
    return Line(frozenset(said - CONDITIONS), frozenset(said & CONDITIONS), words)


@cache
def fitting(kind: str, about: str, facts: frozenset[str]) -> tuple[Line, ...]:
    """What this person could say about that; lines that fit any, where none does."""
    true = [line for line in lines(kind) if line.only <= facts]
    exactly = tuple(line for line in true if about in line.about)
    return exactly or tuple(line for line in true if not line.about)


class Deck:
    """Cards of one team or town: what was dealt lately is not dealt again for long."""

    def __init__(self) -> None:
        #: When each line was last dealt, counted in deals.
        self._dealt: dict[str, int] = {}
        self._deals = 0

    def deal(self, rng: Random, kind: str, about: str, facts: frozenset[str]) -> str:
        """A line of this kind, about this, that this person could say.

        By chance out of the third that was not heard for longest.
        """
        cards = fitting(kind, about, facts)
        oldest = sorted(cards, key=lambda card: self._dealt.get(card.words, 0))
        words = rng.choice(oldest[: (len(oldest) + 2) // 3]).words
        self._deals += 1
        self._dealt[words] = self._deals
        return words
