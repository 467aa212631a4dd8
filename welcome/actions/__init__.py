"""Everything that can happen to a person's record: one verb, one function.

Call them with the module: `actions.introduce(…)`. Each takes the thing first, the
rest by name, and always `by`, the user acting. Each raises Refused with a sentence.
"""

from .about import ChangedSince, NumberTaken, rewrite
from .conversations import Newer, begin, finish, save
from .correcting import CorrectedSince, correct, dispute
from .dialogs import fill_in, type_total
from .handovers import ask_to_hold, mark_read, take_back
from .handovers_answered import accept_handover, decline_handover
from .holdings import come_back, hold, say_farewell
from .hopes import lay_down, name_hope, rate_hope
from .introductions import close_introduction, introduce, pass_on
from .maps import MapChanged, redraw
from .naming import name_me
from .people import welcome
from .stories import add_passage
from .supporters import add_supporter, end_supporter

__all__ = [
    "ChangedSince",
    "CorrectedSince",
    "MapChanged",
    "Newer",
    "NumberTaken",
    "accept_handover",
    "add_passage",
    "add_supporter",
    "ask_to_hold",
    "begin",
    "close_introduction",
    "come_back",
    "correct",
    "decline_handover",
    "dispute",
    "end_supporter",
    "fill_in",
    "finish",
    "hold",
    "introduce",
    "lay_down",
    "mark_read",
    "name_hope",
    "name_me",
    "pass_on",
    "rate_hope",
    "redraw",
    "rewrite",
    "save",
    "say_farewell",
    "take_back",
    "type_total",
    "welcome",
]
