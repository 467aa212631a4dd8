"""Everything that can happen to a referral: one verb, one function, one transaction.

Call them with the module: `actions.accept(referral, by=…)`. Each takes the thing
first, the rest by name, and always `by`, the user acting. Each raises Refused with a
sentence when the referral has moved on since it was read.
"""

from .agreement_changes import change_agreement
from .agreement_reviews import review_agreement
from .agreements import withdraw_agreement
from .answering import accept, decide, give_back, withdraw
from .discarding import discard, restore
from .drafts import Unsaid
from .first_meeting_answers import confirm_meeting
from .first_meeting_outcomes import call_off_meeting, settle_meeting
from .first_meetings import propose_meeting
from .gaps import close_gap, note_gap
from .hand_ons import agree_hand_on, decline_hand_on, propose_hand_on
from .helping import add_note, begin_helping, rate_hope, resume, say_farewell
from .learned import learn
from .meeting_reminders import remind_of_meeting
from .meeting_texts import text_about_meeting
from .named_worker import hand_to_colleague, name_worker
from .news import note_seen
from .objections import end_sharing, lift_objection, object_to
from .offer_capacity import set_room
from .offers import change_offer, make_offer
from .pauses import pause
from .printing import print_out, take_copy
from .questions import answer, ask
from .reopening import annul, reopen
from .sending import agree_and_send, prepare, prepare_and_send
from .told_again import say_told_again

__all__ = [
    "review_agreement",
    "Unsaid",
    "accept",
    "add_note",
    "agree_and_send",
    "agree_hand_on",
    "annul",
    "answer",
    "ask",
    "begin_helping",
    "call_off_meeting",
    "change_agreement",
    "change_offer",
    "close_gap",
    "confirm_meeting",
    "decide",
    "decline_hand_on",
    "discard",
    "end_sharing",
    "give_back",
    "hand_to_colleague",
    "learn",
    "lift_objection",
    "make_offer",
    "name_worker",
    "note_gap",
    "note_seen",
    "object_to",
    "pause",
    "prepare",
    "prepare_and_send",
    "print_out",
    "propose_hand_on",
    "propose_meeting",
    "remind_of_meeting",
    "rate_hope",
    "reopen",
    "restore",
    "resume",
    "say_farewell",
    "say_told_again",
    "set_room",
    "settle_meeting",
    "take_copy",
    "withdraw",
    "withdraw_agreement",
    "text_about_meeting",
]
