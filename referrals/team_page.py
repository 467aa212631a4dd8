"""What only the team sees on a referral's page: its turns, and what comes next."""

from typing import Any

from .models import Offer, Referral, State
from .standing import standing_of

#: Matching offers shown beside a suggestion; the search has all of them.
_AT_MOST = 3


def seen_by_team(referral: Referral) -> dict[str, Any]:
    """Others asked at once, a proposal to hand on, and where to try elsewhere."""
    others = referral.request.referrals.exclude(pk=referral.pk).exclude(sent_at=None)
    seen: dict[str, Any] = {
        "others": others.select_related("partner").order_by("sent_at", "pk"),
    }
    if referral.is_open:
        seen["hand_ons"] = referral.hand_ons.open().select_related("offer__partner")
    if referral.state == State.RETURNED and referral.decided_at is None:
        back = referral.person.referrals.filter(state=State.RETURNED)
        seen |= {"elsewhere": _elsewhere(referral), "times_back": back.count()}
    return seen


def _elsewhere(referral: Referral) -> list[Offer]:
    """Open offers for the same need that nothing stands against, the roomiest first."""
    person, need = referral.person, referral.request.need
    offers = Offer.objects.filter(site_id=person.site_id).for_need(need)
    offers = offers.exclude(pk=referral.offer_id).exclude(
        pk__in=person.referrals.open().values("offer")
    )
    found = list(offers.select_related("partner").roomiest_first()[:20])
    against = standing_of(person, found, need)
    fitting = [o for o in found if o.pk not in against and o.now != "paused"]
    return fitting[:_AT_MOST]
