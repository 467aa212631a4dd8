"""A day before the first meeting: who will be there is reminded, and the person."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from welcome.models import ContactWish, User

from ..models import FirstMeeting, Referral
from ..payloads import MeetingReminded
from . import state_moves
from .first_meeting_sides import readers_here, readers_there
from .referral_events import happened
from .telling import tell, tell_without_a_trace

#: Not earlier than a day before; later than two hours before no one could still plan.
EARLIEST, LATEST = timedelta(hours=24), timedelta(hours=2)


@transaction.atomic
def remind_of_meeting(meeting: FirstMeeting, *, by: User) -> list[str]:
    """Each once, between a day and two hours before a confirmed meeting.

    Returns who was reminded: "workers", "person", both or neither. The person is
    reminded by e-mail alone, only where that is safe, and only on a day that is.
    """
    referral = state_moves.locked(meeting.referral)
    meeting = FirstMeeting.objects.with_names().get(pk=meeting.pk)
    ahead = meeting.at - timezone.now()
    stands = meeting.state == FirstMeeting.State.CONFIRMED and referral.is_open
    if not stands or not LATEST <= ahead <= EARLIEST:
        return []
    done = []
    if meeting.reminded_at is None:
        meeting.reminded_at = timezone.now()
        to = readers_here(meeting, referral) + readers_there(meeting, referral)
        _remind(meeting, referral, "workers", to, by=by)
        done.append("workers")
    email = safe_email(referral)
    if meeting.person_reminded_at is None and email:
        meeting.person_reminded_at = timezone.now()
        _remind(meeting, referral, "person", [email], by=by)
        done.append("person")
    meeting.save(update_fields=["reminded_at", "person_reminded_at"])
    return done


def safe_email(referral: Referral) -> str:
    """Where an e-mail reaches the person safely today, or nothing."""
    wish: ContactWish | None = getattr(referral.person, "contact_wish", None)
    if wish is None or not (wish.may_email and wish.email):
        return ""
    today = str(timezone.localdate().isoweekday())
    return wish.email if not wish.days or today in wish.days else ""


def _remind(
    meeting: FirstMeeting, referral: Referral, whom: str, to: list[str], *, by: User
) -> None:
    codes = MeetingReminded(whom=whom, reminds_of=meeting.at.isoformat())
    event = happened("first_meeting.reminded", referral, by=by, detail=codes)
    if whom == "workers":
        tell(event, referral, to, "first_meeting_near")
    else:
        tell_without_a_trace(event, to, "meeting_reminder")
