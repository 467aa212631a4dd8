"""What happened to a referral, written into the trail."""

from collections.abc import Mapping

from welcome.audit import trail
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
    return trail.record(
        what,
        about=referral,
        by=by,
        person=referral.person,
        team=referral.team,
        partner=referral.partner,
        detail=detail,
    )
