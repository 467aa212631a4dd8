"""First meetings of tomorrow: from ten o’clock, a text where that is safe."""

from datetime import datetime, timedelta

from django.utils import timezone

from welcome.models import User

from ..actions import text_about_meeting
from ..actions.meeting_texts import FROM, UNTIL
from ..models import FirstMeeting
from ..models.first_meetings import FirstMeetingQuerySet

#: Enough for one run; the next one takes the rest.
_AT_MOST = 500


def remind() -> int:
    """Returns how many texts were written."""
    now = timezone.localtime()
    if not FROM <= now.time() < UNTIL:
        return 0
    clock = User.objects.hand("clock")
    due = _tomorrow(now)[:_AT_MOST]
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
    return safe.select_related("referral").order_by("at", "pk")
