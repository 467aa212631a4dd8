"""A storybook: narratives that belong together."""

from django.db import models
from django.db.models import Q

from welcome.models import Site
from welcome.models.constraints import check, one_of
from welcome.models.uuid_key import UuidModel


class Storybook(UuidModel):
    class Kind(models.TextChoices):
        WAITING = "waiting", "Waiting for something better"
        WORKING = "working", "Working for something better"
        LIVING = "living", "Living something better"

    slug = models.SlugField(unique=True)
    kind = models.CharField(max_length=10, choices=Kind)
    title = models.CharField(max_length=120)
    words = models.TextField(help_text="What the reader will find here")
    #: Without a site it belongs to the whole programme.
    site = models.ForeignKey(
        Site, models.PROTECT, related_name="storybooks", null=True, blank=True
    )

    class Meta:
        ordering = ["title"]
        constraints = [
            one_of("storybook_kind_is_known", "kind", ["waiting", "working", "living"]),
            check(
                "storybook_address_is_not_one_of_ours", ~Q(slug__in=["desk", "mine"])
            ),
        ]

    def __str__(self) -> str:
        return self.title
