"""Two records found to be one person, and everything needed to undo it exactly."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from .columns import to_user
from .constraints import check, empty, filled, not_blank, only_one
from .own_record import NeverOnesOwn
from .users import User
from .uuid_key import UuidModel


class LinkingQuerySet(NeverOnesOwn, models.QuerySet["Linking"]):
    paths_to_person = ("kept", "other")

    def visible_to(self, user: User) -> "LinkingQuerySet":
        mine = self.filter(kept__team_id__in=user.team_ids, kept__linked_to=None)
        return mine.without_own(user)

    def current(self) -> "LinkingQuerySet":
        return self.filter(undone_at=None)


class Linking(UuidModel):
    """`other` became one with `kept`. Undone by whom and when, if it was a mistake."""

    class Since(models.TextChoices):
        """Where that goes which was written while the two were one."""

        KEPT = "kept", "stays with the record that stayed"
        OTHER = "other", "goes to the record that is given back"

    kept = models.ForeignKey("welcome.Person", models.PROTECT, related_name="linkings")
    other = models.ForeignKey(
        "welcome.Person", models.PROTECT, related_name="linkings_away"
    )
    why = models.TextField()
    at = models.DateTimeField(default=timezone.now)
    by = to_user()
    #: By part of the record: kept, other or both. See `welcome.linking.parts`.
    rules = models.JSONField(default=dict)
    #: The keys of what stood at `kept` before, by relation: the rest came since.
    stood = models.JSONField(default=dict)
    undone_at = models.DateTimeField(null=True)
    undone_by = to_user(null=True)
    since = models.CharField(max_length=5, choices=Since, blank=True)

    objects = LinkingQuerySet.as_manager()

    class Meta:
        constraints = [
            check("linking_is_of_two_records", ~Q(kept=F("other"))),
            not_blank("linking_says_why", "why"),
            check(
                "linking_undone_has_who_when_and_what_then",
                empty("undone_at", "undone_by", since="")
                | filled("undone_at", "undone_by", since__in=["kept", "other"]),
            ),
            only_one("linking_one_at_a_time", ["other"], among=Q(undone_at=None)),
        ]

    def __str__(self) -> str:
        return f"Linking of {self.at:%d %B %Y}"

    def both(self, part: str) -> bool:
        return self.rules.get(part) == "both"


class Repointed(models.Model):
    """One column of one row, as it was and as it became. No column: the row is new."""

    linking = models.ForeignKey(Linking, models.PROTECT, related_name="repointed")
    model = models.CharField(max_length=60, help_text="app.Model")
    row = models.CharField(max_length=40)
    column = models.CharField(max_length=40, blank=True)
    was = models.JSONField(null=True)
    became = models.JSONField(null=True)

    class Meta:
        verbose_name_plural = "repointed"
        constraints = [
            only_one("repointed_once_a_column", ["linking", "model", "row", "column"])
        ]

    def __str__(self) -> str:
        return f"{self.model}:{self.row}"
