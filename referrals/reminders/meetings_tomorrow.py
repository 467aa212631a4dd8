"""First meetings of tomorrow: from ten o’clock, a text where that is safe."""

from datetime import datetime, timedelta

from django.utils import timezone

from welcome.batches import in_batches
from welcome.models import User

from ..actions import text_about_meeting
from ..actions.meeting_texts import FROM, UNTIL
from ..models import FirstMeeting
from ..models.first_meetings import FirstMeetingQuerySet


def remind() -> int:
    """Returns how many texts were written."""
    now = timezone.localtime()
    if not FROM <= now.time() < UNTIL:
        return 0
    clock = User.objects.hand("clock")
    due = in_batches(_tomorrow(now), "at")
    return sum(text_about_meeting(meeting, by=clock) for meeting in due)


def _tomorrow(now: datetime) -> FirstMeetingQuerySet:
    """Confirmed, tomorrow, not texted yet, and where texts may be safe."""
    begins = (now + timedelta(days=1)).replace(hour=0, minute=0, second=0)
    days = (begins, begins + timedelta(days=1))
    rows = FirstMeeting.objects.filter(state="confirmed", at__range=days)
    safe = rows.filter(
        person_texted_at=None,
        referral__person__site__has_texts=True,
        referral__person__contact_wish__may_text=True,
    )
    return safe.select_related("referral")
