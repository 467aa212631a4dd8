"""What is published, for exactly as long as its contributor wants it to be."""

from .books import Storybook
from .consent import Consent, Contributor
from .narratives import MOVES, PUBLIC, Narrative, State
from .replacements import Replacement
from .themes import Theme
from .versions import Version, Wish

__all__ = [
    "MOVES",
    "PUBLIC",
    "Consent",
    "Contributor",
    "Narrative",
    "Replacement",
    "State",
    "Storybook",
    "Theme",
    "Version",
    "Wish",
]
