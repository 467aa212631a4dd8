"""Private links by which a phone or Outlook reads a worker's calendar."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from .columns import to_user
from .constraints import only_one
from .uuid_key import UuidModel


class CalendarLinkQuerySet(models.QuerySet["CalendarLink"]):
    def live(self) -> "CalendarLinkQuerySet":
        """Not turned off or replaced, of someone who still works here."""
        return self.filter(ended_at=None, user__is_active=True)


class CalendarLink(UuidModel):
    """A link of one user. Only a hash of its token is kept, and one works at a time."""

    user = to_user("calendar_links")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)
    last_read_at = models.DateTimeField(null=True)

    objects = CalendarLinkQuerySet.as_manager()

    class Meta:
        constraints = [
            only_one("calendar_link_one_live", ["user"], among=Q(ended_at=None))
        ]

    def __str__(self) -> str:
        return f"Calendar link of {self.made_at:%d %B %Y}"
