"""What a directory no longer lists: marked, or asked about where it is very much."""

from collections.abc import Collection
from uuid import UUID

from welcome.models import User

from ..actions.directory_feeds import mark_gone
from ..models import DirectoryFeed
from ..open_referral.service_pages import Unreadable
from .directory_reports import Report


def mark_what_is_gone(
    feed: DirectoryFeed, seen: Collection[UUID], report: Report, *, by: User
) -> None:
    """Call once every page was read. Raises Unreadable where there is nothing at all.

    A feed that kept less than half of its services is more often broken than right,
    so nothing is marked until a lead has said that it is so.
    """
    if not seen:
        raise Unreadable("The feed has no services.")
    there = feed.listed.filter(gone_at=None)
    missing = there.exclude(offer_id__in=seen).order_by("pk")
    before = there.count()
    keys = list(missing.values_list("offer_id", flat=True))
    if len(keys) * 2 > before:
        report.shrunk(keys, before)
        return
    for listed in missing:
        report.gone(mark_gone(listed, by=by))
