"""Everything that can happen to a referral: one verb, one function, one transaction.

Call them with the module: `actions.accept(referral, by=…)`. Each takes the thing
first, the rest by name, and always `by`, the user acting. Each raises Refused with a
sentence when the referral has moved on since it was read.
"""

from .agreeing import withdraw_agreement
from .asking import answer, ask
from .drafting import Unsaid
from .handing_on import agree_hand_on, decline_hand_on, propose_hand_on
from .helping import add_note, begin_helping, pause, resume, say_farewell
from .keeping_offers import change_offer, make_offer
from .moving import accept, decide, give_back, withdraw
from .naming import name_worker
from .objecting import lift_objection, object_to
from .offering import set_room
from .printing import print_out, take_copy
from .putting_right import annul, reopen
from .retelling import say_told_again
from .sending import agree_and_send, discard, prepare

__all__ = [
    "Unsaid",
    "accept",
    "add_note",
    "agree_and_send",
    "agree_hand_on",
    "annul",
    "answer",
    "ask",
    "begin_helping",
    "change_offer",
    "decide",
    "decline_hand_on",
    "discard",
    "give_back",
    "lift_objection",
    "make_offer",
    "name_worker",
    "object_to",
    "pause",
    "prepare",
    "print_out",
    "propose_hand_on",
    "reopen",
    "resume",
    "say_farewell",
    "say_told_again",
    "set_room",
    "take_copy",
    "withdraw",
    "withdraw_agreement",
]
