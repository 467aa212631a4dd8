"""The services that a partner can suggest, and what became of what it suggested."""

from dataclasses import dataclass

from django.db.models import QuerySet

from ..models import HandOn, Offer, Referral
from ..models.offers import OfferQuerySet

#: So many of each kind are on a page.
AT_MOST = 40


@dataclass(frozen=True)
class Choices:
    """For what was asked, and the rest; those with the most room come first."""

    for_this_need: OfferQuerySet
    others: OfferQuerySet


def can_be_suggested(referral: Referral) -> OfferQuerySet:
    """Every offer here, but none of the partner that has the referral already."""
    here = Offer.objects.offered().filter(site_id=referral.person.site_id)
    return here.exclude(partner_id=referral.partner_id).select_related("partner")


def choices_for(referral: Referral) -> Choices:
    """Without what is known about the person: the partner may not know all of it."""
    offers, need = can_be_suggested(referral), referral.request.need
    rest = offers.exclude(pk__in=offers.for_need(need).values("pk"))
    return Choices(offers.for_need(need).by_room(), rest.by_room())


def suggested(referral: Referral) -> QuerySet[HandOn]:
    """What the partner suggested, with the answers."""
    return referral.hand_ons.select_related("offer__partner", "became")
