"""What a partner opened in an emergency closes with its last referral."""

from welcome import actions as welcome
from welcome.models import Emergency, User

from ..models import Referral
from ..models.referral_states import OPEN


def read_no_more(referral: Referral, *, by: User) -> None:
    """Close what its workers opened, unless another referral is still with them."""
    person, partner = referral.person, referral.partner
    live = Emergency.objects.filter(person=person).live()
    theirs = list(live.filter(by__memberships__organisation=partner).distinct())
    if not theirs:
        return
    others = person.referrals.filter(partner=partner, state__in=OPEN)
    if not others.exclude(pk=referral.pk).exclude(sent_at=None).exists():
        for emergency in theirs:
            welcome.close_emergency(emergency, by=by)
