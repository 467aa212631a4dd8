"""Which of a partner's referrals are shown, ended ones included."""

from welcome.forms.filters import one_of, sorted_by

from ..models.referral_states import State
from .sent import BY_DAY, SentFilters

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
    sort = sorted_by(BY_DAY)


class OpenInboxFilters(InboxFilters):
    """The same for the two lists of the inbox: their states are their headings."""

    state = None  # type: ignore[assignment]
    sort = sorted_by(
        [("", "Due first"), ("new", "Newest first"), ("waiting", "Waiting longest")],
        "Sort people waiting by",
    )
    sort_helped = sorted_by(
        [
            ("", "Latest change first"),
            ("unchanged", "Unchanged longest"),
            ("name", "Name"),
        ],
        "Sort people you help by",
    )
