"""Which of the referrals that a team has sent are shown."""

from collections.abc import Iterable, Mapping
from typing import Any

from welcome.forms.filters import FilterBar, one_of
from welcome.models import Need, User

from ..models.referral_states import State

_STATES = [(code, label) for code, label in State.choices if code != State.DRAFT]
_ANSWER = [("overdue", "Overdue")]


class SentFilters(FilterBar):
    """By state, overdue answer, need, and who sent it."""

    state = one_of("State", _STATES, everything="All states")
    answer = one_of("Answer", _ANSWER, everything="Any")
    need = one_of("Need", Need.choices, everything="All needs")
    worker = one_of("Sent by", (), everything="Anyone")

    def __init__(
        self, asked: Mapping[str, str], *, workers: Iterable[User], **more: Any
    ) -> None:
        super().__init__(asked, **more)
        among = [("", "Anyone"), *((str(user.pk), user.name) for user in workers)]
        self.fields["worker"].choices = among  # type: ignore[attr-defined]
        self.choose(asked)
