"""Whether the person still has to be told that a first meeting is off, and how."""

from datetime import UTC
from typing import cast

from welcome.audit.event_rows import label
from welcome.models import Event, User
from welcome.reading.to_tell import channels_reminded, how_to_tell

from ..access.opening import is_ours
from ..models import FirstMeeting
from ..payloads import MeetingReminded

_OFF = [FirstMeeting.State.MOVED, FirstMeeting.State.CALLED_OFF]


def tell_them_yourself(user: User, meeting: FirstMeeting) -> str:
    """A sentence for who moved or cancelled it; nothing where they know, or knew not.

    How they can be reached is said to their own team only.
    """
    referral = meeting.referral
    if meeting.state not in _OFF or not channels_reminded(referral, meeting.at):
        return ""
    if _is_told(meeting):
        return ""
    if is_ours(user, referral):
        return how_to_tell(referral.person)
    return (
        f"We’ve reminded {referral.called} of the old time and can’t safely write to "
        "them now. Tell them yourself."
    )


def _is_told(meeting: FirstMeeting) -> bool:
    """Of this very time, since it was proposed: an earlier one may have been the same.

    All are looked at, the newest first. They are few: one for each time that someone
    moved or cancelled a meeting of this referral after this one was proposed.
    """
    at = meeting.at.astimezone(UTC).isoformat()
    told = Event.objects.filter(
        about=label(meeting.referral),
        what="first_meeting.told",
        at__gte=meeting.proposed_at,
    )
    said = (cast(MeetingReminded, event.detail) for event in told.order_by("-at"))
    return any(one["reminds_of"] == at for one in said)
