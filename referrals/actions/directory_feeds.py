"""What is written down of a feed that we read: its pages, and what left it."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from welcome.audit import trail
from welcome.locking import locked
from welcome.models import User

from ..models import DirectoryFeed, DirectoryPage, ListedOffer, Offer, Stands
from ..open_referral.feed_pages import Answer
from ..payloads import OfferBrought

GONE = "gone"


@transaction.atomic
def note_page(
    feed: DirectoryFeed, number: int, answer: Answer, *, pages: int | None,
    services: list[UUID],
) -> None:  # fmt: skip
    """Remember a page, and that its services are there."""
    facts = {"etag": answer.etag, "modified": answer.modified, "pages": pages}
    DirectoryPage.objects.update_or_create(
        feed=feed, number=number, defaults={**facts, "services": services}
    )
    known = Offer.objects.filter(pk__in=services).values_list("pk", flat=True)
    rows = [ListedOffer(feed=feed, offer_id=pk) for pk in known]
    ListedOffer.objects.bulk_create(rows, ignore_conflicts=True)
    feed.listed.filter(offer_id__in=services).exclude(gone_at=None).update(gone_at=None)


@transaction.atomic
def mark_gone(listed: ListedOffer, *, by: User) -> Offer:
    """Its feed no longer tells of it: kept, and not suggested any more."""
    offer = locked(Offer.objects.select_related("partner", "site"), listed.offer_id)
    ListedOffer.objects.filter(pk=listed.pk).update(gone_at=timezone.now())
    if offer.stands not in (Stands.ACTIVE, Stands.RESTING):
        return offer
    offer.stands, offer.changed_at = Stands.INACTIVE, timezone.now()
    offer.save(update_fields=["stands", "changed_at"])
    trail.record(
        "offer.brought",
        about=offer,
        by=by,
        site=offer.site,
        partner=offer.partner,
        detail=OfferBrought(outcome=GONE, fields=["stands"]),
    )
    return offer
