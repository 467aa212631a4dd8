"""What is decided in a huddle, and who does it by when."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from .columns import to_user
from .constraints import all_or_none, either, index, not_empty, only_one
from .huddles import Huddle
from .introductions import Introduction
from .own_record import NeverOnesOwn
from .people import Person
from .users import User
from .uuid_key import UuidModel


class DecisionQuerySet(NeverOnesOwn, models.QuerySet["Decision"]):
    paths_to_person = ("person", "introduction__person")

    def visible_to(self, user: User) -> "DecisionQuerySet":
        mine = self.filter(huddle__team_id__in=user.team_ids)
        return mine.without_own(user)

    def standing(self) -> "DecisionQuerySet":
        """Not replaced by a later one of the same huddle."""
        return self.filter(replaced_by=None)


class Decision(UuidModel):
    """What the team decided about one person in one huddle. Changed by a new row."""

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
            only_one(
                "decision_first_about_a_person",
                ["huddle", "person"],
                among=Q(replaces=None),
            ),
            only_one(
                "decision_first_about_an_introduction",
                ["huddle", "introduction"],
                among=Q(replaces=None),
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


class Task(UuidModel):
    """Someone of the team does what was decided, by a day. The words are there."""

    decision = models.OneToOneField(Decision, models.PROTECT, related_name="task")
    whose = to_user("tasks")
    due_on = models.DateField()
    done_at = models.DateTimeField(null=True)
    done_by = to_user(null=True)

    objects = TaskQuerySet.as_manager()

    class Meta:
        indexes = [index("task_to_do", ["whose", "due_on"], among=Q(done_at=None))]
        constraints = [all_or_none("task_done_has_who_and_when", "done_at", "done_by")]

    def __str__(self) -> str:
        return str(self.decision)

    @property
    def is_late(self) -> bool:
        return self.done_at is None and self.due_on < timezone.localdate()
