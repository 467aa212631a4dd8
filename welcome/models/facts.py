"""Who matters to the person, and what was known of them before it changed."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from .columns import to_user
from .constraints import all_or_none, index, not_blank, only_one
from .people import Person
from .users import User
from .uuid_key import UuidModel


class SupporterQuerySet(models.QuerySet["Supporter"]):
    def visible_to(self, user: User) -> "SupporterQuerySet":
        return self.filter(person__in=Person.objects.visible_to(user))

    def now(self) -> "SupporterQuerySet":
        """The current supporters; the one to ring first is at the top."""
        return self.filter(ended_at=None).order_by("-is_rung_first", "added_at", "pk")


class Supporter(UuidModel):
    """Someone who matters to the person. They may stand by them, or simply matter."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="supporters")
    name = models.CharField(max_length=80)
    who = models.CharField(max_length=80, blank=True, help_text="Sister, neighbour")
    phone = models.CharField(max_length=30, blank=True)
    may_be_told = models.CharField(max_length=300, blank=True)
    is_rung_first = models.BooleanField(default=False)
    added_at = models.DateTimeField(default=timezone.now)
    added_by = to_user()
    ended_at = models.DateTimeField(null=True)
    ended_by = to_user(null=True)

    objects = SupporterQuerySet.as_manager()

    class Meta:
        indexes = [index("supporter_now", ["person"], among=Q(ended_at=None))]
        constraints = [
            not_blank("supporter_has_a_name", "name"),
            all_or_none("supporter_ended_has_who_and_when", "ended_at", "ended_by"),
            only_one(
                "supporter_one_is_rung_first",
                ["person"],
                among=Q(is_rung_first=True, ended_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.who}" if self.who else self.name


class FactsBefore(models.Model):
    """What stood in one part of the record before it was written anew."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="facts_before")
    part = models.CharField(max_length=10, help_text="See welcome.facts.PARTS")
    facts = models.JSONField()
    until_at = models.DateTimeField(default=timezone.now)
    changed_by = to_user()

    class Meta:
        verbose_name_plural = "facts before"
        indexes = [index("facts_before_by_part", ["person", "part", "-until_at"])]

    def __str__(self) -> str:
        return f"{self.part} until {self.until_at:%d.%m.%Y}"
