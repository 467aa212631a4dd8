"""The orders in which lists of referrals can be read, by their codes."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Case, CharField, F, Q, When
from django.db.models.expressions import BaseExpression
from django.utils import timezone

from ..models.agreements import AfterHelp
from ..models.referral_indexes import ANSWERED
from ..models.referral_states import OPEN
from ..models.referrals import ReferralQuerySet


@dataclass(frozen=True)
class Order:
    """Sort keys, the last of which no two share; and those that are no column."""

    by: tuple[str, ...]
    keys: Callable[[], dict[str, BaseExpression]] = dict

    def with_keys(self, rows: ReferralQuerySet) -> ReferralQuerySet:
        return rows.annotate(**self.keys())


def called() -> dict[str, BaseExpression]:
    """What a partner may call someone: see `Referral.called`.

    Sorted by a name that it may not read, a list would give the name away.
    """
    live = Q(
        agreement__withdrawn_at=None, agreement__until_on__gte=timezone.localdate()
    )
    reads = Q(state__in=OPEN) | Q(agreement__after_help=AfterHelp.UNTIL)
    shared = When(live & reads, then=F("person__known_as"))
    return {
        "called_now": Case(
            shared, default=F("person__reference"), output_field=CharField()
        )
    }


_LATEST = Order(("-moved_at", "-pk"))
_NEWEST = Order(("-sent_at", "-pk"))
_WAITING = Order(("answered_now", "sent_at", "pk"), lambda: {"answered_now": ANSWERED})

#: A team's list of what it sent.
SENT = {
    "": _LATEST,
    "new": _NEWEST,
    "waiting": _WAITING,
    "name": Order(("person__known_as", "pk")),
}
#: A partner's list of everything that it was asked.
ASKED = {"": _LATEST, "new": _NEWEST, "waiting": _WAITING}
#: The inbox: what is waiting for an answer.
TO_ANSWER = {
    "": Order(("answer_due_on", "pk")),
    "new": _NEWEST,
    "waiting": Order(("sent_at", "pk")),
}
#: The inbox: whom the partner is helping.
HELPED = {
    "": _LATEST,
    "unchanged": Order(("moved_at", "pk")),
    "name": Order(("called_now", "pk"), called),
}
