"""A team's own list, brought over: the file, and each row with what became of it."""

import uuid
from datetime import date, timedelta

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils import timezone

from .columns import to_user
from .constraints import one_of
from .own_record import NeverOnesOwn
from .people import Person
from .places import Role, Team
from .users import User

#: What stood in the file is kept no longer than this, whatever became of it.
DAYS_KEPT = 30


def last_day() -> date:
    return timezone.localdate() + timedelta(days=DAYS_KEPT)


class ImportQuerySet(models.QuerySet["Import"]):
    def visible_to(self, user: User) -> "ImportQuerySet":
        """The lists of the teams that this user leads, and nobody else's."""
        led = {m.team_id for m in user.current_memberships if m.role == Role.LEAD}
        return self.filter(team_id__in=led)

    def at_work(self) -> "ImportQuerySet":
        """Those that a worker goes on with, the longest wait first."""
        busy = [Import.State.LOOKING, Import.State.RUNNING]
        return self.filter(state__in=busy).order_by("moved_at", "pk")

    def over(self, today: date) -> "ImportQuerySet":
        """Whose last day has come, and whose rows still hold what stood there."""
        return self.filter(emptied_at=None, kept_until__lt=today)

    def let_go(self) -> "ImportQuerySet":
        """Those that no worker is at just now."""
        now = timezone.now()
        return self.filter(Q(busy_until=None) | Q(busy_until__lt=now))


class Import(models.Model):
    """One file. Its rows are the truth of how far it has come; tasks only ring."""

    class State(models.TextChoices):
        COLUMNS = "columns", "Say what each column is"
        LOOKING = "looking", "Looking at each row"
        READY = "ready", "Looked at, waiting for your word"
        RUNNING = "running", "Being brought over"
        DONE = "done", "Brought over"
        PUT_ASIDE = "put_aside", "Put aside"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, models.PROTECT, related_name="imports")
    file_name = models.CharField(max_length=120)
    headings = models.JSONField(default=list)
    #: What each heading is, in the same order: a code of `importing.columns`, or "".
    columns = models.JSONField(default=list)
    size = models.PositiveIntegerField(help_text="How many rows it has")
    last_row = models.PositiveIntegerField(help_text="As the spreadsheet counts it")
    #: How far the looking or the running has come; kept with the rows' own change.
    at_row = models.PositiveIntegerField(default=0)
    #: A worker is at it until then; one that was killed lets go by this.
    busy_until = models.DateTimeField(null=True)
    #: Who came to the site after this moment was not seen by the look.
    looked_from = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, choices=State, default=State.COLUMNS)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = to_user()
    moved_at = models.DateTimeField(default=timezone.now)
    moved_by = to_user()
    kept_until = models.DateField(default=last_day)
    emptied_at = models.DateTimeField(null=True)

    objects = ImportQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["team", "-made_at"], name="import_of_a_team"),
            models.Index(
                fields=["kept_until"],
                name="import_to_empty",
                condition=Q(emptied_at=None),
            ),
        ]
        constraints = [
            one_of(
                "import_state_is_known",
                "state",
                ["columns", "looking", "ready", "running", "done", "put_aside"],
            ),
            models.CheckConstraint(
                name="import_is_run_after_a_look",
                condition=Q(looked_from__isnull=False)
                | Q(state__in=["columns", "put_aside"]),
            ),
            models.CheckConstraint(
                name="import_empty_is_over",
                condition=Q(emptied_at=None) | Q(state__in=["done", "put_aside"]),
            ),
        ]

    def __str__(self) -> str:
        return self.file_name

    @property
    def seen(self) -> str:
        """Which naming of its columns a page shows, for its forms to send back."""
        return self.looked_from.isoformat() if self.looked_from else ""

    @property
    def is_busy(self) -> bool:
        return self.state in (self.State.LOOKING, self.State.RUNNING)

    @property
    def state_kind(self) -> str:
        """held, soon or nothing: the colour beside the word of its state."""
        if self.state == self.State.DONE:
            return "held"
        return "soon" if self.is_busy or self.state == self.State.READY else ""

    @property
    def percent(self) -> int:
        return 100 * self.at_row // self.last_row


