"""A storybook: narratives that belong together."""

import uuid

from django.db import models
from django.db.models import Q

from welcome.models import Site
from welcome.models.constraints import one_of


class Storybook(models.Model):
    class Kind(models.TextChoices):
        WAITING = "waiting", "Waiting for something better"
        WORKING = "working", "Working for something better"
        LIVING = "living", "Living something better"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
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
            models.CheckConstraint(
                name="storybook_address_is_not_one_of_ours",
                condition=~Q(slug__in=["desk", "mine"]),
            ),
        ]

    def __str__(self) -> str:
        return self.title
