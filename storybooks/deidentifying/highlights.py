"""A text cut at its marks, so that a page can show each mark with its word. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from .finding import Mark


@dataclass(frozen=True)
class Piece:
    """Some text, and the mark on it, if there is one."""

    text: str
    mark: Mark | None = None


def pieces(text: str, marks: Sequence[Mark]) -> list[list[Piece]]:
    """Paragraphs of pieces. `marks` are in order and none lies over another.

    >>> from .finding import find
    >>> (line,) = pieces("So Ros rang.", find("So Ros rang."))
    >>> [piece.text for piece in line]
    ['So ', 'Ros', ' rang.']
    """
    cut: list[Piece] = []
    at = 0
    for mark in marks:
        cut += [Piece(text[at : mark.start]), Piece(mark.text, mark)]
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
