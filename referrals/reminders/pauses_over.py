"""The clock of what is paused: on the day that was said, help resumes by itself."""

from django.utils import timezone

from welcome.batches import in_batches
from welcome.models import User

from ..actions.pauses import resume_on_the_day
from ..models import Referral


def resume() -> int:
    """How many resumed. Twice at once resumes each once."""
    clock = User.objects.hand("clock")
    over = Referral.objects.paused_until_now(timezone.localdate())
    due = in_batches(over, "paused_until")
    return sum(resume_on_the_day(referral, by=clock) for referral in due)
