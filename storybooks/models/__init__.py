"""What is published, for exactly as long as its contributor wants it to be."""

from .books import Storybook
from .consent import Consent, Contributor
from .narrative import MOVES, Narrative, State, Version
from .replacements import Replacement

__all__ = [
    "MOVES",
    "Consent",
    "Contributor",
    "Narrative",
    "Replacement",
    "State",
    "Storybook",
    "Version",
]
