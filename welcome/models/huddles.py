"""The team's daily meeting: who is talked about, what is decided, who does it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from .columns import to_user
from .constraints import all_or_none, either, empty, not_empty
from .introductions import Introduction
from .own_record import NeverOnesOwn
from .people import Person
from .places import Team
from .users import User


class HuddleQuerySet(models.QuerySet["Huddle"]):
    def visible_to(self, user: User) -> "HuddleQuerySet":
        return self.filter(team_id__in=user.team_ids)

    def going_on(self) -> "HuddleQuerySet":
        return self.filter(ended_at=None)


class Huddle(models.Model):
    """One meeting of one team, with a beginning and an end."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, models.PROTECT, related_name="huddles")
    begun_at = models.DateTimeField(default=timezone.now)
    begun_by = to_user()
    there = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="huddles")
    ended_at = models.DateTimeField(null=True)
    ended_by = to_user(null=True)

    objects = HuddleQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["team", "-begun_at"], name="huddle_latest")]
        constraints = [
            models.UniqueConstraint(
                name="huddle_one_at_a_time", fields=["team"], condition=Q(ended_at=None)
            ),
            models.CheckConstraint(
                name="huddle_end_has_who_and_comes_after",
                condition=empty("ended_at", "ended_by")
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


class Mark(models.Model):
    """A welcomer wants the team to talk about this person. Off with the decision."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="marks")
    why = models.CharField(max_length=300)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = to_user()
    taken_off = models.ForeignKey(
        "Decision", models.PROTECT, related_name="marks", null=True
    )

    objects = MarkQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["person"], name="mark_standing", condition=Q(taken_off=None)
            )
        ]
        constraints = [
            not_empty("mark_says_why", "why"),
            models.UniqueConstraint(
                name="mark_once_by_each",
                fields=["person", "made_by"],
                condition=Q(taken_off=None),
            ),
        ]

    def __str__(self) -> str:
        return self.why


class DecisionQuerySet(NeverOnesOwn, models.QuerySet["Decision"]):
    paths_to_person = ("person", "introduction__person")

    def visible_to(self, user: User) -> "DecisionQuerySet":
        mine = self.filter(huddle__team_id__in=user.team_ids)
        return mine.without_own(user)

    def standing(self) -> "DecisionQuerySet":
        """Not replaced by a later one of the same huddle."""
        return self.filter(replaced_by=None)


class Decision(models.Model):
    """What the team decided about one person in one huddle. Changed by a new row."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    huddle = models.ForeignKey(Huddle, models.PROTECT, related_name="decisions")
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="decisions", null=True
    )
    introduction = models.ForeignKey(
        Introduction, models.PROTECT, related_name="decisions", null=True
    )
    words = models.TextField()
    decided_at = models.DateTimeField(default=timezone.now)
    decided_by = to_user()
    replaces = models.OneToOneField(
        "self", models.PROTECT, related_name="replaced_by", null=True
    )

    objects = DecisionQuerySet.as_manager()

    class Meta:
        constraints = [
            not_empty("decision_has_words", "words"),
            either("decision_is_about_one", "person", "introduction"),
            models.UniqueConstraint(
                name="decision_first_about_a_person",
                fields=["huddle", "person"],
                condition=Q(replaces=None),
            ),
            models.UniqueConstraint(
                name="decision_first_about_an_introduction",
                fields=["huddle", "introduction"],
                condition=Q(replaces=None),
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def about(self) -> Person | Introduction:
        thing = self.person or self.introduction
        assert thing is not None  # the database's own check
        return thing


class TaskQuerySet(NeverOnesOwn, models.QuerySet["Task"]):
    paths_to_person = ("decision__person", "decision__introduction__person")

    def visible_to(self, user: User) -> "TaskQuerySet":
        mine = self.filter(decision__huddle__team_id__in=user.team_ids)
        return mine.without_own(user)

    def to_do(self) -> "TaskQuerySet":
        """Not done, and the decision behind it still stands. Soonest first."""
        waiting = self.filter(done_at=None, decision__replaced_by=None)
        return waiting.order_by("due_on", "pk")


class Task(models.Model):
    """Somebody of the team does what was decided, by a day. The words are there."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    decision = models.OneToOneField(Decision, models.PROTECT, related_name="task")
    whose = to_user("tasks")
    due_on = models.DateField()
    done_at = models.DateTimeField(null=True)
    done_by = to_user(null=True)

    objects = TaskQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["whose", "due_on"], name="task_to_do", condition=Q(done_at=None)
            )
        ]
        constraints = [all_or_none("task_done_has_who_and_when", "done_at", "done_by")]

    def __str__(self) -> str:
        return str(self.decision)

    @property
    def is_late(self) -> bool:
        return self.done_at is None and self.due_on < timezone.localdate()
