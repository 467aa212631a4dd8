"""What a partner did that someone at the welcome team has read: one row for each."""

from django.db import models
from django.utils import timezone

from welcome.models.columns import to_user
from welcome.models.constraints import one_of, only_one

from .referrals import Referral


class NewsSeen(models.Model):
    """Someone of the team opened a referral after this had happened to it.

    An acceptance or a farewell is on Today of the worker who sent the person, or holds
    them now, until such a row is newer than it.
    """

    class What(models.TextChoices):
        ACCEPTED = "accepted", "The partner said yes"
        ENDED = "ended", "The partner said farewell"

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="news_seen")
    what = models.CharField(max_length=10, choices=What)
    reader = to_user()
    seen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "news seen"
        constraints = [
            one_of("news_seen_what_is_known", "what", ["accepted", "ended"]),
            only_one("news_seen_once_by_each", ["referral", "what", "reader"]),
        ]

    def __str__(self) -> str:
        return f"{self.get_what_display()}: seen"
