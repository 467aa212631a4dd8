"""Everything that can happen to a person's record: one verb, one function.

Call them with the module: `actions.introduce(…)`. Each takes the thing first, the
rest by name, and always `by`, the user acting. Each raises Refused with a sentence.
"""

from .about import ChangedSince, NumberTaken, rewrite
from .conversations import Newer, begin, finish, save
from .corrections import CorrectedSince, correct, dispute
from .dialogs import fill_in, type_total
from .emergencies import close_emergency, open_in_emergency, review, say_told
from .handover_answers import accept_handover, decline_handover
from .handovers import ask_to_hold, mark_read, take_back
from .holdings import come_back, hold, say_farewell
from .hopes import lay_down, name_hope, rate_hope
from .huddles import (
    DecidedSince,
    begin_huddle,
    decide,
    do_task,
    end_huddle,
    raise_in_huddle,
)
from .introductions import close_introduction, introduce, pass_on
from .linking import ask_to_link, link, unlink
from .meetings import log_call, plan_meeting, settle_meeting
from .named_worker import name_me
from .people import welcome
from .possible_duplicates import say_none_is_the_same, say_not_the_same
from .safeguarding import (
    add_update,
    close_concern,
    raise_concern,
    reopen_concern,
)
from .safeguarding_sharing import (
    hide_concern,
    share_concern,
    show_concern,
    stop_sharing_concern,
)
from .stories import add_passage
from .story_maps import MapChanged, redraw
from .supporters import add_supporter, end_supporter

__all__ = [
    "ChangedSince",
    "CorrectedSince",
    "DecidedSince",
    "MapChanged",
    "Newer",
    "NumberTaken",
    "accept_handover",
    "add_passage",
    "ask_to_link",
    "add_supporter",
    "ask_to_hold",
    "begin",
    "begin_huddle",
    "close_emergency",
    "close_introduction",
    "come_back",
    "correct",
    "decide",
    "decline_handover",
    "dispute",
    "do_task",
    "end_huddle",
    "end_supporter",
    "fill_in",
    "finish",
    "hold",
    "introduce",
    "lay_down",
    "log_call",
    "mark_read",
    "name_hope",
    "link",
    "name_me",
    "open_in_emergency",
    "pass_on",
    "plan_meeting",
    "raise_in_huddle",
    "rate_hope",
    "redraw",
    "review",
    "rewrite",
    "save",
    "say_farewell",
    "say_none_is_the_same",
    "say_not_the_same",
    "say_told",
    "settle_meeting",
    "take_back",
    "type_total",
    "unlink",
    "add_update",
    "close_concern",
    "raise_concern",
    "reopen_concern",
    "hide_concern",
    "share_concern",
    "show_concern",
    "stop_sharing_concern",
    "welcome",
]
