"""Whether there is room: said by the partner, respected by routing at once."""

from datetime import date

from django.db import transaction

from welcome.audit import trail
from welcome.models import User

from ..models import Capacity, Offer
from ..payloads import OfferRoom


@transaction.atomic
def set_room(
    offer: Offer,
    *,
    by: User,
    capacity: str,
    wait_weeks: int | None = None,
    paused_until: date | None = None,
) -> Offer:
    """Open, a wait of about so many weeks, or paused."""
    offer = Offer.objects.select_for_update(of=("self",)).get(pk=offer.pk)
    offer.capacity = capacity
    offer.wait_weeks = wait_weeks if capacity == Capacity.WAIT else None
    offer.paused_until = paused_until if capacity == Capacity.PAUSED else None
    offer.save(update_fields=["capacity", "wait_weeks", "paused_until"])
    trail.record(
        "offer.room",
        about=offer,
        by=by,
        site=offer.site,
        partner=offer.partner,
        detail=OfferRoom(capacity=capacity),
    )
    return offer
