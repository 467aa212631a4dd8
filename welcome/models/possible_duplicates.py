"""Two who look alike and are two: someone said so, and is never asked again."""

from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from .columns import to_user
from .constraints import check, only_one
from .own_record import NeverOnesOwn
from .people import Person
from .users import User


class NotTheSameQuerySet(NeverOnesOwn, models.QuerySet["NotTheSame"]):
    paths_to_person = ("one", "other")

    def visible_to(self, user: User) -> "NotTheSameQuerySet":
        """Where one of both is held by a welcome team of this user."""
        mine = Person.objects.visible_to(user).values("pk")
        return self.filter(Q(one__in=mine) | Q(other__in=mine)).without_own(user)

    def of(self, person: Person) -> "NotTheSameQuerySet":
        return self.filter(Q(one=person) | Q(other=person))

    def others_than(self, person: Person) -> set[UUID]:
        """Everyone of whom it was said that they are not this person."""
        pairs = self.of(person)
        both = pairs.values_list("one_id", "other_id")
        return {pk for pair in both for pk in pair} - {person.pk}


class NotTheSame(models.Model):
    """`one` has the lower key of the two, so that a pair has one row only."""

    one = models.ForeignKey(Person, models.PROTECT, related_name="+")
    other = models.ForeignKey(Person, models.PROTECT, related_name="+")
    said_by = to_user()
    said_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = NotTheSameQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "not the same"
        constraints = [
            only_one("not_the_same_said_once_of_a_pair", ["one", "other"]),
            check("not_the_same_has_an_order", Q(one__lt=F("other"))),
        ]

    def __str__(self) -> str:
        return f"{self.one} and {self.other} are different people"

    def than(self, person: Person) -> Person:
        """The one of the two who is not this person."""
        return self.other if self.one_id == person.pk else self.one
