"""A need that no offer meets: written down, so that commissioners see it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from welcome.models import Need, Person, User


class GapQuerySet(models.QuerySet["Gap"]):
    def visible_to(self, user: User) -> "GapQuerySet":
        return self.filter(person__in=Person.objects.visible_to(user))

    def open(self) -> "GapQuerySet":
        return self.filter(closed_at=None)


class Gap(models.Model):
    """What this person needs, and nobody here offers so that it fits."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="gaps")
    need = models.CharField(max_length=15, choices=Need)
    words = models.TextField(help_text="What was missing")
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    noted_at = models.DateTimeField(default=timezone.now)
    #: Somebody was found, or it is not needed any more.
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )

    objects = GapQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="gap_need_is_known", condition=Q(need__in=Need.values)
            ),
            models.CheckConstraint(
                name="gap_says_what_was_missing", condition=~Q(words__regex=r"^\s*$")
            ),
            models.CheckConstraint(
                name="gap_closed_has_who_and_when",
                condition=Q(closed_at=None, closed_by=None)
                | Q(closed_at__isnull=False, closed_by__isnull=False),
            ),
            models.UniqueConstraint(
                name="gap_one_open_for_a_need",
                fields=["person", "need"],
                condition=Q(closed_at=None),
            ),
        ]

    def __str__(self) -> str:
        return self.get_need_display()
