"""Who holds the person when a partner does not help any more."""

from welcome import actions as welcome
from welcome.models import User

from ..models import Referral
from ..models.referral_states import WITH_PARTNER
from .recipients import sender_still_here


def back_to_the_team(referral: Referral, *, by: User) -> None:
    """If this partner holds the person, another who helps does now, or the team."""
    person = referral.person
    holding = person.holdings.filter(until_at=None).first()
    if holding is None or holding.partner_id != referral.partner_id:
        return
    others = person.referrals.filter(state__in=WITH_PARTNER).exclude(pk=referral.pk)
    other = others.select_related("partner", "worker").order_by("moved_at").first()
    if other:
        welcome.hold(person, by=by, partner=other.partner, worker=other.worker)
    else:
        welcome.hold(
            person, by=by, team=referral.team, worker=sender_still_here(referral)
        )
