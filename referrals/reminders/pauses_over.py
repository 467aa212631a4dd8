"""The clock of what is paused: on the day that was said, help resumes by itself."""

from django.utils import timezone

from welcome.models import User

from ..actions.pauses import resume_on_the_day
from ..models import Referral

#: Enough for one ring of the bell; the next one takes the rest.
_AT_MOST = 500


def resume() -> int:
    """How many resumed. Twice at once resumes each once."""
    clock = User.objects.hand("clock")
    over = Referral.objects.paused_until_now(timezone.localdate())[:_AT_MOST]
    return sum(resume_on_the_day(referral, by=clock) for referral in over)
