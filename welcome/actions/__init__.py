"""Everything that can happen to a person's record: one verb, one function.

Call them with the module: `actions.introduce(…)`. Each takes the thing first, the
rest by name, and always `by`, the user acting. Each raises Refused with a sentence.
"""

from .conversations import Newer, begin, finish, save
from .correcting import CorrectedSince, correct, dispute
from .handovers import ask_to_hold, mark_read, take_back
from .handovers_answered import accept_handover, decline_handover
from .holdings import come_back, hold, say_farewell
from .introductions import close_introduction, introduce, pass_on
from .naming import name_me
from .people import welcome
from .stories import add_passage

__all__ = [
    "CorrectedSince",
    "Newer",
    "accept_handover",
    "add_passage",
    "ask_to_hold",
    "begin",
    "close_introduction",
    "come_back",
    "correct",
    "decline_handover",
    "dispute",
    "finish",
    "hold",
    "introduce",
    "mark_read",
    "name_me",
    "pass_on",
    "save",
    "say_farewell",
    "take_back",
    "welcome",
]
