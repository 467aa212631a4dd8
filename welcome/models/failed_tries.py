"""Failures at a door, counted by keyed hashes: who failed cannot be read from them."""

from django.db import models
from django.db.models import Q


class FailedTry(models.Model):
    """How often something failed, and until when the next try has to wait.

    Kept in the database and nowhere else, so that a cache that is away or full never
    turns the limits off.
    """

    key = models.CharField(primary_key=True, max_length=64)
    count = models.PositiveIntegerField()
    last_at = models.DateTimeField()
    waits_until = models.DateTimeField()

    class Meta:
        verbose_name_plural = "failed tries"
        indexes = [models.Index(fields=["last_at"], name="failed_try_to_forget")]
        constraints = [
            models.CheckConstraint(
                name="failed_try_is_counted", condition=Q(count__gte=1)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.count} failures"
