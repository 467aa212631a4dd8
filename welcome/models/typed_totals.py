"""Totals of scales that we may not print, filled in elsewhere."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from .columns import to_user
from .constraints import check, index
from .people import Person
from .uuid_key import UuidModel


class TypedTotalQuerySet(models.QuerySet["TypedTotal"]):
    def current(self) -> "TypedTotalQuerySet":
        """From the first to the latest, without those typed wrongly."""
        return self.filter(replaced_by=None).order_by("filled_at", "pk")


class TypedTotal(UuidModel):
    """The total of a questionnaire filled in elsewhere. Its questions are not ours.

    ReQoL-10 and SWEMWBS are licensed: no question of theirs stands anywhere in here.
    """

    class Scale(models.TextChoices):
        REQOL = "reqol10", "ReQoL-10"
        SWEMWBS = "swemwbs", "SWEMWBS"

    #: The least and the most that each can come to.
    REACH: ClassVar[dict[str, tuple[int, int]]] = {
        Scale.REQOL: (0, 40),
        Scale.SWEMWBS: (7, 35),
    }

    person = models.ForeignKey(Person, models.PROTECT, related_name="typed_totals")
    scale = models.CharField(max_length=8, choices=Scale)
    #: SWEMWBS has hundredths once it is converted.
    total = models.DecimalField(max_digits=4, decimal_places=2)
    filled_at = models.DateTimeField(default=timezone.now)
    by = to_user()
    #: One that was typed wrongly, and counts no more.
    replaces = models.OneToOneField(
        "self", models.PROTECT, related_name="replaced_by", null=True
    )

    objects = TypedTotalQuerySet.as_manager()

    class Meta:
        indexes = [index("total_of_a_person", ["person", "filled_at"])]
        constraints = [
            check(
                "total_is_one_that_the_scale_can_have",
                Q(scale="reqol10", total__gte=0, total__lte=40)
                | Q(scale="swemwbs", total__gte=7, total__lte=35),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_scale_display()}: {self.total.normalize():f}"

    @property
    def day(self) -> date:
        return timezone.localdate(self.filled_at)
