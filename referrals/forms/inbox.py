"""Which of a partner's referrals are shown, ended ones included."""

from welcome.forms.filters import one_of

from ..models.referral_states import State
from .sent import SentFilters

_STATES = [
    (State.SENT, "Waiting for your answer"),
    (State.ACCEPTED, "Accepted, not begun"),
    (State.HELPING, "You are helping"),
    (State.PAUSED, "Paused"),
    ("over", "Ended, given back or withdrawn"),
]


class InboxFilters(SentFilters):
    """The same for a partner: by who helps, and what has ended in one."""

    state = one_of("State", _STATES, everything="All states")
    worker = one_of("Key contact", (), everything="Anyone")


class OpenInboxFilters(InboxFilters):
    """The same for the two lists of the inbox: their states are their headings."""

    state = None  # type: ignore[assignment]
