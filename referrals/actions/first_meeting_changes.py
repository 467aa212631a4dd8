"""A first meeting was moved or cancelled: the colleague and the person hear of it."""

from datetime import UTC

from welcome.actions.meeting_changes import CANCELLED, tell_by, ways_they_were_told
from welcome.models import Event, User

from ..models import FirstMeeting, Referral
from ..payloads import MeetingReminded
from .referral_events import happened
from .telling import tell


def tell_colleagues(
    event: Event,
    referral: Referral,
    users: list[User | None],
    *,
    by: User,
    template: str,
) -> None:
    """Those of one's own side in whose calendar it was, or is now."""
    others = {who.email for who in users if who and who != by and who.is_active}
    if others:
        tell(event, referral, sorted(others), template)


def tell_person_it_is_off(old: FirstMeeting, referral: Referral, *, by: User) -> None:
    """If they were reminded of it, and by a way that is safe still. A new time of all
    three is certain only later, and they hear of it then.
    """
    ways = ways_they_were_told(
        referral.person_id,
        about=referral,
        of=old.at,
        before=old.at,
    )
    if not ways:
        return
    detail = MeetingReminded(
        whom="person", reminds_of=old.at.astimezone(UTC).isoformat()
    )
    event = happened("first_meeting.told", referral, by=by, detail=detail)
    tell_by(ways, event, CANCELLED)
