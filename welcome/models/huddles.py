"""The team's daily meeting: who is talked about, what is decided, who does it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

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
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="huddles")
    begun_at = models.DateTimeField(default=timezone.now)
    begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    there = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="huddles")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )

    objects = HuddleQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["team", "-begun_at"], name="huddle_latest")]
        constraints = [
            models.UniqueConstraint(
                name="huddle_one_at_a_time", fields=["team"], condition=Q(ended_at=None)
            ),
            models.CheckConstraint(
                name="huddle_end_has_who_and_comes_after",
                condition=Q(ended_at=None, ended_by=None)
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
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="marks")
    why = models.CharField(max_length=300)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    taken_off = models.ForeignKey(
        "Decision", on_delete=models.PROTECT, related_name="marks", null=True
    )

    objects = MarkQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["person"], name="mark_standing", condition=Q(taken_off=None)
            )
        ]
        constraints = [
            models.CheckConstraint(name="mark_says_why", condition=~Q(why="")),
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
    huddle = models.ForeignKey(
        Huddle, on_delete=models.PROTECT, related_name="decisions"
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="decisions", null=True
    )
    introduction = models.ForeignKey(
        Introduction, on_delete=models.PROTECT, related_name="decisions", null=True
    )
    words = models.TextField()
    decided_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, related_name="replaced_by", null=True
    )

    objects = DecisionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="decision_has_words", condition=~Q(words="")),
            models.CheckConstraint(
                name="decision_is_about_one",
                condition=Q(person__isnull=False, introduction=None)
                | Q(person=None, introduction__isnull=False),
            ),
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
    decision = models.OneToOneField(
        Decision, on_delete=models.PROTECT, related_name="task"
    )
    whose = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="tasks"
    )
    due_on = models.DateField()
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )

    objects = TaskQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["whose", "due_on"], name="task_to_do", condition=Q(done_at=None)
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="task_done_has_who_and_when",
                condition=Q(done_at=None, done_by=None)
                | Q(done_at__isnull=False, done_by__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return str(self.decision)

    @property
    def is_late(self) -> bool:
        return self.done_at is None and self.due_on < timezone.localdate()
