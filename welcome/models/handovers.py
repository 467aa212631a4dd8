"""One team asks another, or a colleague, to hold somebody. Nobody is put down first."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from .people import Person
from .places import Team
from .users import User


class HandoverQuerySet(models.QuerySet["Handover"]):
    def visible_to(self, user: User) -> "HandoverQuerySet":
        """Both sides know of it: whoever holds now, and whoever is asked."""
        theirs = Q(from_team_id__in=user.team_ids) | Q(to_team_id__in=user.team_ids)
        return self.filter(theirs).exclude(person__account_id=user.pk)

    def open(self) -> "HandoverQuerySet":
        return self.filter(state=Handover.State.OFFERED).order_by("offered_at", "pk")


class Handover(models.Model):
    """Asked, and answered by whoever is asked. Until then the old holder holds."""

    class State(models.TextChoices):
        OFFERED = "offered", "Asked"
        ACCEPTED = "accepted", "They hold now"
        DECLINED = "declined", "They cannot"
        TAKEN_BACK = "taken_back", "Taken back"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="handovers"
    )
    from_team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    to_team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    to_worker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        help_text="Who there shall be the one to ask for",
    )
    why = models.CharField(max_length=500)
    #: What the person said when asked; needed where another team will read the story.
    agreed = models.CharField(max_length=500, blank=True)
    offered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    offered_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, choices=State, default=State.OFFERED)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    answer = models.CharField(max_length=500, blank=True)
    reminded_at = models.DateTimeField(null=True)

    objects = HandoverQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["to_team", "offered_at", "id"],
                name="handover_asked_of_a_team",
                condition=Q(state="offered"),
            ),
            models.Index(
                fields=["from_team", "offered_at", "id"],
                name="handover_asked_by_a_team",
                condition=Q(state="offered"),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                name="handover_one_open",
                fields=["person"],
                condition=Q(state="offered"),
            ),
            models.CheckConstraint(
                name="handover_state_is_known",
                condition=Q(
                    state__in=["offered", "accepted", "declined", "taken_back"]
                ),
            ),
            models.CheckConstraint(
                name="handover_says_why", condition=~Q(why__regex=r"^\s*$")
            ),
            models.CheckConstraint(
                name="handover_goes_somewhere",
                condition=~Q(to_team=F("from_team")) | Q(to_worker__isnull=False),
            ),
            models.CheckConstraint(
                name="handover_to_another_team_is_agreed",
                condition=Q(to_team=F("from_team")) | ~Q(agreed__regex=r"^\s*$"),
            ),
            models.CheckConstraint(
                name="handover_answer_has_who_and_when",
                condition=Q(state="offered", answered_at=None, answered_by=None)
                | (
                    ~Q(state="offered")
                    & Q(answered_at__isnull=False, answered_by__isnull=False)
                ),
            ),
            models.CheckConstraint(
                name="handover_declined_says_what_then",
                condition=~Q(state="declined") | ~Q(answer__regex=r"^\s*$"),
            ),
        ]

    def __str__(self) -> str:
        return f"To {self.to_worker or self.to_team}"

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OFFERED

    @property
    def is_within_a_team(self) -> bool:
        return self.from_team_id == self.to_team_id
