"""Who holds the person, from when to when: exactly one at every open moment."""

from typing import TYPE_CHECKING

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import (
    DateTimeRangeField,
    RangeBoundary,
    RangeOperators,
)
from django.db import models
from django.db.models import F, Func, Q

from .columns import to_user
from .constraints import check, either, index, one_of, only_one
from .own_record import NeverOnesOwn
from .places import Organisation, Team
from .uuid_key import UuidModel

if TYPE_CHECKING:
    from .users import User


class _Span(Func):
    """The half-open time in which a holding counts: it ends as the next begins."""

    function = "TSTZRANGE"
    output_field = DateTimeRangeField()


class HoldingQuerySet(NeverOnesOwn, models.QuerySet["Holding"]):
    def now_with_teams_of(self, user: "User") -> "HoldingQuerySet":
        """Whom this user's teams hold now; never themselves."""
        now = self.filter(team_id__in=user.team_ids, until_at=None)
        return now.without_own(user)


class Holding(UuidModel):
    """One team or one partner holds the person. Ended only by the next, or a farewell.

    Kept by the database: no two at once (exclusion), no gap between two, and
    every open person has one (deferred triggers: migration
    `everybody_is_held`).
    """

    person = models.ForeignKey(
        "welcome.Person", models.PROTECT, related_name="holdings"
    )
    team = models.ForeignKey(Team, models.PROTECT, related_name="holdings", null=True)
    partner = models.ForeignKey(
        Organisation, models.PROTECT, related_name="holdings", null=True
    )
    worker = to_user("holdings", null=True, help_text="The key contact there")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)
    begun_by = to_user()

    objects = HoldingQuerySet.as_manager()

    class Meta:
        indexes = [
            index("holding_by_team_now", ["team", "from_at"], among=Q(until_at=None)),
            index(
                "holding_by_worker_now",
                ["worker", "from_at", "id"],
                among=Q(until_at=None),
            ),
            index(
                "holding_by_partner_now", ["partner", "from_at"], among=Q(until_at=None)
            ),
        ]
        constraints = [
            either("holding_is_by_a_team_or_a_partner", "team", "partner"),
            check(
                "holding_ends_after_it_begins",
                Q(until_at=None) | Q(until_at__gt=F("from_at")),
            ),
            only_one("holding_one_now", ["person"], among=Q(until_at=None)),
            ExclusionConstraint(
                name="holding_one_at_every_moment",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    (
                        _Span("from_at", "until_at", RangeBoundary()),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return str(self.team or self.partner)

    @property
    def holder(self) -> Team | Organisation:
        held_by = self.team or self.partner
        assert held_by is not None  # the database's own check
        return held_by


class Farewell(UuidModel):
    """We said goodbye, and left the door open. Coming back needs no new story."""

    class Reason(models.TextChoices):
        WELL = "well", "Things are going well enough"
        ELSEWHERE = "elsewhere", "Helped elsewhere now"
        MOVED = "moved", "Moved away"
        CHOSE = "chose", "They chose to stop"
        LOST_TOUCH = "lost_touch", "We could no longer reach them"
        DIED = "died", "They died"

    person = models.ForeignKey(
        "welcome.Person", models.PROTECT, related_name="farewells"
    )
    reason = models.CharField(max_length=12, choices=Reason)
    words = models.TextField(blank=True)
    said_at = models.DateTimeField()
    said_by = to_user()

    class Meta:
        constraints = [
            one_of(
                "farewell_reason_is_known",
                "reason",
                ["well", "elsewhere", "moved", "chose", "lost_touch", "died"],
            )
        ]

    def __str__(self) -> str:
        return self.get_reason_display()
