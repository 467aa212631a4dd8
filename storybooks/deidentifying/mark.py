"""A mark on a text, and how marked words are compared. Pure."""

from dataclasses import dataclass

from .text_folding import folded, lowered


@dataclass(frozen=True)
class Mark:
    """A stretch of the text, and why it is marked."""

    kind: str
    words: str
    start: int
    end: int
    text: str
    is_hard: bool


def mark_key(words: str) -> str:
    """The words as they are compared: small letters, no accents.

    >>> mark_key("Élodie"), mark_key("ELODIE ")
    ('elodie', 'elodie')
    """
    return lowered(folded(words).text).strip()
