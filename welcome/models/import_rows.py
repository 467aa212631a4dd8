"""Each row of a team's own list: what was found, what was chosen, what became of it."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from .constraints import check, index, one_of, only_one
from .imports import Import
from .own_record import NeverOnesOwn
from .people import Person
from .users import User


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
        NEW = "new", "Someone new"
        HERE = "here", "Already here, nothing to do"
        CHOOSE = "choose", "Possible duplicate"
        BAD = "bad", "Cannot be imported"
        ASIDE = "aside", "Not a person"

    class Choice(models.TextChoices):
        SAME = "same", "Same person"
        NEW = "new", "Someone else"
        LEAVE = "leave", "Leave out"

    class Outcome(models.TextChoices):
        MADE = "made", "New record"
        SAME = "same", "Recognised"

    of = models.ForeignKey(Import, models.PROTECT, related_name="rows")
    number = models.PositiveIntegerField(help_text="The row number in the spreadsheet")
    cells = models.JSONField(default=list)
    #: Says that two rows are the same, and nothing of what stands in them.
    key = models.CharField(max_length=64, blank=True)
    marks = ArrayField(models.CharField(max_length=24), default=list)
    verdict = models.CharField(max_length=6, choices=Verdict, blank=True)
    why = models.CharField(max_length=500, blank=True)
    twin = models.ForeignKey(Person, models.SET_NULL, related_name="+", null=True)
    same_as = models.PositiveIntegerField(
        null=True, help_text="The row in this file that may be the same person"
    )
    #: Someone has written it anew on the page, and so says that it is a person.
    corrected_at = models.DateTimeField(null=True)
    choice = models.CharField(max_length=5, choices=Choice, blank=True)
    outcome = models.CharField(max_length=4, choices=Outcome, blank=True)
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="import_rows", null=True
    )

    objects = ImportRowQuerySet.as_manager()

    class Meta:
        indexes = [
            index("import_row_by_find", ["of", "verdict", "number"]),
            GinIndex(
                fields=["marks"],
                name="import_row_by_mark",
                fastupdate=False,  # asked for as it grows
            ),
            index("import_row_by_key", ["key"], among=~Q(key="")),
        ]
        constraints = [
            only_one("import_row_once_in_a_file", ["of", "number"]),
            only_one("import_row_makes_one_person", ["key"], among=Q(outcome="made")),
            one_of(
                "import_row_verdict_is_known",
                "verdict",
                ["", "new", "here", "choose", "bad", "aside"],
            ),
            check(
                "import_row_is_bad_for_a_reason",
                ~Q(verdict__in=["bad", "aside"]) | ~Q(why=""),
            ),
            check(
                "import_row_choice_is_asked_for",
                Q(choice="") | Q(verdict="choose", choice__in=["same", "new", "leave"]),
            ),
            check(
                "import_row_is_the_same_as_somebody",
                ~Q(choice="same", outcome="") | Q(twin__isnull=False),
            ),
            check(
                "import_row_became_somebody",
                Q(outcome="", person=None)
                | Q(outcome__in=["made", "same"], person__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"Row {self.number}"
