"""Drafts that can be discarded: they are kept for some days, so that it can be undone.

A model with drafts is a `Discardable`, and its querysets have `DiscardedRows`.
"""

from datetime import datetime, timedelta
from typing import Any, Self, cast

from django.db import models
from django.db.models import Index, Q

from .columns import to_user
from .constraints import index

#: A discarded draft can be undone for so many days. Then it is deleted for good.
KEPT_DAYS = 30


class DiscardedRows:
    """A queryset's part: rows whose draft was discarded, and the others."""

    def kept(self) -> Self:
        """All but the discarded ones."""
        return cast(Self, cast("models.QuerySet[Any]", self).filter(discarded_at=None))

    def discarded(self) -> Self:
        rows = cast("models.QuerySet[Any]", self)
        return cast(Self, rows.filter(discarded_at__isnull=False))

    def past_undoing(self, now: datetime) -> Self:
        """Discarded more than `KEPT_DAYS` ago."""
        rows = cast("models.QuerySet[Any]", self)
        oldest = now - timedelta(days=KEPT_DAYS)
        return cast(Self, rows.filter(discarded_at__lt=oldest))


class Discardable(models.Model):
    """A draft that someone can discard. Who and when travel together."""

    discarded_at = models.DateTimeField(null=True, editable=False)
    discarded_by = to_user(null=True, editable=False)

    class Meta:
        abstract = True


def by_day_discarded(name: str) -> Index:
    """For the list of discarded drafts, and for the task that deletes old ones."""
    return index(name, ["discarded_at"], among=Q(discarded_at__isnull=False))
