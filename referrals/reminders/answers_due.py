"""The clocks of what was sent: reminded before, raised after, after outages too."""

from collections import Counter
from datetime import timedelta
from itertools import chain

from django.utils import timezone

from welcome.batches import in_batches
from welcome.models import User

from ..actions.deadlines import ring
from ..models import Referral

#: A reminder comes one working day before: over a long weekend, five days.
_AHEAD = timedelta(days=6)


def watch() -> Counter[str]:
    """Ring for everything whose time has come. Twice at once rings once."""
    until, clock = timezone.localdate() + _AHEAD, User.objects.hand("clock")
    late = Referral.objects.ticking().filter(answer_due_on__lt=timezone.localdate())
    soon = Referral.objects.ticking().filter(
        answer_due_on__range=(timezone.localdate(), until), reminded_at=None
    )
    due = chain(in_batches(late, "answer_due_on"), in_batches(soon, "answer_due_on"))
    return Counter(filter(None, (ring(row, by=clock) for row in due)))
