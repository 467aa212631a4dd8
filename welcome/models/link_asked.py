"""One team asks another whether two records are the same person."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from .columns import to_user
from .constraints import check, empty, filled, index, only_one
from .duplicate_asks import DuplicateAsk
from .own_record import NeverOnesOwn
from .users import User


class LinkAskedQuerySet(NeverOnesOwn, models.QuerySet["LinkAsked"]):
    paths_to_person = ("ours", "theirs")

    def open(self) -> "LinkAskedQuerySet":
        return self.filter(answered_at=None)

    def asking(self, user: User) -> "LinkAskedQuerySet":
        """What another team asks of this user's teams, where both records still are."""
        asked = self.open().filter(theirs__team_id__in=user.team_ids)
        there = asked.filter(ours__linked_to=None, theirs__linked_to=None)
        return there.without_own(user)

    def to_read_by(self, user: User) -> "LinkAskedQuerySet":
        """What this user asked another team, and has not read the answer of.

        Users who have left the team that held the record no longer read its name.
        """
        asked = self.filter(asked_by=user, read_at=None, answered_by__isnull=False)
        return asked.filter(ours__team_id__in=user.team_ids).without_own(user)


class LinkAsked(models.Model):
    """One team asks another whether theirs is the same person.

    By asking, the team of `ours` lets the leads of the other team compare the two.
    """

    ours = models.ForeignKey("welcome.Person", models.PROTECT, related_name="+")
    theirs = models.ForeignKey("welcome.Person", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    asked_by = to_user()
    answered_at = models.DateTimeField(null=True)
    #: Earlier versions kept when it was answered, and not by whom and how.
    answer = models.CharField(
        max_length=12, choices=DuplicateAsk.Answer, blank=True, default="",
        db_default="",
    )  # fmt: skip
    answered_by = to_user(null=True)
    #: When the user who asked had read the answer.
    read_at = models.DateTimeField(null=True)

    objects = LinkAskedQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "link asked"
        indexes = [
            index(
                "link_asked_to_read",
                ["asked_by", "answered_at"],
                among=Q(read_at=None, answered_by__isnull=False),
            )
        ]
        constraints = [
            check("link_asked_of_two_records", ~Q(ours=F("theirs"))),
            check(
                "link_asked_answer_has_who_and_when",
                empty("answered_by", answer="")
                | filled(
                    "answered_by", "answered_at", answer__in=["linked", "not_the_same"]
                ),
            ),
            check(
                "link_asked_is_read_once_answered",
                empty("read_at") | filled("answered_by"),
            ),
            only_one("link_asked_once", ["ours", "theirs"], among=Q(answered_at=None)),
        ]

    def __str__(self) -> str:
        return f"Asked on {self.asked_at:%d %B %Y}"
