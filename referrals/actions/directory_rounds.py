"""What is kept of a reading of another directory, and a lead's yes to what is gone."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from welcome.locking import locked
from welcome.models import User
from welcome.refusals import Refused

from ..models import DirectoryChange, DirectoryFeed, DirectoryRound
from .directory_feeds import mark_gone

#: Days for which a reading can be looked up.
KEPT = 90
_COUNTED = ("new", "changed", "same", "repaired", "refused", "gone")
_AT_ONCE = 1_000


@transaction.atomic
def keep_round(
    feed: DirectoryFeed,
    *,
    count: Mapping[str, int],
    changes: Sequence[DirectoryChange],
    problem: str = "",
    missing: Sequence[UUID] = (),
) -> DirectoryRound:
    """Keep it with its changes. What an earlier one asked no longer waits."""
    now = timezone.now()
    feed.rounds.waiting().update(missing=[])
    feed.rounds.filter(read_at__lt=now - timedelta(days=KEPT)).delete()
    kept = DirectoryRound.objects.create(
        feed=feed,
        site=feed.site,
        read_at=now,
        problem=problem[:300],
        missing=list(missing),
        **{name: count.get(name, 0) for name in _COUNTED},
    )
    for change in changes:
        change.of = kept
    DirectoryChange.objects.bulk_create(changes, batch_size=_AT_ONCE)
    return kept


@transaction.atomic
def mark_missing(of: DirectoryRound, *, by: User) -> DirectoryRound:
    """The services that left the feed did so: their offers are no longer suggested."""
    of = locked(DirectoryRound.objects.select_related("feed"), of.pk)
    if of.settled_at or not of.missing:
        raise Refused("This is already settled, or the directory was read again since.")
    there = of.feed.listed.filter(gone_at=None, offer_id__in=of.missing)
    offers = [mark_gone(listed, by=by) for listed in there.order_by("pk")]
    DirectoryChange.objects.bulk_create(
        DirectoryChange(
            of=of, site_id=offer.site_id, offer=offer, kind="gone", name=offer.name
        )
        for offer in offers
    )
    of.settled_at, of.settled_by = timezone.now(), by
    of.save(update_fields=["settled_at", "settled_by"])
    DirectoryRound.objects.filter(pk=of.pk).update(gone=F("gone") + len(offers))
    of.refresh_from_db()
    return of
