"""Several asked at once: all of these, or the first who says yes."""

from welcome.models import User
from welcome.refusals import Refused

from ..models import Referral, Request, State, Wants
from ..models.referral_states import WITH_PARTNER
from ..payloads import ReferralWithdrawn
from . import agreements, state_moves
from .recipients import readers_at_partner
from .telling import tell


def can_say_yes(request: Request, referral: Referral) -> None:
    """Refused when the first yes was enough, and someone else has said it."""
    if request.wants != Wants.FIRST:
        return
    # the partner that hands on goes on helping until the next one has said yes
    mine = [referral.pk, referral.previous_id or referral.pk]
    helps = request.referrals.exclude(pk__in=mine).filter(state__in=WITH_PARTNER)
    first = helps.select_related("partner").first()
    if first:
        raise Refused(
            f"{first.partner} has already said yes and is helping now. Thank you."
        )


def ask_no_more(request: Request, referral: Referral, *, by: User) -> None:
    """The first yes was enough: the others need not answer, and read no more."""
    if request.wants != Wants.FIRST:
        return
    waiting = request.referrals.filter(state__in=[State.DRAFT, State.SENT])
    for other in waiting.exclude(pk=referral.pk).order_by("pk"):
        codes = ReferralWithdrawn(first=True)
        other, event = state_moves.move(other, State.WITHDRAWN, by=by, codes=codes)
        agreements.close(other, by=by)
        if other.sent_at:
            readers = readers_at_partner(other)
            tell(event, other, readers, "referral_not_needed")
