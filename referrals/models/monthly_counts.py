"""Counts of what happened, month by month: all that a dashboard ever reads."""

from django.db import models
from django.db.models import Q

from welcome.models import Organisation, Role, Site, User
from welcome.models.constraints import check, only_one


def sites_with_numbers(user: User) -> models.QuerySet[Site]:
    """The sites whose numbers this user may see; none unless a commissioner.

    A commissioner of an organisation without a site answers for the programme: all.
    """
    if answers_for_the_programme(user):
        return Site.objects.all()
    return Site.objects.filter(pk__in=[board.site_id for board in _boards(user)])


def answers_for_the_programme(user: User) -> bool:
    """Whether they are a commissioner of an organisation that is of no one site."""
    return any(board.site_id is None for board in _boards(user))


def _boards(user: User) -> list[Organisation]:
    return [
        m.organisation
        for m in user.current_memberships
        if m.role == Role.COMMISSIONER and m.organisation
    ]


class MonthCount(models.Model):
    """What one measure came to in one month at one site, whole or for one group.

    The true counts: they leave the server only through `dashboards.disclosure`.
    Written by `dashboards.rollups` alone, which may throw them away and count again.
    """

    site = models.ForeignKey(Site, models.CASCADE, related_name="+")
    month = models.DateField(help_text="Its first day")
    measure = models.CharField(max_length=30)
    #: Empty for the whole; else by what it is split, and the group's code.
    breakdown = models.CharField(max_length=12, blank=True)
    group = models.CharField(max_length=20, blank=True)
    numerator = models.PositiveIntegerField(default=0)
    denominator = models.PositiveIntegerField(default=0)
    total = models.PositiveBigIntegerField(
        default=0, help_text="The sum of which an average is made"
    )

    class Meta:
        constraints = [
            only_one(
                "month_count_once", ["measure", "site", "breakdown", "group", "month"]
            ),
            check("month_count_is_of_a_whole_month", Q(month__day=1)),
            check(
                "month_count_group_belongs_to_a_breakdown",
                Q(breakdown="", group="") | (~Q(breakdown="") & ~Q(group="")),
            ),
            check(
                "month_count_part_is_no_more_than_the_whole",
                Q(numerator__lte=models.F("denominator")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure}, {self.month:%B %Y}"
