"""Drawing a story map. Pure: numbers and words in, places and curves out."""

from .drawing import Drawing, draw

__all__ = ["Drawing", "draw"]
