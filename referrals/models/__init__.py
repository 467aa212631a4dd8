"""What takes a person's one story to those who can help, and brings it back."""

from welcome.models import Need

from .agreements import Agreement, Question
from .change import Change
from .offers import Capacity, Offer
from .referral import MOVES, GiveBack, Referral, Request, State, Urgency
from .rollup import MonthCount, sites_with_numbers
from .steps import Note, Outcome, Retold, ToldAgain

__all__ = [
    "MOVES",
    "Agreement",
    "Capacity",
    "Change",
    "GiveBack",
    "MonthCount",
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
    "sites_with_numbers",
]
