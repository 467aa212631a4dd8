"""A text cut at its marks, so that a page can show each mark with its word. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .mark import Mark, mark_key


@dataclass(frozen=True)
class Piece:
    """Some text, and the mark on it, if there is one."""

    text: str
    mark: Mark | None = None
    #: Its place in the list of marks to decide on; 0 where it is not in it.
    number: int = 0

    @property
    def look(self) -> str:
        """How it is shown: it must go, it is to be looked at, or it was decided on."""
        if self.mark and self.mark.is_hard:
            return "must"
        return "look" if self.number else "done"


def pieces(
    text: str, marks: Sequence[Mark], numbers: Mapping[str, int] | None = None
) -> list[list[Piece]]:
    """Paragraphs of pieces. `marks` are in order and none lies over another.

    `numbers`: by `mark_key`, the place of those that are to be decided on.

    >>> from .finding import find
    >>> (line,) = pieces("So Ros rang.", find("So Ros rang."))
    >>> [piece.text for piece in line]
    ['So ', 'Ros', ' rang.']
    """
    cut: list[Piece] = []
    at = 0
    for mark in marks:
        number = (numbers or {}).get(mark_key(mark.text), 0)
        cut += [Piece(text[at : mark.start]), Piece(mark.text, mark, number)]
        at = mark.end
    return _paragraphs([*cut, Piece(text[at:])])


def _paragraphs(cut: list[Piece]) -> list[list[Piece]]:
    lines: list[list[Piece]] = [[]]
    for piece in cut:
        if piece.mark:
            lines[-1].append(piece)
            continue
        first, *others = piece.text.split("\n\n")
        lines[-1].append(Piece(first))
        lines += [[Piece(other)] for other in others]
    return [[p for p in line if p.text] for line in lines if any(p.text for p in line)]
