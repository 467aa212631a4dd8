"""One form for each action that needs an answer: its fields are the action's words."""

from .answering import (
    AcceptForm,
    AnswerForm,
    AskForm,
    FarewellForm,
    NoteForm,
    RoomForm,
    ToldAgainForm,
)
from .offers import OfferForm
from .parts_to_share import AgreedForm, AgreeForm, PartsForm
from .pauses import PauseForm
from .sending import RequestForm
from .turns import DeclineForm, GiveBackForm, HandOnForm, PutRightForm

__all__ = [
    "AcceptForm",
    "AgreeForm",
    "AgreedForm",
    "AnswerForm",
    "AskForm",
    "DeclineForm",
    "FarewellForm",
    "GiveBackForm",
    "HandOnForm",
    "NoteForm",
    "OfferForm",
    "PartsForm",
    "PauseForm",
    "PutRightForm",
    "RequestForm",
    "RoomForm",
    "ToldAgainForm",
]
