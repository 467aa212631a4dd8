"""Drawing a story map. Pure: numbers and words in, places and curves out."""

from .drawing import draw
from .drawn_parts import Drawing

__all__ = ["Drawing", "draw"]
