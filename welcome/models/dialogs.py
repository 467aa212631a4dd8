"""DIALOG, filled in and filled in again."""

from datetime import date
from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Q
from django.utils import timezone

from .columns import to_user
from .constraints import check, index
from .people import Person
from .users import User
from .uuid_key import UuidModel

#: The eleven things that DIALOG asks about. The first eight are about life, the last
#: three about the help. Priebe and others; see docs/domain.md, “DIALOG”.
LIFE = {
    "mental_health": "Mental health",
    "physical_health": "Physical health",
    "job": "Job situation",
    "accommodation": "Accommodation",
    "leisure": "Leisure activities",
    "family": "Partner and family",
    "friendships": "Friendships",
    "safety": "Personal safety",
}
HELP = {
    "medication": "Medication",
    "practical_help": "Practical help",
    "meetings": "Meetings with professionals",
}
ITEMS = LIFE | HELP


def _item() -> models.SmallIntegerField:
    """From 1, totally dissatisfied, to 7, totally satisfied; None: left out."""
    return models.SmallIntegerField(null=True)


class DialogQuerySet(models.QuerySet["Dialog"]):
    def visible_to(self, user: User) -> "DialogQuerySet":
        return self.filter(person__in=Person.objects.visible_to(user))

    def current(self) -> "DialogQuerySet":
        """Without those that were put right by a later one."""
        return self.filter(replaced_by=None)

    def in_order(self) -> "DialogQuerySet":
        return self.order_by("filled_at", "pk")


class Dialog(UuidModel):
    """One filling-in. Never changed: a new row replaces what was typed wrongly."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="dialogs")
    filled_at = models.DateTimeField(default=timezone.now)
    by = to_user()
    place = models.CharField(max_length=120, blank=True)
    replaces = models.OneToOneField(
        "self", models.PROTECT, related_name="replaced_by", null=True
    )
    mental_health = _item()
    physical_health = _item()
    job = _item()
    accommodation = _item()
    leisure = _item()
    family = _item()
    friendships = _item()
    safety = _item()
    medication = _item()
    practical_help = _item()
    meetings = _item()

    objects = DialogQuerySet.as_manager()

    class Meta:
        indexes = [index("dialog_of_a_person", ["person", "filled_at"])]
        constraints = [
            *(
                check(
                    f"dialog_{item}_is_from_1_to_7",
                    Q(**{item: None}) | Q(**{f"{item}__gte": 1, f"{item}__lte": 7}),
                )
                for item in ITEMS
            ),
            check(
                "dialog_answers_something",
                reduce(or_, (Q(**{f"{i}__isnull": False}) for i in ITEMS)),
            ),
        ]

    def __str__(self) -> str:
        return f"DIALOG of {timezone.localdate(self.filled_at):%d %B %Y}"

    @property
    def day(self) -> date:
        return timezone.localdate(self.filled_at)

    @property
    def answers(self) -> dict[str, int | None]:
        return {item: getattr(self, item) for item in ITEMS}
