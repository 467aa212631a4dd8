"""Everything that can happen to a referral: one verb, one function, one transaction.

Call them with the module: `actions.accept(referral, by=…)`. Each takes the thing
first, the rest by name, and always `by`, the user acting. Each raises Refused with a
sentence when the referral has moved on since it was read.
"""

from .agreeing import withdraw_agreement
from .asking import answer, ask
from .helping import add_note, begin_helping, pause, resume, say_farewell
from .moving import accept, decide, give_back, withdraw
from .offering import set_room
from .printing import print_out, take_copy
from .retelling import say_told_again
from .sending import agree_and_send, discard, prepare

__all__ = [
    "accept",
    "add_note",
    "agree_and_send",
    "answer",
    "ask",
    "begin_helping",
    "decide",
    "discard",
    "give_back",
    "pause",
    "prepare",
    "print_out",
    "resume",
    "say_farewell",
    "say_told_again",
    "set_room",
    "take_copy",
    "withdraw",
    "withdraw_agreement",
]
