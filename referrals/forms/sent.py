"""Which of the referrals that a team has sent are shown."""

from welcome.forms.filters import WorkerFilterBar, one_of, sorted_by
from welcome.models import Need

from ..models.referral_states import State

_STATES = [(code, label) for code, label in State.choices if code != State.DRAFT]
_ANSWER = [("overdue", "Overdue")]
#: Orders that a team and a partner share.
BY_DAY = [
    ("", "Latest change first"),
    ("new", "Newest first"),
    ("waiting", "Waiting longest"),
]


class SentFilters(WorkerFilterBar):
    """By state, overdue answer, need, and who sent it."""

    state = one_of("State", _STATES, everything="All states")
    answer = one_of("Answer", _ANSWER, everything="Any")
    need = one_of("Need", Need.choices, everything="All needs")
    worker = one_of("Sent by", (), everything="Anyone")
    sort = sorted_by([*BY_DAY, ("name", "Name")])
