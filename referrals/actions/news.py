"""Remembering who at the welcome team has read what a partner did."""

from django.utils import timezone

from welcome.models import User

from ..models import NewsSeen, Referral, State
from ..models.referral_states import WITH_PARTNER

#: What a referral in this state has had happen to it that is news for its team.
_NEWS: dict[str, list[NewsSeen.What]] = {
    **dict.fromkeys(WITH_PARTNER, [NewsSeen.What.ACCEPTED]),
    State.ENDED: [NewsSeen.What.ACCEPTED, NewsSeen.What.ENDED],
}


def note_seen(referral: Referral, *, by: User) -> None:
    """They have opened it, so nothing of it is new to them. One statement, or none."""
    now = timezone.now()
    NewsSeen.objects.bulk_create(
        [
            NewsSeen(referral=referral, what=what, reader=by, seen_at=now)
            for what in _NEWS.get(referral.state, [])
        ],
        update_conflicts=True,
        update_fields=["seen_at"],
        unique_fields=["referral", "what", "reader"],
    )
