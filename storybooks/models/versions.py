"""Every text that a narrative ever had, and what its contributor asked to change."""

from django.db import models
from django.utils import timezone

from welcome.models.columns import to_user
from welcome.models.constraints import not_empty, only_one

from .narratives import Narrative


class Version(models.Model):
    """One text it had, and who wrote it."""

    narrative = models.ForeignKey(Narrative, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    text = models.TextField()
    by = to_user()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-number"]
        constraints = [only_one("version_numbers_count_up", ["narrative", "number"])]

    def __str__(self) -> str:
        return f"Version {self.number}"


class Wish(models.Model):
    """Something that the contributor asked to have changed, in their words."""

    narrative = models.ForeignKey(Narrative, models.CASCADE, related_name="wishes")
    words = models.TextField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [not_empty("wish_has_words", "words")]

    def __str__(self) -> str:
        return f"Asked on {self.at:%d %B %Y}"
