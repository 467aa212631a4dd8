"""A team's own list, brought over: the file, how it is read, how far it has come."""

from datetime import date, timedelta

from django.db import models
from django.db.models import Q, Value
from django.utils import timezone

from .columns import to_user
from .constraints import check, index, one_of
from .memberships import Role
from .places import Team
from .users import User
from .uuid_key import UuidModel

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
        return self.filter(state__in=Import.BUSY).order_by("moved_at", "pk")

    def over(self, today: date) -> "ImportQuerySet":
        """Whose last day has come, and whose rows still hold what stood there."""
        return self.filter(emptied_at=None, kept_until__lt=today)

    def let_go(self) -> "ImportQuerySet":
        """Those that no worker is at just now."""
        now = timezone.now()
        return self.filter(Q(busy_until=None) | Q(busy_until__lt=now))


class Import(UuidModel):
    """One file. Its rows are the truth of how far it has come; tasks only ring."""

    class State(models.TextChoices):
        READING = "reading", "Reading the file"
        TABLE = "table", "Table to choose"
        UNREADABLE = "unreadable", "Can’t be read"
        COLUMNS = "columns", "Columns to match"
        LOOKING = "looking", "Checking each row"
        READY = "ready", "Checked, waiting for you"
        RUNNING = "running", "Importing"
        DONE = "done", "Imported"
        PUT_ASIDE = "put_aside", "Cancelled"
        UNDONE = "undone", "Undone"

    #: A worker is at it, or will be in a moment.
    BUSY = (State.READING, State.LOOKING, State.RUNNING)

    team = models.ForeignKey(Team, models.PROTECT, related_name="imports")
    file_name = models.CharField(max_length=120)
    #: Not CSV: where a cell ends is certain.
    is_spreadsheet = models.BooleanField(default=False, db_default=False)
    headings = models.JSONField(default=list)
    #: What each heading is, in the same order: a code of `importing.columns`, or "".
    columns = models.JSONField(default=list)
    #: The codes of columns whose dates have the month first.
    month_first = models.JSONField(
        default=list, db_default=Value([], models.JSONField())
    )
    #: How the file is to be read: see `imports.file_choices`.
    choices = models.JSONField(default=dict, db_default=Value({}, models.JSONField()))
    #: What the page shows of the file, for these choices: the same module.
    offered = models.JSONField(default=dict, db_default=Value({}, models.JSONField()))
    #: Why the file could not be read, in a sentence.
    problem = models.CharField(max_length=300, blank=True, db_default="")
    size = models.PositiveIntegerField(default=0, help_text="How many rows it has")
    last_row = models.PositiveIntegerField(
        default=0, help_text="The row number in the spreadsheet"
    )
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
            index("import_of_a_team", ["team", "-made_at"]),
            index("import_to_empty", ["kept_until"], among=Q(emptied_at=None)),
        ]
        constraints = [
            one_of(
                "import_state_is_known",
                "state",
                [
                    *("reading", "table", "unreadable", "columns", "looking"),
                    *("ready", "running", "done", "put_aside", "undone"),
                ],
            ),
            check(
                "import_is_run_after_a_look",
                Q(looked_from__isnull=False)
                | Q(
                    state__in=["reading", "table", "unreadable", "columns", "put_aside"]
                ),
            ),
            check(
                "import_empty_is_over",
                Q(emptied_at=None)
                | Q(state__in=["done", "put_aside", "unreadable", "undone"]),
            ),
            check(
                "import_unreadable_says_why", ~Q(state="unreadable") | ~Q(problem="")
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
        return self.state in self.BUSY

    @property
    def state_kind(self) -> str:
        """held, soon or nothing: the colour beside the word of its state."""
        if self.state == self.State.DONE:
            return "held"
        return "soon" if self.is_busy or self.state == self.State.READY else ""

    @property
    def percent(self) -> int:
        return 100 * self.at_row // self.last_row if self.last_row else 0


class ImportFile(models.Model):
    """The file itself, until its rows are imported: it may have to be read again."""

    of = models.OneToOneField(
        Import, models.PROTECT, related_name="file", primary_key=True
    )
    content = models.BinaryField()

    def __str__(self) -> str:
        return f"The file of {self.of_id}"
