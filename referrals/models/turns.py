"""The turns that a referral can take: handed on, objected to, put right."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from welcome.models import Organisation, Person, User
from welcome.models.columns import to_user
from welcome.models.constraints import (
    all_or_none,
    check,
    empty,
    filled,
    not_blank,
    one_of,
    only_one,
)
from welcome.models.uuid_key import UuidModel

from .offers import Offer
from .referrals import Referral


class HandOnQuerySet(models.QuerySet["HandOn"]):
    def visible_to(self, user: User) -> "HandOnQuerySet":
        return self.filter(referral__in=Referral.objects.from_teams_of(user))

    def open(self) -> "HandOnQuerySet":
        return self.filter(answered_at=None).order_by("proposed_at", "pk")


class HandOn(UuidModel):
    """A partner knows a better place. No one moves before the person has agreed."""

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="hand_ons")
    offer = models.ForeignKey(Offer, models.PROTECT, related_name="+")
    words = models.TextField(help_text="Why it would suit them better")
    proposed_by = to_user()
    proposed_at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True)
    answered_by = to_user(null=True)
    #: What it became; none where the person, or the team, said no.
    became = models.OneToOneField(
        Referral, models.PROTECT, related_name="handed_on_by", null=True
    )
    answer = models.TextField(blank=True)

    objects = HandOnQuerySet.as_manager()

    class Meta:
        constraints = [
            not_blank("hand_on_says_why", "words"),
            check(
                "hand_on_answer_has_who_and_when",
                empty("answered_at", "answered_by", "became", answer="")
                | filled("answered_at", "answered_by"),
            ),
            only_one("hand_on_one_open", ["referral"], among=Q(answered_at=None)),
        ]

    def __str__(self) -> str:
        return f"On to {self.offer}"


class ObjectionQuerySet(models.QuerySet["Objection"]):
    def standing(self) -> "ObjectionQuerySet":
        return self.filter(lifted_at=None)


class Objection(UuidModel):
    """The person does not want this partner. Remembered, and said the next time."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="objections")
    partner = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    words = models.TextField(blank=True)
    said_at = models.DateTimeField(default=timezone.now)
    said_to = to_user()
    lifted_at = models.DateTimeField(null=True)
    lifted_by = to_user(null=True)

    objects = ObjectionQuerySet.as_manager()

    class Meta:
        constraints = [
            only_one(
                "objection_one_standing", ["person", "partner"], among=Q(lifted_at=None)
            ),
            all_or_none("objection_lifted_has_who_and_when", "lifted_at", "lifted_by"),
        ]

    def __str__(self) -> str:
        return f"Not {self.partner}"


class PutRight(models.Model):
    """A move that was made by mistake, and why it was. Nothing is deleted."""

    class What(models.TextChoices):
        REOPENED = "reopened", "Opened again"
        ANNULLED = "annulled", "Should not have been sent"

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="put_right")
    what = models.CharField(max_length=10, choices=What)
    was = models.CharField(max_length=10)
    #: What was said at the move that did not stand.
    said = models.TextField(blank=True)
    why = models.TextField()
    by = to_user()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "put right"
        constraints = [
            not_blank("put_right_says_why", "why"),
            one_of("put_right_what_is_known", "what", ["reopened", "annulled"]),
        ]

    def __str__(self) -> str:
        return self.get_what_display()
