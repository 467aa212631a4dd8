"""Who asked for a new password: an address as it was typed, until it is looked up."""

from django.db import models
from django.utils import timezone

from .uuid_key import UuidModel


class PasswordResetRequest(UuidModel):
    """Someone typed this address. Whether anyone here has it is asked later.

    So that the page does the same work for every address, and takes the same time. The
    row is removed as soon as it is answered: an address stays here for seconds.
    """

    email = models.CharField(max_length=320)
    asked_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"A new password, asked for at {self.asked_at:%H:%M}"
