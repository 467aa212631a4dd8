"""What the details of a referral's events hold, by code: as welcome.audit.payloads.

Measures count them, and a referral that is opened again is put back by them.
"""

from typing import Any, NotRequired, TypedDict

from welcome.audit.payloads import Dated


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


class QuestionAnswered(TypedDict):
    joins: bool


class IntroducerTold(Dated):
    """The day on which they introduced the person: `on_day`."""


class MeetingReminded(Dated):
    whom: str


#: `from` cannot be a name in Python: which side proposed it.
MeetingMoved = TypedDict("MeetingMoved", {"how": str, "from": NotRequired[str]})


PAYLOADS: dict[str, type[Any]] = {
    "referral.sent": ReferralSent,
    "referral.accepted": ReferralAccepted,
    "referral.helping": Moved,
    "referral.paused": Moved,
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
    "copy.printed": CopyTaken,
    "copy.taken": CopyTaken,
    "question.answered": QuestionAnswered,
    "introducer.told": IntroducerTold,
    "first_meeting.reminded": MeetingReminded,
    "first_meeting.proposed": MeetingMoved,
    "first_meeting.moved": MeetingMoved,
    "first_meeting.confirmed": MeetingMoved,
    "first_meeting.called_off": MeetingMoved,
    "first_meeting.kept": MeetingMoved,
    "first_meeting.not_kept": MeetingMoved,
}
