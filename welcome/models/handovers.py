"""Asking someone else to hold a person. Until they say yes, nothing changes."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from .columns import to_user
from .constraints import all_or_none, check, empty, filled, index, one_of, only_one
from .own_record import NeverOnesOwn
from .people import Person
from .places import Site, Team
from .uuid_key import UuidModel

if TYPE_CHECKING:
    from .users import User

BLANK = r"^\s*$"


class HandoverQuerySet(NeverOnesOwn, models.QuerySet["Handover"]):
    def visible_to(self, user: "User") -> "HandoverQuerySet":
        """What this user's teams ask or are asked; never about the user's own record.

        Whether someone shall be the one to ask for is the team's own matter.
        """
        if not user.team_ids:
            return self.none()
        mine = self.filter(
            Q(from_team_id__in=user.team_ids) | Q(to_team_id__in=user.team_ids)
        )
        return mine.without_own(user).select_related(
            "person__site", "person__team", "from_team__site", "to_team__site",
            "to_worker", "offered_by", "answered_by",
        )  # fmt: skip

    def open(self) -> "HandoverQuerySet":
        return self.filter(state=Handover.State.OFFERED)

    def asking(self, user: "User") -> "HandoverQuerySet":
        """What waits for this user's yes, the longest wait first."""
        in_team = Q(from_team=F("to_team"))
        asked = Q(to_team_id__in=user.team_ids) & ~in_team
        ours = self.visible_to(user).open()
        return ours.filter(asked | in_team & Q(to_worker=user)).order_by("offered_at")

    def offered_by_teams_of(self, user: "User") -> "HandoverQuerySet":
        """What this user's teams wait for, or got a no to that no one has read yet."""
        news = Q(state__in=["offered", "declined"], read_at=None)
        ours = self.visible_to(user).filter(from_team_id__in=user.team_ids)
        return ours.filter(news).order_by("offered_at")


class Handover(UuidModel):
    """A team asks another team, or a colleague, to hold someone from now on."""

    class State(models.TextChoices):
        OFFERED = "offered", "Asked"
        ACCEPTED = "accepted", "Yes"
        DECLINED = "declined", "Not this time"
        TAKEN_BACK = "taken_back", "Withdrawn"

    class How(models.TextChoices):
        FACE_TO_FACE = "face_to_face", "Face to face"
        PHONE = "phone", "On the phone"
        WRITING = "writing", "In writing"

    person = models.ForeignKey(Person, models.PROTECT, related_name="handovers")
    from_team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    from_worker = to_user(null=True)
    #: The same team, when only the one to ask for changes.
    to_team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    to_worker = to_user(null=True)
    why = models.CharField(max_length=500)
    agreed_words = models.CharField(max_length=500, blank=True)
    agreed_how = models.CharField(max_length=15, choices=How, blank=True)
    #: They agreed that the one asked reads the story before answering.
    may_read = models.BooleanField(default=False)
    offered_by = to_user()
    offered_at = models.DateTimeField(default=timezone.now)
    answer_due_on = models.DateField()
    reminded_at = models.DateTimeField(null=True, editable=False)
    state = models.CharField(
        max_length=10, choices=State, default=State.OFFERED, editable=False
    )
    answered_at = models.DateTimeField(null=True, editable=False)
    answered_by = to_user(null=True)
    suggestion = models.CharField(max_length=500, blank=True)
    #: The worker who asked has read the no, and says what comes next.
    read_at = models.DateTimeField(null=True, editable=False)
    read_by = to_user(null=True)

    #: Where two records become one: see `welcome.linking.moving`.
    unsettled_when_linked = Q(state="offered")
    settle_before_linking = (
        "A handover of one of the two has not been answered. Wait for the answer, or "
        "withdraw the handover. Then link."
    )

    objects = HandoverQuerySet.as_manager()

    class Meta:
        indexes = [
            index(
                "handover_asked", ["to_team", "offered_at"], among=Q(state="offered")
            ),
            index(
                "handover_waiting",
                ["from_team", "offered_at"],
                among=Q(state__in=["offered", "declined"], read_at=None),
            ),
        ]
        constraints = [
            one_of(
                "handover_state_is_known",
                "state",
                ["offered", "accepted", "declined", "taken_back"],
            ),
            check(
                "handover_answer_has_who_and_when",
                empty("answered_at", "answered_by", state="offered")
                | ~Q(state="offered") & filled("answered_at", "answered_by"),
            ),
            check("handover_says_why", ~Q(why__regex=BLANK)),
            check(
                "handover_no_says_what_then",
                ~Q(state="declined") | ~Q(suggestion__regex=BLANK),
            ),
            check(
                "handover_within_a_team_names_a_colleague",
                ~Q(to_team=F("from_team")) | Q(to_worker__isnull=False),
            ),
            check(
                "handover_to_others_is_agreed_by_the_person",
                Q(to_team=F("from_team"))
                | Q(agreed_how__in=["face_to_face", "phone", "writing"])
                & ~Q(agreed_words__regex=BLANK),
            ),
            all_or_none("handover_read_has_who_and_when", "read_at", "read_by"),
            only_one(
                "handover_one_open_for_a_person", ["person"], among=Q(state="offered")
            ),
        ]

    def __str__(self) -> str:
        return f"Handover {self.pk} ({self.get_state_display()})"

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OFFERED

    @property
    def stays_in_team(self) -> bool:
        return self.from_team_id == self.to_team_id

    @property
    def leaves_site(self) -> bool:
        return self.from_team.site_id != self.to_team.site_id

    @property
    def asked(self) -> str:
        """Who was asked, as it is said to people."""
        if self.stays_in_team:
            return str(self.to_worker)
        return (
            f"{self.to_team}, {self.to_site}" if self.leaves_site else self.to_team.name
        )

    @property
    def to_site(self) -> Site:
        return self.to_team.site

    @property
    def is_late(self) -> bool:
        return self.is_open and self.answer_due_on < self.today

    @property
    def today(self) -> date:
        return timezone.localdate()

    def is_for(self, user: "User") -> bool:
        """Whether the yes or no is this user's to say."""
        if self.stays_in_team:
            return self.to_worker_id == user.pk and self.to_team_id in user.team_ids
        return self.to_team_id in user.team_ids

    def is_from(self, user: "User") -> bool:
        return self.from_team_id in user.team_ids
