"""Calling off the first meeting where help has ended before it."""

from django.utils import timezone

from welcome.audit import trail
from welcome.models import User

from ..models import Referral
from ..payloads import MeetingMoved
from .first_meeting_changes import tell_person_it_is_off
from .referral_events import happened
from .telling import tell


def meet_no_more(referral: Referral, *, by: User) -> None:
    """Where no one helps any more, no one waits at a door. Who would come is told."""
    ahead = referral.first_meetings.planned().filter(at__gt=timezone.now())
    meeting = ahead.select_related("welcomer", "worker").first()
    if meeting is None:
        return
    meeting.state, meeting.sequence = meeting.State.CALLED_OFF, meeting.sequence + 1
    meeting.settled_at, meeting.settled_by = timezone.now(), by
    meeting.save()
    trail.give_up_unsent("first_meeting.reminded", about=referral)
    event = happened(
        "first_meeting.called_off",
        referral,
        by=by,
        detail=MeetingMoved(how=meeting.how),
    )
    to = [who.email for who in (meeting.welcomer, meeting.worker) if who]
    tell(event, referral, to, "first_meeting_called_off")
    tell_person_it_is_off(meeting, referral, by=by)
