"""Everything that can happen to a narrative: one verb, one function, one transaction.

Each takes the narrative first, the rest by name, and always `by`, the user acting: an
editor, or the hand of the house for a contributor at their own door and for the clock.
Each raises Refused if the narrative has moved on since it was read.
"""

from .approvals import agree_again, approve, ask_changes
from .clearing import mark_deidentified
from .expiry import keep_consent
from .mark_decisions import decide_mark
from .names_left_out import NameLeftIn, Naming, note_name_left_in
from .publishing import note_copies, publish, take_down, withdraw
from .replacements import replace
from .sending import send_link_again, send_to_contributor
from .writing import add_contributor, edit, write

__all__ = [
    "NameLeftIn",
    "Naming",
    "add_contributor",
    "agree_again",
    "approve",
    "ask_changes",
    "decide_mark",
    "edit",
    "keep_consent",
    "mark_deidentified",
    "note_copies",
    "note_name_left_in",
    "publish",
    "replace",
    "send_link_again",
    "send_to_contributor",
    "take_down",
    "withdraw",
    "write",
]
