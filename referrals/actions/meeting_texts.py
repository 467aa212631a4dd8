"""The day before the first meeting, a text to the person where texts are safe."""

from datetime import time, timedelta

from django.db import transaction
from django.utils import timezone

from welcome.audit import trail
from welcome.models import ContactWish, Message, User

from ..models import FirstMeeting, Referral
from ..payloads import MeetingReminded
from . import state_moves
from .referral_events import happened

#: By the clock on the wall at the site, the day before.
FROM, UNTIL = time(10), time(20)


@transaction.atomic
def text_about_meeting(meeting: FirstMeeting, *, by: User) -> bool:
    """Once, from ten o'clock the day before a confirmed meeting, on a safe day.

    It says the day and the time and who to ring; not who we are or what it is about.
    """
    referral = state_moves.locked(meeting.referral)
    meeting = FirstMeeting.objects.select_for_update().get(pk=meeting.pk)
    number = _safe_number(referral)
    if not number or not _is_due(meeting, referral):
        return False
    meeting.person_texted_at = timezone.now()
    meeting.save(update_fields=["person_texted_at"])
    codes = MeetingReminded(whom="text", reminds_of=meeting.at.isoformat())
    event = happened("first_meeting.reminded", referral, by=by, detail=codes)
    trail.tell(
        event,
        to=[number],
        template="text_meeting_tomorrow",
        channel=Message.Channel.TEXT,
    )
    return True


def _is_due(meeting: FirstMeeting, referral: Referral) -> bool:
    now = timezone.localtime()
    tomorrow = now.date() + timedelta(days=1)
    return (
        meeting.state == FirstMeeting.State.CONFIRMED
        and meeting.person_texted_at is None
        and referral.is_open
        and timezone.localdate(meeting.at) == tomorrow
        and FROM <= now.time() < UNTIL
    )


def _safe_number(referral: Referral) -> str:
    """Where a text reaches the person safely today, or nothing."""
    rows = ContactWish.objects.select_related("person__site")
    wish = rows.filter(person=referral.person_id).first()
    if wish is None or not wish.is_safe_on(timezone.localdate()):
        return ""
    return wish.number_for_texts
