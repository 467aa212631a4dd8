"""Everything that can happen to a person's record: one verb, one function.

Call them with the module: `actions.introduce(…)`. Each takes the thing first, the
rest by name, and always `by`, the user acting. Each raises Refused with a sentence.
"""

from .conversations import Newer, begin, finish, save
from .correcting import CorrectedSince, correct, dispute
from .holdings import hold, say_farewell
from .huddles import (
    DecidedSince,
    begin_huddle,
    decide,
    do_task,
    end_huddle,
    raise_in_huddle,
)
from .introductions import close_introduction, introduce, pass_on
from .meetings import log_call, plan_meeting, settle_meeting
from .people import welcome
from .stories import add_passage

__all__ = [
    "CorrectedSince",
    "DecidedSince",
    "Newer",
    "add_passage",
    "begin",
    "begin_huddle",
    "close_introduction",
    "correct",
    "decide",
    "dispute",
    "do_task",
    "end_huddle",
    "finish",
    "hold",
    "introduce",
    "log_call",
    "pass_on",
    "plan_meeting",
    "raise_in_huddle",
    "save",
    "say_farewell",
    "settle_meeting",
    "welcome",
]
