"""A welcomer thinks that two records are one person, and asks a lead to look."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least
from django.utils import timezone

from .columns import to_user
from .constraints import check, empty, filled, index
from .own_record import NeverOnesOwn
from .uuid_key import UuidModel

if TYPE_CHECKING:
    from .people import Person
    from .users import User


class DuplicateAskQuerySet(NeverOnesOwn, models.QuerySet["DuplicateAsk"]):
    paths_to_person = ("ours", "theirs")

    def visible_to(self, user: "User") -> "DuplicateAskQuerySet":
        """For the team that holds the record from which it was asked."""
        return self.filter(ours__team_id__in=user.team_ids).without_own(user)

    def open(self) -> "DuplicateAskQuerySet":
        return self.filter(answered_at=None)

    def of_pair(self, one: object, other: object) -> "DuplicateAskQuerySet":
        """Whichever of the two it was asked from."""
        either_way = Q(ours=one, theirs=other) | Q(ours=other, theirs=one)
        return self.filter(either_way)

    def about(self, person: "Person") -> "DuplicateAskQuerySet":
        return self.filter(Q(ours=person) | Q(theirs=person))

    def to_read_by(self, user: "User") -> "DuplicateAskQuerySet":
        """What this user asked, and has not read the answer of."""
        asked = self.visible_to(user).filter(asked_by=user, read_at=None)
        return asked.filter(answered_at__isnull=False)


class DuplicateAsk(UuidModel):
    """Asked from `ours`. Answered by a link, or by "not the same person"."""

    class Answer(models.TextChoices):
        LINKED = "linked", "The same person: the records are linked now"
        NOT_THE_SAME = "not_the_same", "Not the same person"

    ours = models.ForeignKey("welcome.Person", models.PROTECT, related_name="+")
    theirs = models.ForeignKey("welcome.Person", models.PROTECT, related_name="+")
    words = models.CharField(max_length=500, blank=True)
    asked_at = models.DateTimeField(default=timezone.now)
    asked_by = to_user()
    answer = models.CharField(max_length=12, choices=Answer, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = to_user(null=True)
    #: When the welcomer who asked had read the answer.
    read_at = models.DateTimeField(null=True)

    objects = DuplicateAskQuerySet.as_manager()

    class Meta:
        indexes = [
            index("duplicateask_open", ["asked_at"], among=Q(answered_at=None)),
            index(
                "duplicateask_to_read",
                ["asked_by", "answered_at"],
                among=Q(read_at=None, answered_at__isnull=False),
            ),
        ]
        constraints = [
            check("duplicateask_of_two_records", ~Q(ours=F("theirs"))),
            models.UniqueConstraint(
                Least("ours", "theirs"),
                Greatest("ours", "theirs"),
                name="duplicateask_one_open_of_a_pair",
                condition=Q(answered_at=None),
            ),
            check(
                "duplicateask_answer_has_who_when_and_what",
                empty("answered_at", "answered_by", answer="")
                | filled(
                    "answered_at",
                    "answered_by",
                    answer__in=["linked", "not_the_same"],
                ),
            ),
            check(
                "duplicateask_read_once_answered",
                empty("read_at") | filled("answered_at"),
            ),
        ]

    def __str__(self) -> str:
        return f"Asked on {self.asked_at:%d %B %Y}"
