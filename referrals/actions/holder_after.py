"""Who holds the person when a partner begins to help, or does not help any more."""

from welcome import actions as welcome
from welcome.actions.holding_rows import Holder
from welcome.models import Holding, User

from ..models import Referral
from ..models.referral_states import WITH_PARTNER
from .recipients import sender_still_here


def back_to_the_team(referral: Referral, *, by: User) -> None:
    """If this partner holds the person, another who helps does now, or the team."""
    person = referral.person
    holding = person.holdings.filter(until_at=None).first()
    if not is_with_partner(holding, referral):
        return
    others = person.referrals.filter(state__in=WITH_PARTNER).exclude(pk=referral.pk)
    other = others.select_related("partner", "worker").order_by("moved_at").first()
    welcome.hold(person, by=by, **next_holder(referral, other))


def next_holder(referral: Referral, other: Referral | None) -> Holder:
    """The partner of `other`, who has helped for longest; else the team that sent it.

    It asks nothing of the database.
    """
    if other:
        return {"partner": other.partner, "worker": other.worker}
    return {"team": referral.team, "worker": sender_still_here(referral)}


def is_with_us(holding: Holding | None) -> bool:
    """Whether a partner who says yes holds the person from then on."""
    return holding is None or holding.team_id is not None


def is_with_partner(holding: Holding | None, referral: Referral) -> bool:
    return holding is not None and holding.partner_id == referral.partner_id
