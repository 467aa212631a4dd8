"""With which partners a safeguarding concern is shared, why, and until when."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from .columns import to_user
from .constraints import all_or_none, not_blank, only_one
from .places import Organisation
from .uuid_key import UuidModel


class SafeguardingShareQuerySet(models.QuerySet["SafeguardingShare"]):
    def live(self) -> "SafeguardingShareQuerySet":
        return self.filter(ended_at=None)


class SafeguardingShare(UuidModel):
    """One partner may read one concern. Ended, never removed.

    The database refuses a partner of another site: see the migration
    `safeguarding_is_kept`.
    """

    concern = models.ForeignKey(
        "SafeguardingConcern", models.PROTECT, related_name="shares"
    )
    partner = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    reason = models.TextField()
    by = to_user()
    at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)
    ended_by = to_user(null=True)

    objects = SafeguardingShareQuerySet.as_manager()

    class Meta:
        constraints = [
            not_blank("safeguarding_share_says_why", "reason"),
            all_or_none(
                "safeguarding_share_ended_has_who_and_when", "ended_at", "ended_by"
            ),
            only_one(
                "safeguarding_shared_once_with_a_partner",
                ["concern", "partner"],
                among=Q(ended_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"Shared with {self.partner}"
