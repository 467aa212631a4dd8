"""What takes a person's one story to those who can help, and brings it back."""

from .agreements import Agreement, Question
from .offers import Capacity, Need, Offer
from .referral import MOVES, GiveBack, Referral, Request, State, Urgency
from .steps import Note, Outcome, Retold, ToldAgain

__all__ = [
    "MOVES",
    "Agreement",
    "Capacity",
    "GiveBack",
    "Need",
    "Note",
    "Offer",
    "Outcome",
    "Question",
    "Referral",
    "Request",
    "Retold",
    "State",
    "ToldAgain",
    "Urgency",
]
