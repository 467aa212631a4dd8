"""Everything that can happen to a person's record: one verb, one function.

Call them with the module: `actions.introduce(…)`. Each takes the thing first, the
rest by name, and always `by`, the user acting. Each raises Refused with a sentence.
"""

from .conversations import Newer, begin, finish, save
from .correcting import CorrectedSince, correct, dispute
from .holdings import hold, say_farewell
from .introductions import close_introduction, introduce, pass_on
from .not_the_same import say_none_is_the_same, say_not_the_same
from .people import welcome
from .stories import add_passage

__all__ = [
    "CorrectedSince",
    "Newer",
    "add_passage",
    "begin",
    "close_introduction",
    "correct",
    "dispute",
    "finish",
    "hold",
    "introduce",
    "pass_on",
    "save",
    "say_farewell",
    "say_none_is_the_same",
    "say_not_the_same",
    "welcome",
]
