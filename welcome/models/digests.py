"""The morning's e-mail with counts, for those who asked for it: once on each day."""

from django.db import models
from django.utils import timezone

from .columns import to_user
from .constraints import only_one


class Digest(models.Model):
    """A user's digest of one day was made, whether or not there was anything to say."""

    user = to_user()
    day = models.DateField()
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [only_one("digest_once_a_day", ["user", "day"])]

    def __str__(self) -> str:
        return f"Digest of {self.day:%d %B %Y}"
