"""The clocks of what was sent: reminded before, raised after, after outages too."""

from collections import Counter
from datetime import timedelta

from django.utils import timezone

from welcome.models import User

from ..actions.deadlines import ring
from ..models import Referral

#: A reminder comes one working day before: over a long weekend, five days.
_AHEAD = timedelta(days=6)
#: Enough for one ring of the bell; the next one takes the rest.
_AT_MOST = 500


def watch() -> Counter[str]:
    """Ring for everything whose time has come. Twice at once rings once."""
    until, clock = timezone.localdate() + _AHEAD, User.objects.hand("clock")
    late = Referral.objects.ticking().filter(answer_due_on__lt=timezone.localdate())
    soon = Referral.objects.ticking().filter(
        answer_due_on__range=(timezone.localdate(), until), reminded_at=None
    )
    rung = [ring(r, by=clock) for r in [*late[:_AT_MOST], *soon[:_AT_MOST]]]
    return Counter(filter(None, rung))
