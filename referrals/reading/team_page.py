"""What only the team sees on a referral's page: its turns, and what comes next."""

from welcome.reading.bounded_counts import Cut

from ..matching.suggesting import suggested_for
from ..models import Offer, Referral, State

#: Matching offers shown beside a suggestion; the search has all of them.
_AT_MOST = 3
_WEIGHED = 100


def seen_by_team(referral: Referral) -> dict[str, object]:
    """Others asked at once, a proposal to hand on, and where to try elsewhere."""
    others = referral.request.referrals.exclude(pk=referral.pk).exclude(sent_at=None)
    seen: dict[str, object] = {
        "others": others.select_related("partner").order_by("sent_at", "pk"),
    }
    if referral.is_open:
        seen["hand_ons"] = referral.hand_ons.open().select_related("offer__partner")
    if referral.state == State.RETURNED and referral.decided_at is None:
        back = referral.person.referrals.filter(state=State.RETURNED)
        seen |= {"elsewhere": _elsewhere(referral), "times_back": back.count()}
    return seen


def _elsewhere(referral: Referral) -> Cut:
    """Offers for the same need that nothing stands against, what suits best first."""
    person, need = referral.person, referral.request.need
    offers = Offer.objects.offered().filter(site_id=person.site_id).for_need(need)
    offers = offers.exclude(pk=referral.offer_id).exclude(
        pk__in=person.referrals.open().values("offer")
    )
    offers = offers.select_related("partner").roomiest_first()
    found = list(offers[: _WEIGHED + 1])
    suggested = suggested_for(person, need, found[:_WEIGHED])
    fitting = [one for one in suggested if one.why.is_for_them and not one.against]
    figures = f"{len(fitting)}{'+' if len(found) > _WEIGHED else ''}"
    return Cut(fitting[:_AT_MOST], figures, len(fitting) > _AT_MOST)
