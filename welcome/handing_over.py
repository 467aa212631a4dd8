"""What time does to a handover: nobody waits for an answer that nobody gives."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from . import actions
from .calendar import working_days_between
from .models import Handover, User

#: Enough for one ring of the bell; the next one takes the rest.
_AT_MOST = 200


def ask_after() -> int:
    """Remind of what has waited for too many working days. Returns how many."""
    clock = User.objects.hand("clock")
    long_ago = timezone.now() - timedelta(days=settings.HANDOVER_ANSWER_DAYS)
    waiting = Handover.objects.open().filter(reminded_at=None, offered_at__lte=long_ago)
    late = [
        handover
        for handover in waiting.select_related("from_team__site")[:_AT_MOST]
        if _waited(handover) >= settings.HANDOVER_ANSWER_DAYS
    ]
    for handover in late:
        actions.remind_of_handover(handover, by=clock)
    return len(late)


def _waited(handover: Handover) -> int:
    asked_on = timezone.localdate(handover.offered_at)
    nation = handover.from_team.site.nation
    return working_days_between(asked_on, timezone.localdate(), nation)
