"""What takes a person's one story to those who can help, and brings it back."""

from welcome.models import Need

from .agreements import AfterHelp, Agreement, Question
from .attachments import SharedAttachment
from .changes import Change
from .directories import DirectoryFeed, DirectoryPage, ListedOffer
from .directory_rounds import DirectoryChange, DirectoryRound
from .first_meetings import FirstMeeting
from .gaps import Gap
from .give_back_reasons import MEANINGS, Effect, GiveBack
from .learned import Learned
from .monthly_counts import MonthCount, sites_with_numbers
from .news import NewsSeen
from .offer_times import OfferTime
from .offers import Capacity, Offer, OnlyFor, Stands
from .pauses import PAUSED_AT_MOST, PauseReason
from .referral_states import MOVES, PUT_RIGHT, State
from .referrals import Referral
from .requests import Request, Urgency, Wants
from .steps import Note, Outcome, Retold, ToldAgain
from .turns import HandOn, Objection, PutRight

__all__ = [
    "AfterHelp",
    "Agreement",
    "Capacity",
    "Change",
    "DirectoryChange",
    "DirectoryFeed",
    "DirectoryPage",
    "DirectoryRound",
    "Effect",
    "FirstMeeting",
    "Gap",
    "GiveBack",
    "HandOn",
    "Learned",
    "ListedOffer",
    "MEANINGS",
    "MOVES",
    "MonthCount",
    "Need",
    "NewsSeen",
    "Note",
    "Objection",
    "Offer",
    "OfferTime",
    "OnlyFor",
    "Outcome",
    "PAUSED_AT_MOST",
    "PUT_RIGHT",
    "PauseReason",
    "PutRight",
    "Question",
    "Referral",
    "Request",
    "Retold",
    "SharedAttachment",
    "Stands",
    "State",
    "ToldAgain",
    "Urgency",
    "Wants",
    "sites_with_numbers",
]
