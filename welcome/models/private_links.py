"""Private links: how someone without an account comes in, with a second fact."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from .columns import to_user
from .constraints import check, index, only_one
from .uuid_key import UuidModel


class PrivateLink(UuidModel):
    """A door for one reader to one thing. Only hashes are kept, nothing that opens it.

    `purpose` says which page it opens, `subject` which row there.
    """

    class Purpose(models.TextChoices):
        CONTRIBUTOR = "contributor", "A contributor’s own narrative"
        PERSON = "person", "A person’s own story"

    purpose = models.CharField(max_length=15, choices=Purpose)
    subject = models.UUIDField()
    token_hash = models.CharField(max_length=64, unique=True)
    question = models.CharField(max_length=120, help_text="What we ask before opening")
    fact_hash = models.CharField(max_length=200)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = to_user()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [index("link_to_a_thing", ["purpose", "subject"])]

    def __str__(self) -> str:
        return f"Private link, {self.get_purpose_display()}"

    @property
    def is_open(self) -> bool:
        return self.revoked_at is None and timezone.now() < self.expires_at


class Device(models.Model):
    """A browser in which a private link was opened with the right word.

    The first one is the reader's own. Any other waits until a yes is said on one that
    is confirmed. Only a hash is kept of what tells browsers apart.
    """

    link = models.ForeignKey(PrivateLink, models.PROTECT, related_name="devices")
    key_hash = models.CharField(max_length=64)
    came_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True)
    refused_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            only_one("device_once_at_a_link", ["link", "key_hash"]),
            check(
                "device_is_confirmed_or_refused",
                Q(confirmed_at=None) | Q(refused_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"Device since {self.came_at:%d %B %Y}"

    @property
    def waits(self) -> bool:
        return self.confirmed_at is None and self.refused_at is None
