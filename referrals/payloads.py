"""What the details of a referral's events hold, by code: as welcome.audit.payloads.

Measures count them, and a referral that is opened again is put back by them.
"""

from typing import Any, NotRequired, TypedDict

from welcome.audit.admin_payloads import AdminSaved, of_rows_inside
from welcome.audit.payloads import Dated
from welcome.registries.event_payloads import Nothing


class Moved(TypedDict, total=False):
    """Every move says what the referral was before: `state_moves` writes that."""

    was: str


class Waited(TypedDict, total=False):
    """Calendar days from sending to the answer, and whether it came in time."""

    days: int
    in_time: bool


class FirstHelp(TypedDict, total=False):
    """The first yes of all for this person, and how long they had waited for it."""

    first_help: bool
    days_to_help: int
    source: str


class ReferralSent(Moved):
    need: str
    urgency: str


class ReferralAccepted(Moved, Waited, FirstHelp):
    told_again: str


class ReferralReturned(Moved, Waited, total=False):
    """`times`: how often this person has been given back; `handed_on` to another."""

    reason: str
    times: int
    need: str
    handed_on: bool


class ReferralPaused(Moved):
    """The code of a `PauseReason`, and the day on which help goes on by itself."""

    reason: str
    until: str


class ReferralEnded(Moved, total=False):
    how: str
    told_again: str


class ReferralWithdrawn(Moved, total=False):
    """`ended_agreement`: sharing ended only because of this, and not by a no."""

    ended_agreement: bool
    by_mistake: bool
    first: bool


class ReferralReopened(Moved):
    now: str


class PassedAround(TypedDict):
    times: int


class ToldAgainSaid(TypedDict):
    told_again: str


class GapSaid(TypedDict):
    need: str


class CopyTaken(TypedDict, total=False):
    """`sheet`: card, story or letter; none where it is everything, as a file."""

    sheet: str


class AgreementGiven(TypedDict):
    passages: int
    files: NotRequired[int]


class AgreementReviewed(TypedDict):
    """Whether reading goes on after help has ended: the code of an `AfterHelp`."""

    after_help: str


class QuestionAnswered(TypedDict):
    joins: bool


class IntroducerTold(Dated):
    """The day on which they introduced the person: `on_day`."""


class MeetingReminded(Dated):
    whom: str


#: `from` cannot be a name in Python: which side proposed it. `against`: the codes of
#: what spoke against the time, where it was planned anyway. `next`: the code of what
#: follows one that was not met.
MeetingMoved = TypedDict(
    "MeetingMoved",
    {
        "how": str,
        "from": NotRequired[str],
        "against": NotRequired[list[str]],
        "next": NotRequired[str],
    },
)


class RequestMade(TypedDict):
    """`offers`: how many were asked together."""

    need: str
    urgency: str
    offers: int


class OfferRoom(TypedDict):
    """The code of a `Capacity`."""

    capacity: str


class OfferBrought(TypedDict):
    """From another directory: new or changed, and the columns that were written."""

    outcome: str
    fields: list[str]


class ChangeNoted(TypedDict):
    """The slug of the measure that the change is to move."""

    measure: str


#: That it happened says it all.
_WITHOUT_DETAIL = (
    "agreement.withdrawn",
    "referral.decided",
    "referral.worker_named",
    "referral.reminded",
    "referral.overdue",
    "hand_on.proposed",
    "hand_on.agreed",
    "hand_on.declined",
    "objection.made",
    "objection.lifted",
    "question.asked",
    "note.added",
    "offer.made",
    "change.rebased",
)

PAYLOADS: dict[str, type[Any]] = {
    **dict.fromkeys(_WITHOUT_DETAIL, Nothing),
    "request.made": RequestMade,
    **dict.fromkeys(
        ("request.changed", "request.restored", "request.deleted"), RequestMade
    ),
    "referral.sent": ReferralSent,
    "referral.accepted": ReferralAccepted,
    "referral.helping": Moved,
    "referral.paused": ReferralPaused,
    "referral.resumed": Moved,
    "referral.returned": ReferralReturned,
    "referral.ended": ReferralEnded,
    "referral.withdrawn": ReferralWithdrawn,
    "referral.discarded": ReferralWithdrawn,
    "referral.reopened": ReferralReopened,
    "referral.passed_around": PassedAround,
    "told_again.said": ToldAgainSaid,
    "gap.noted": GapSaid,
    "gap.closed": GapSaid,
    "agreement.given": AgreementGiven,
    "agreement.reviewed": AgreementReviewed,
    "copy.printed": CopyTaken,
    "copy.taken": CopyTaken,
    "question.answered": QuestionAnswered,
    "introducer.told": IntroducerTold,
    "first_meeting.reminded": MeetingReminded,
    "first_meeting.told": MeetingReminded,
    "first_meeting.proposed": MeetingMoved,
    "first_meeting.moved": MeetingMoved,
    "first_meeting.confirmed": MeetingMoved,
    "first_meeting.called_off": MeetingMoved,
    "first_meeting.kept": MeetingMoved,
    "first_meeting.not_kept": MeetingMoved,
    "first_meeting.they_cancelled": MeetingMoved,
    "offer.added": AdminSaved,
    "offer.changed": AdminSaved,
    "offer.room": OfferRoom,
    "offer.brought": OfferBrought,
    "change.noted": ChangeNoted,
    **of_rows_inside("offertime"),
}
