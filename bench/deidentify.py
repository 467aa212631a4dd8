"""How much of what could identify someone is marked in a story, and how much too much.

Each line of `bench/sentences/` is written for this, with every identifier in brackets
and its kind before it. `built_with.txt` was before our eyes while the rules were
written; each of the others was written by someone who did not know the rules, and read
only after it had been measured.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from storybooks.deidentifying.finding import find

SENTENCES = Path(__file__).parent / "sentences"
_PLANTED = re.compile(r"\[(\w+):([^\]]+)\]")


@dataclass
class Found:
    """Counts for one file. `missed`: the words, by kind."""

    words: int = 0
    planted: Counter[str] = field(default_factory=Counter)
    missed: list[tuple[str, str]] = field(default_factory=list)
    known: int = 0
    known_missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        return 1 - len(self.missed) / max(1, self.planted.total())

    @property
    def false_per_1000(self) -> float:
        return 1000 * len(self.false) / max(1, self.words)


def measure() -> list[dict[str, object]]:
    """A row for each file, and one for each kind in it."""
    rows: list[dict[str, object]] = []
    for path in sorted(SENTENCES.glob("*.txt")):
        rows += _rows(path.stem, look(path.read_text().splitlines()))
    return rows


def look(lines: list[str]) -> Found:
    """Every line, with and without knowing whose names are in it."""
    found = Found()
    for line in lines:
        text, planted = unwrapped(line)
        found.words += len(text.split())
        _look_at(text, planted, found)
    return found


def unwrapped(line: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The sentence as it is read, and the kind and place of each identifier.

    >>> unwrapped("So [person:Ros] rang.")
    ('So Ros rang.', [('person', 3, 6)])
    """
    text, planted, at = "", [], 0
    for match in _PLANTED.finditer(line):
        text += line[at : match.start()]
        planted.append((match[1], len(text), len(text) + len(match[2])))
        text += match[2]
        at = match.end()
    return text + line[at:], planted


def _look_at(text: str, planted: list[tuple[str, int, int]], found: Found) -> None:
    people = [text[start:end] for kind, start, end in planted if kind == "person"]
    marks = [(mark.start, mark.end) for mark in find(text)]
    known = [(mark.start, mark.end) for mark in find(text, names=people)]
    found.planted.update(kind for kind, *_ in planted)
    found.known += len(people)
    for kind, *at in planted:
        if not _touched(at, marks):
            found.missed.append((kind, text[slice(*at)]))
        if kind == "person" and not _touched(at, known):
            found.known_missed.append(text[slice(*at)])
    places = [place for _, *place in planted]
    found.false += [text[slice(*mark)] for mark in marks if not _touched(mark, places)]


def _touched(one: Sequence[int], others: Iterable[Sequence[int]]) -> bool:
    """Whether an editor who looks at one of the others looks at this."""
    return any(one[0] < end and start < one[1] for start, end in others)


def _rows(name: str, found: Found) -> list[dict[str, object]]:
    whole: dict[str, object] = {
        "what": f"identifiers, {name}",
        "planted": found.planted.total(),
        "marked %": round(100 * found.share, 1),
        "known people marked %": _percent(found.known, len(found.known_missed)),
        "false marks per 1,000 words": round(found.false_per_1000, 1),
        "words": found.words,
    }
    missed = Counter(kind for kind, _ in found.missed)
    kinds = [
        {
            "what": f"  {kind}",
            "planted": planted,
            "marked %": _percent(planted, missed[kind]),
            "missed": "; ".join(words for one, words in found.missed if one == kind),
        }
        for kind, planted in sorted(found.planted.items())
    ]
    return [whole, *kinds, {"what": "  false", "marks": "; ".join(found.false)}]


def _percent(of: int, missed: int) -> float:
    return round(100 * (1 - missed / max(1, of)), 1)