class ImportRowQuerySet(NeverOnesOwn, models.QuerySet["ImportRow"]):
    paths_to_person = ("person", "twin")

    def visible_to(self, user: User) -> "ImportRowQuerySet":
        """Rows of the lists that this user may see; never one about themselves."""
        mine = self.filter(of__in=Import.objects.visible_to(user))
        return mine.without_own(user)

    def to_bring(self) -> "ImportRowQuerySet":
        """Rows of which nothing has become yet, and something shall."""
        chosen = Q(verdict="choose", choice__in=["same", "new"])
        return self.filter(Q(verdict="new") | chosen, outcome="")

    def undecided(self) -> "ImportRowQuerySet":
        return self.filter(verdict="choose", choice="", outcome="")

    def not_brought(self) -> "ImportRowQuerySet":
        """What is handed back: bad rows, left out, and not chosen yet."""
        return self.filter(
            Q(verdict="bad") | Q(verdict="choose", choice__in=["", "leave"]), outcome=""
        )


class ImportRow(models.Model):
    """One row of the file: what was found, what was chosen, and who it became."""

    class Verdict(models.TextChoices):
        NEW = "new", "Somebody new"
        HERE = "here", "Already here, nothing to do"
        CHOOSE = "choose", "May be somebody we know"
        BAD = "bad", "Cannot be brought over"

    class Choice(models.TextChoices):
        SAME = "same", "It is them"
        NEW = "new", "Somebody new"
        LEAVE = "leave", "Leave out"

    class Outcome(models.TextChoices):
        MADE = "made", "A record was made"
        SAME = "same", "Recognised"

    of = models.ForeignKey(Import, models.PROTECT, related_name="rows")
    number = models.PositiveIntegerField(help_text="As the spreadsheet counts it")
    cells = models.JSONField(default=list)
    #: Says that two rows are the same, and nothing of what stands in them.
    key = models.CharField(max_length=64, blank=True)
    marks = ArrayField(models.CharField(max_length=24), default=list)
    verdict = models.CharField(max_length=6, choices=Verdict, blank=True)
    why = models.CharField(max_length=500, blank=True)
    twin = models.ForeignKey(Person, models.SET_NULL, related_name="+", null=True)
    same_as = models.PositiveIntegerField(
        null=True, help_text="The row of this file that it may be the same as"
    )
    choice = models.CharField(max_length=5, choices=Choice, blank=True)
    outcome = models.CharField(max_length=4, choices=Outcome, blank=True)
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="import_rows", null=True
    )

    objects = ImportRowQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["of", "verdict", "number"], name="import_row_by_find"),
            GinIndex(
                fields=["marks"],
                name="import_row_by_mark",
                fastupdate=False,  # asked for as it grows
            ),
            models.Index(
                fields=["key"], name="import_row_by_key", condition=~Q(key="")
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                name="import_row_once_in_a_file", fields=["of", "number"]
            ),
            models.UniqueConstraint(
                name="import_row_makes_one_person",
                fields=["key"],
                condition=Q(outcome="made"),
            ),
            one_of(
                "import_row_verdict_is_known",
                "verdict",
                ["", "new", "here", "choose", "bad"],
            ),
            models.CheckConstraint(
                name="import_row_is_bad_for_a_reason",
                condition=~Q(verdict="bad") | ~Q(why=""),
            ),
            models.CheckConstraint(
                name="import_row_choice_is_asked_for",
                condition=Q(choice="")
                | Q(verdict="choose", choice__in=["same", "new", "leave"]),
            ),
            models.CheckConstraint(
                name="import_row_is_the_same_as_somebody",
                condition=~Q(choice="same", outcome="") | Q(twin__isnull=False),
            ),
            models.CheckConstraint(
                name="import_row_became_somebody",
                condition=Q(outcome="", person=None)
                | Q(outcome__in=["made", "same"], person__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"Row {self.number}"
