"""The team's daily meeting: when, who was there, and who is to be talked about."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from .columns import to_user
from .constraints import check, empty, index, not_empty, only_one
from .own_record import NeverOnesOwn
from .people import Person
from .places import Team
from .users import User
from .uuid_key import UuidModel


class HuddleQuerySet(models.QuerySet["Huddle"]):
    def visible_to(self, user: User) -> "HuddleQuerySet":
        return self.filter(team_id__in=user.team_ids)

    def over(self, team: Team) -> "HuddleQuerySet":
        """What a team has met for before, the newest first."""
        ended = self.filter(team=team, ended_at__isnull=False)
        return ended.order_by("-begun_at", "-pk")

    def going_on(self) -> "HuddleQuerySet":
        return self.filter(ended_at=None)


class Huddle(UuidModel):
    """One meeting of one team, with a beginning and an end."""

    team = models.ForeignKey(Team, models.PROTECT, related_name="huddles")
    begun_at = models.DateTimeField(default=timezone.now)
    begun_by = to_user()
    there = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="huddles")
    ended_at = models.DateTimeField(null=True)
    ended_by = to_user(null=True)

    objects = HuddleQuerySet.as_manager()

    class Meta:
        indexes = [index("huddle_latest", ["team", "-begun_at"])]
        constraints = [
            only_one("huddle_one_at_a_time", ["team"], among=Q(ended_at=None)),
            check(
                "huddle_end_has_who_and_comes_after",
                empty("ended_at", "ended_by")
                | Q(ended_at__gte=F("begun_at"), ended_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.team}, {timezone.localtime(self.begun_at):%d %B %Y}"


class MarkQuerySet(NeverOnesOwn, models.QuerySet["Mark"]):
    def visible_to(self, user: User) -> "MarkQuerySet":
        mine = self.filter(person__team_id__in=user.team_ids)
        return mine.without_own(user)

    def standing(self) -> "MarkQuerySet":
        return self.filter(taken_off=None)


class Mark(UuidModel):
    """A welcomer wants the team to talk about this person. Off with the decision."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="marks")
    why = models.CharField(max_length=300)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = to_user()
    taken_off = models.ForeignKey(
        "Decision", models.PROTECT, related_name="marks", null=True
    )

    objects = MarkQuerySet.as_manager()

    class Meta:
        indexes = [index("mark_standing", ["person"], among=Q(taken_off=None))]
        constraints = [
            not_empty("mark_says_why", "why"),
            only_one(
                "mark_once_by_each", ["person", "made_by"], among=Q(taken_off=None)
            ),
        ]

    def __str__(self) -> str:
        return self.why
