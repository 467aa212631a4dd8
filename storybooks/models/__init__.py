"""What is published, for exactly as long as its contributor wants it to be."""

from .books import Storybook
from .consent import Consent, Contributor
from .mark_decisions import MarkDecision, Recognition
from .narrative_states import MOVES, PUBLIC, State
from .narratives import Narrative
from .replacements import Replacement
from .themes import Theme
from .versions import Version, Wish

__all__ = [
    "MOVES",
    "PUBLIC",
    "Consent",
    "Contributor",
    "MarkDecision",
    "Narrative",
    "Recognition",
    "Replacement",
    "State",
    "Storybook",
    "Theme",
    "Version",
    "Wish",
]
