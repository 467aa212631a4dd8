"""A change we tried: drawn on the charts, so that a site sees whether it helped."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from welcome.models import Site, User
from welcome.models.columns import to_user
from welcome.models.constraints import check, empty, filled, only_one
from welcome.models.uuid_key import UuidModel

from .monthly_counts import sites_with_numbers


class ChangeQuerySet(models.QuerySet["Change"]):
    def visible_to(self, user: User) -> "ChangeQuerySet":
        return self.filter(site__in=sites_with_numbers(user))

    def about(self, measure: str) -> "ChangeQuerySet":
        """Those drawn on this measure's chart: its own, and those about all."""
        return self.filter(measure__in=["", measure])


class Change(UuidModel):
    site = models.ForeignKey(Site, models.PROTECT, related_name="changes")
    name = models.CharField(
        max_length=60, help_text="A short name, such as drop-in mornings"
    )
    hypothesis = models.TextField(help_text="What we hoped would happen, and why")
    began_on = models.DateField()
    measure = models.CharField(
        max_length=30,
        blank=True,
        help_text="Leave this empty if it is about all the questions",
    )
    noted_by = to_user()
    noted_at = models.DateTimeField(default=timezone.now)
    #: New limits from here on: a judgement, so it has who, when and why.
    rebase_from = models.BooleanField(default=False, editable=False)
    rebased_by = to_user(null=True, editable=False)
    rebased_at = models.DateTimeField(null=True, editable=False)
    rebase_why = models.TextField(blank=True, editable=False)

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ["began_on", "pk"]
        constraints = [
            only_one("change_noted_once", ["site", "measure", "name", "began_on"]),
            check(
                "change_has_a_name_and_a_hope",
                ~Q(name__regex=r"^\s*$") & ~Q(hypothesis__regex=r"^\s*$"),
            ),
            check(
                "change_new_limits_have_who_when_and_why",
                empty("rebased_by", "rebased_at", rebase_from=False, rebase_why="")
                | (
                    filled("rebased_by", "rebased_at", rebase_from=True)
                    & ~Q(rebase_why__regex=r"^\s*$")
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.name
