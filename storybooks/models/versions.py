"""Every text that a narrative ever had, and what its contributor asked to change."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from .narratives import Narrative


class Version(models.Model):
    """One text it had, and who wrote it."""

    narrative = models.ForeignKey(
        Narrative, on_delete=models.CASCADE, related_name="versions"
    )
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    text = models.TextField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                name="version_numbers_count_up", fields=["narrative", "number"]
            ),
        ]

    def __str__(self) -> str:
        return f"Version {self.number}"


class Wish(models.Model):
    """Something that the contributor asked to have changed, in their words."""

    narrative = models.ForeignKey(
        Narrative, on_delete=models.CASCADE, related_name="wishes"
    )
    words = models.TextField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="wish_has_words", condition=~models.Q(words="")
            ),
        ]

    def __str__(self) -> str:
        return f"Asked on {self.at:%d %B %Y}"
