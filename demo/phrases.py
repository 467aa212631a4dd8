"""What people say: lines written by hand in `words/`, dealt so that none comes soon again.

A line is `tag tag: words`. A tag is a need that the line speaks of, or something that
must be true of the person (scotland, england, young, old, working, alone, children);
`any` asks for nothing. Questions carry their answer after a bar.
"""

from collections import defaultdict, deque
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
    """One team's cards: a line that was just dealt is not dealt again for a while."""

    def __init__(self) -> None:
        self._lately: dict[str, deque[str]] = defaultdict(lambda: deque(maxlen=30))

    def deal(self, rng: Random, kind: str, about: str, facts: frozenset[str]) -> str:
        """A line of this kind, about this, that this person could say."""
        cards = fitting(kind, about, facts)
        lately = self._lately[kind]
        fresh = [card for card in cards if card.words not in lately] or cards
        words = rng.choice(fresh).words
        lately.append(words)
        return words
