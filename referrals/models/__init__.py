"""What takes a person's one story to those who can help, and brings it back."""

from welcome.models import Need

from .agreements import AfterHelp, Agreement, Question
from .change import Change
from .first_meetings import FirstMeeting
from .gaps import Gap
from .giving_back import MEANINGS, Effect, GiveBack
from .offer_times import OfferTime
from .offers import Capacity, Offer, OnlyFor, Stands
from .referral import MOVES, PUT_RIGHT, Referral, State
from .request import Request, Urgency, Wants
from .rollup import MonthCount, sites_with_numbers
from .steps import Note, Outcome, Retold, ToldAgain
from .turns import HandOn, Objection, PutRight

__all__ = [
    "AfterHelp",
    "Agreement",
    "Capacity",
    "Change",
    "Effect",
    "FirstMeeting",
    "Gap",
    "GiveBack",
    "HandOn",
    "MEANINGS",
    "MOVES",
    "MonthCount",
    "Need",
    "Note",
    "Objection",
    "Offer",
    "OfferTime",
    "OnlyFor",
    "Outcome",
    "PUT_RIGHT",
    "PutRight",
    "Question",
    "Referral",
    "Request",
    "Retold",
    "Stands",
    "State",
    "ToldAgain",
    "Urgency",
    "Wants",
    "sites_with_numbers",
]
