"""What a partner offers, written by the partner itself."""

from collections.abc import Iterable
from datetime import time
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from welcome.audit import trail
from welcome.audit.admin_payloads import AdminSaved
from welcome.locking import locked
from welcome.models import Organisation, Site, User
from welcome.once import keep
from welcome.refusals import Refused

from ..models import Offer, OfferTime
from .offer_facts import OfferFacts

#: Day (Monday is 1), from and until when.
Times = Iterable[tuple[int, time, time]]


class ChangedSince(Exception):
    """Someone wrote this offer meanwhile. Holds it as it stands now."""

    def __init__(self, now: Offer) -> None:
        self.now = now
        super().__init__()


@transaction.atomic
def make_offer(
    partner: Organisation,
    *,
    by: User,
    site: Site,
    once: UUID,
    facts: OfferFacts,
    times: Times,
) -> Offer:
    """Offer something new. The same words under the same `once` make no second one."""
    if partner.site_id not in (None, site.pk):
        raise Refused(f"{partner} is at another site. Choose that site.")
    if Offer.objects.filter(pk=once).exclude(partner=partner).exists():
        raise Refused("Open this page again to add an offer.")
    times = frozenset(times)
    said = {"partner": partner, "site": site, **facts}
    offer, is_new = keep(Offer, once, said, seen_as={"opening": times})
    if not is_new:
        return offer
    keep_times(offer, times)
    trail.record("offer.made", about=offer, by=by, site=site, partner=partner)
    return offer


@transaction.atomic
def change_offer(
    offer: Offer, *, by: User, seen: str, facts: OfferFacts, times: Times
) -> list[str]:
    """Write an offer anew; returns the names of the columns that changed.

    `seen` is `changed_at` as the page has read it. Raises ChangedSince where someone
    wrote it meanwhile: nothing is overwritten unseen.
    """
    offer = locked(Offer.objects.select_related("partner", "site"), offer.pk)
    if seen != offer.changed_at.isoformat():
        raise ChangedSince(offer)
    changed = []
    for name, value in facts.items():
        if differ(getattr(offer, name), value):
            setattr(offer, name, value)
            changed.append(name)
    wanted = frozenset(times)
    if offer.opening != wanted:
        keep_times(offer, wanted)
        changed.append("times")
    if changed:
        offer.changed_at = timezone.now()
        offer.save(update_fields=["changed_at", *(set(changed) - {"times"})])
        trail.record(
            "offer.changed",
            about=offer,
            by=by,
            site=offer.site,
            partner=offer.partner,
            detail=AdminSaved(fields=sorted(changed)),
        )
    return changed


def keep_times(offer: Offer, times: Times) -> None:
    """Write the week of an offer anew. Call inside the transaction that changes it."""
    offer.times.all().delete()
    OfferTime.objects.bulk_create(
        OfferTime(offer=offer, day=day, opens=opens, closes=closes)
        for day, opens, closes in sorted(times)
    )


def differ(one: Any, other: Any) -> bool:
    """Whether two values of a column differ: what is ticked has no order.

    >>> differ(["money", "rights"], ["rights", "money"]), differ("", "Leith")
    (False, True)
    """
    if isinstance(one, list) and isinstance(other, list):
        return sorted(one) != sorted(other)
    return bool(one != other)
