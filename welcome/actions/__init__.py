"""Everything that can happen to a person's record: one verb, one function.

Call them with the module: `actions.introduce(…)`. Each takes the thing first, the
rest by name, and always `by`, the user acting. Each raises Refused with a sentence.
"""

from .about import ChangedSince, NumberTaken, rewrite
from .conversations import Newer, begin, finish, save
from .correcting import CorrectedSince, correct, dispute
from .dialogs import fill_in, type_total
from .holdings import hold, say_farewell
from .hopes import lay_down, name_hope, rate_hope
from .introductions import close_introduction, introduce, pass_on
from .linking import ask_to_link, link, unlink
from .people import welcome
from .stories import add_passage
from .supporters import add_supporter, end_supporter

__all__ = [
    "ChangedSince",
    "CorrectedSince",
    "Newer",
    "NumberTaken",
    "add_passage",
    "ask_to_link",
    "add_supporter",
    "begin",
    "close_introduction",
    "correct",
    "dispute",
    "end_supporter",
    "fill_in",
    "finish",
    "hold",
    "introduce",
    "lay_down",
    "name_hope",
    "link",
    "pass_on",
    "rate_hope",
    "rewrite",
    "save",
    "say_farewell",
    "type_total",
    "unlink",
    "welcome",
]
