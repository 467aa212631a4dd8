"""A mark on a text. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Mark:
    """A stretch of the text, and why it is marked."""

    kind: str
    words: str
    start: int
    end: int
    text: str
    is_hard: bool
