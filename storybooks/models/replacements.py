"""The log of what was changed so that nobody can be recognised. Never public."""

from django.db import models
from django.utils import timezone

from welcome.models.columns import to_user

from .narratives import Narrative


class Replacement(models.Model):
    narrative = models.ForeignKey(
        Narrative, models.CASCADE, related_name="replacements"
    )
    was = models.CharField(max_length=200)
    became = models.CharField(max_length=200)
    why = models.CharField(max_length=120, blank=True)
    by = to_user()
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"Replacement of {self.at:%d %B %Y}"
