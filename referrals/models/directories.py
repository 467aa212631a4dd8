"""Feeds of other directories that we read, and what was on them."""

from urllib.parse import urlsplit

from django.contrib.postgres.fields import ArrayField
from django.db import models

from welcome.models import Site
from welcome.models.constraints import index, only_one
from welcome.models.uuid_key import UuidModel

from .offers import Offer


class DirectoryFeed(UuidModel):
    """One feed, and the report of the last time that it was read."""

    url = models.URLField(max_length=500, unique=True)
    #: Where its services belong; without one we go by their postcodes.
    site = models.ForeignKey(Site, models.PROTECT, null=True, related_name="+")
    begun_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)
    report = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.url

    @property
    def host(self) -> str:
        """The name by which a reader knows the directory."""
        return urlsplit(self.url).netloc


class DirectoryPage(models.Model):
    """A page as it was, so that the feed need not send it again unchanged."""

    feed = models.ForeignKey(DirectoryFeed, models.CASCADE, related_name="pages")
    number = models.PositiveIntegerField()
    etag = models.CharField(max_length=200, blank=True)
    modified = models.CharField(max_length=60, blank=True)
    #: Of how many, if the feed said so.
    pages = models.PositiveIntegerField(null=True)
    services = ArrayField(models.UUIDField(), default=list)

    class Meta:
        constraints = [only_one("directory_page_once", ["feed", "number"])]

    def __str__(self) -> str:
        return f"Page {self.number}"


class ListedOffer(models.Model):
    """An offer that a feed told of; and since when it is no longer there."""

    feed = models.ForeignKey(DirectoryFeed, models.CASCADE, related_name="listed")
    offer = models.ForeignKey(Offer, models.CASCADE, related_name="+")
    gone_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            index("listed_offer_is_there", ["feed"], among=models.Q(gone_at=None))
        ]
        constraints = [only_one("listed_offer_once", ["feed", "offer"])]

    def __str__(self) -> str:
        return f"{self.offer} in {self.feed}"
