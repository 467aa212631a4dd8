"""Everything that can happen to a person's record: one verb, one function.

Call them with the module: `actions.introduce(…)`. Each takes the thing first, the
rest by name, and always `by`, the user acting. Each raises Refused with a sentence.
"""

from .about import ChangedSince, NumberTaken, rewrite
from .attachments import (
    add_attachment,
    open_content,
    remove_attachment,
    take_files,
)
from .bulk_actions import ask_to_hold_several, plan_several, raise_several
from .calendar_links import (
    end_calendar_link,
    make_calendar_link,
    note_calendar_read,
)
from .contacts import log_call, log_contact
from .conversations import Newer, begin, finish, save
from .corrections import CorrectedSince, correct, dispute
from .dialogs import fill_in, type_total
from .digests import choose_digest, send_digest
from .discarding import (
    delete_discarded,
    discard_conversation,
    discard_letter,
    restore_conversation,
    restore_letter,
)
from .duplicate_asks import ask_lead, mark_answer_read
from .emergencies import close_emergency, open_in_emergency, review, say_told
from .follow_ups import plan_follow_up
from .handover_answers import accept_handover, decline_handover
from .handover_asks import ask_to_hold
from .handovers import mark_read, take_back
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
from .introductions import close_introduction, introduce, introduce_once, pass_on
from .letters import give_templates, make_letter, save_letter
from .linking import ask_to_link, link, unlink
from .lists_taken import take_list
from .meeting_outcomes import settle_meeting
from .meeting_series import plan_series
from .meetings import plan_meeting
from .named_worker import name_me
from .pages_opened import note_opened
from .people import welcome
from .possible_duplicates import (
    say_none_is_the_same,
    say_not_the_same,
    take_back_not_the_same,
)
from .safeguarding import (
    add_update,
    close_concern,
    raise_concern,
    reopen_concern,
)
from .safeguarding_shares import (
    hide_concern,
    share_concern,
    show_concern,
    stop_sharing_concern,
)
from .shortcuts import choose_shortcuts
from .stories import add_passage
from .story_maps import MapChanged, redraw
from .supporters import add_supporter, end_supporter
from .text_messages import note_receipt, send_text
from .working_hours import say_opening_hours, say_working_hours

__all__ = [
    "ChangedSince",
    "CorrectedSince",
    "DecidedSince",
    "MapChanged",
    "Newer",
    "NumberTaken",
    "accept_handover",
    "add_attachment",
    "add_passage",
    "add_supporter",
    "ask_lead",
    "ask_to_hold",
    "ask_to_hold_several",
    "ask_to_link",
    "begin",
    "begin_huddle",
    "choose_digest",
    "choose_shortcuts",
    "close_emergency",
    "close_introduction",
    "come_back",
    "correct",
    "decide",
    "decline_handover",
    "delete_discarded",
    "discard_conversation",
    "discard_letter",
    "dispute",
    "do_task",
    "end_calendar_link",
    "end_huddle",
    "end_supporter",
    "fill_in",
    "finish",
    "give_templates",
    "hold",
    "introduce",
    "introduce_once",
    "lay_down",
    "link",
    "log_call",
    "log_contact",
    "make_calendar_link",
    "make_letter",
    "mark_answer_read",
    "mark_read",
    "name_hope",
    "name_me",
    "open_content",
    "note_calendar_read",
    "note_opened",
    "open_in_emergency",
    "note_receipt",
    "pass_on",
    "plan_several",
    "plan_follow_up",
    "plan_meeting",
    "plan_series",
    "raise_in_huddle",
    "raise_several",
    "rate_hope",
    "redraw",
    "remove_attachment",
    "restore_conversation",
    "restore_letter",
    "review",
    "rewrite",
    "save",
    "save_letter",
    "say_farewell",
    "say_none_is_the_same",
    "say_not_the_same",
    "say_told",
    "settle_meeting",
    "send_digest",
    "send_text",
    "take_back",
    "take_back_not_the_same",
    "take_files",
    "take_list",
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
    "say_opening_hours",
    "say_working_hours",
]
