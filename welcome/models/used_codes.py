"""Codes of an authenticator app that were used: none of them opens anything again."""

from django.conf import settings
from django.db import models


class UsedCode(models.Model):
    """The latest period of thirty seconds whose code this user has used.

    Neither its code nor one before it is taken again. In the database, so that a code
    seen over a shoulder is worth nothing while the cache is away or full.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True
    )
    period = models.BigIntegerField()

    def __str__(self) -> str:
        return f"A code used in period {self.period}"
