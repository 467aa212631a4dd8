"""Failures at a door, counted by keyed hashes: who failed cannot be read from them."""

from django.db import models
from django.db.models import Q

from .constraints import check, index


class FailedTry(models.Model):
    """How often something failed, and until when the next try has to wait.

    The count runs down as time passes, so it need not be a whole number; it is what
    it was at `last_at`.

    Kept in the database and nowhere else, so that a cache that is away or full never
    turns the limits off.
    """

    key = models.CharField(primary_key=True, max_length=64)
    count = models.FloatField()
    last_at = models.DateTimeField()
    waits_until = models.DateTimeField()

    class Meta:
        verbose_name_plural = "failed tries"
        indexes = [index("failed_try_to_forget", ["last_at"])]
        constraints = [check("failed_try_is_counted", Q(count__gte=0))]

    def __str__(self) -> str:
        return f"{self.count:.0f} failures"
