"""The services that a partner can suggest, and what became of what it suggested."""

from dataclasses import dataclass

from django.db.models import QuerySet

from ..models import HandOn, Offer, Referral
from ..models.offers import OfferQuerySet

#: Of each kind, those with the most room. The Welcome Team can find all of them.
AT_MOST = 40


@dataclass(frozen=True)
class Choices:
    """For what was asked, and the rest; and whether there are more than these."""

    for_this_need: list[Offer]
    others: list[Offer]
    has_more: bool


def can_be_suggested(referral: Referral) -> OfferQuerySet:
    """Every offer here, but none of the partner that has the referral already."""
    here = Offer.objects.offered().filter(site_id=referral.person.site_id)
    return here.exclude(partner_id=referral.partner_id).select_related("partner")


def choices_for(referral: Referral) -> Choices:
    """Without what is known about the person: the partner may not know all of it."""
    offers, need = can_be_suggested(referral), referral.request.need
    rest = offers.exclude(pk__in=offers.for_need(need).values("pk"))
    fit = list(offers.for_need(need).roomiest_first()[: AT_MOST + 1])
    others = list(rest.roomiest_first()[: AT_MOST + 1])
    more = len(fit) > AT_MOST or len(others) > AT_MOST
    return Choices(fit[:AT_MOST], others[:AT_MOST], more)


def suggested(referral: Referral) -> QuerySet[HandOn]:
    """What the partner suggested, the newest first, with the answers."""
    rows = referral.hand_ons.select_related("offer__partner", "became")
    return rows.order_by("-proposed_at", "-pk")[:5]
