"""The turns that a referral can take: handed on, objected to, put right."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from welcome.models import Organisation, Person, User

from .offers import Offer
from .referrals import Referral


class HandOnQuerySet(models.QuerySet["HandOn"]):
    def visible_to(self, user: User) -> "HandOnQuerySet":
        return self.filter(referral__in=Referral.objects.from_teams_of(user))

    def open(self) -> "HandOnQuerySet":
        return self.filter(answered_at=None).order_by("proposed_at", "pk")


class HandOn(models.Model):
    """A partner knows a better place. Nobody moves before the person has agreed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    referral = models.ForeignKey(
        Referral, on_delete=models.PROTECT, related_name="hand_ons"
    )
    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(help_text="Why it would be better there")
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    #: What it became; none where the person, or the team, said no.
    became = models.OneToOneField(
        Referral, on_delete=models.PROTECT, related_name="handed_on_by", null=True
    )
    answer = models.TextField(blank=True)

    objects = HandOnQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="hand_on_says_why", condition=~Q(words__regex=r"^\s*$")
            ),
            models.CheckConstraint(
                name="hand_on_answer_has_who_and_when",
                condition=Q(answered_at=None, answered_by=None, became=None, answer="")
                | Q(answered_at__isnull=False, answered_by__isnull=False),
            ),
            models.UniqueConstraint(
                name="hand_on_one_open",
                fields=["referral"],
                condition=Q(answered_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"On to {self.offer}"


class ObjectionQuerySet(models.QuerySet["Objection"]):
    def standing(self) -> "ObjectionQuerySet":
        return self.filter(lifted_at=None)


class Objection(models.Model):
    """The person does not want this partner. Remembered, and said the next time."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="objections"
    )
    partner = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+"
    )
    words = models.TextField(blank=True)
    said_at = models.DateTimeField(default=timezone.now)
    said_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )

    objects = ObjectionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="objection_one_standing",
                fields=["person", "partner"],
                condition=Q(lifted_at=None),
            ),
            models.CheckConstraint(
                name="objection_lifted_has_who_and_when",
                condition=Q(lifted_at=None, lifted_by=None)
                | Q(lifted_at__isnull=False, lifted_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"Not {self.partner}"


class PutRight(models.Model):
    """A move that was made by mistake, and why it was. Nothing is deleted."""

    class What(models.TextChoices):
        REOPENED = "reopened", "Opened again"
        ANNULLED = "annulled", "Should not have been sent"

    referral = models.ForeignKey(
        Referral, on_delete=models.PROTECT, related_name="put_right"
    )
    what = models.CharField(max_length=10, choices=What)
    was = models.CharField(max_length=10)
    #: What was said at the move that did not stand.
    said = models.TextField(blank=True)
    why = models.TextField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "put right"
        constraints = [
            models.CheckConstraint(
                name="put_right_says_why", condition=~Q(why__regex=r"^\s*$")
            ),
            models.CheckConstraint(
                name="put_right_what_is_known",
                condition=Q(what__in=["reopened", "annulled"]),
            ),
        ]

    def __str__(self) -> str:
        return self.get_what_display()
