"""A need that no offer meets: written down, so that commissioners see it."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from welcome.models import Need, Person, User
from welcome.models.columns import to_user
from welcome.models.constraints import all_or_none, not_blank, one_of, only_one
from welcome.models.uuid_key import UuidModel


class GapQuerySet(models.QuerySet["Gap"]):
    def visible_to(self, user: User) -> "GapQuerySet":
        return self.filter(person__in=Person.objects.visible_to(user))

    def open(self) -> "GapQuerySet":
        return self.filter(closed_at=None)


class Gap(UuidModel):
    """What this person needs, and no one here offers so that it fits."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="gaps")
    need = models.CharField(max_length=15, choices=Need)
    words = models.TextField(help_text="What was missing")
    noted_by = to_user()
    noted_at = models.DateTimeField(default=timezone.now)
    #: Someone was found, or it is not needed any more.
    closed_at = models.DateTimeField(null=True)
    closed_by = to_user(null=True)

    objects = GapQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("gap_need_is_known", "need", Need.values),
            not_blank("gap_says_what_was_missing", "words"),
            all_or_none("gap_closed_has_who_and_when", "closed_at", "closed_by"),
            only_one(
                "gap_one_open_for_a_need", ["person", "need"], among=Q(closed_at=None)
            ),
        ]

    def __str__(self) -> str:
        return self.get_need_display()
