"""What happened to a referral, written into the trail."""

from collections.abc import Mapping
from datetime import datetime

from django.utils import timezone

from welcome.audit import trail
from welcome.audit.event_rows import unsaved_event
from welcome.models import Event, User

from ..models import Referral


def happened(
    what: str,
    referral: Referral,
    *,
    by: User,
    detail: Mapping[str, object] | None = None,
) -> Event:
    """Write that something happened on this referral."""
    now = timezone.now()
    return trail.write(referral_event(what, referral, by=by, at=now, detail=detail))


def referral_event(
    what: str,
    referral: Referral,
    *,
    by: User,
    at: datetime,
    detail: Mapping[str, object] | None = None,
) -> Event:
    """The row that says so, not saved."""
    return unsaved_event(
        what,
        at=at,
        about=referral,
        by=by,
        person=referral.person,
        team=referral.team,
        partner=referral.partner,
        detail=detail,
    )
