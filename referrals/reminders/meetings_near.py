"""First meetings of the next day: remind those who will be there, once."""

from collections import Counter

from django.db.models import Q
from django.utils import timezone

from welcome.batches import in_batches
from welcome.models import User

from ..actions import remind_of_meeting
from ..actions.meeting_reminders import EARLIEST, LATEST
from ..models import FirstMeeting
from ..models.first_meetings import FirstMeetingQuerySet


def remind() -> Counter[str]:
    """Ring for every meeting that is near. After an outage once, and never too late."""
    clock = User.objects.hand("clock")
    rung: Counter[str] = Counter()
    for meeting in in_batches(_near(), "at"):
        rung.update(remind_of_meeting(meeting, by=clock))
    return rung


def _near() -> FirstMeetingQuerySet:
    """Confirmed, near, and not everyone reminded who can be."""
    now, today = timezone.now(), timezone.localdate().isoweekday()
    wish = "referral__person__contact_wish__"
    by_mail = Q(**{f"{wish}may_email": True}) & ~Q(**{f"{wish}email": ""})
    on_days = Q(**{f"{wish}days": ""}) | Q(**{f"{wish}days__contains": str(today)})
    somebody = Q(reminded_at=None) | (Q(person_reminded_at=None) & by_mail & on_days)
    confirmed = FirstMeeting.objects.filter(state="confirmed")
    rows = confirmed.filter(at__range=(now + LATEST, now + EARLIEST)).filter(somebody)
    return rows.select_related("referral")
