"""A record opened because someone may come to harm: how long, why, was it right."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from .columns import to_user
from .constraints import all_or_none, check, empty, filled, index
from .memberships import Role
from .own_record import NeverOnesOwn
from .people import Person
from .places import Site
from .users import User
from .uuid_key import UuidModel


class EmergencyQuerySet(NeverOnesOwn, models.QuerySet["Emergency"]):
    def live(self) -> "EmergencyQuerySet":
        return self.filter(until_at__gt=timezone.now())

    def for_review_by(self, user: User) -> "EmergencyQuerySet":
        """A privacy lead's own site; all of them, where theirs is the programme."""
        places = [
            m.organisation
            for m in user.current_memberships
            if m.role == Role.PRIVACY and m.organisation
        ]
        mine = self.exclude(by=user).without_own(user)
        if any(place.site_id is None for place in places):
            return mine
        return mine.filter(site__in=[place.site_id for place in places])

    def to_review(self) -> "EmergencyQuerySet":
        return self.filter(reviewed_at=None).order_by("opened_at", "pk")

    def to_review_by(self, user: User) -> "EmergencyQuerySet":
        return self.for_review_by(user).to_review()

    def reviewed(self) -> "EmergencyQuerySet":
        return self.exclude(reviewed_at=None)

    def to_tell_by(self, user: User) -> "EmergencyQuerySet":
        """Of people of this user's teams: they do not know, or must not know yet."""
        theirs = self.filter(person__team_id__in=user.team_ids, told_at=None)
        must_not = Q(is_told=False, reviewed_at=None)
        return theirs.filter(Q(is_told=True) | must_not).without_own(user)

    def kept_open_by(self, user: User) -> "EmergencyQuerySet":
        """What this user can read now, and has not closed."""
        return self.live().filter(by=user).without_own(user)

    def kept_from_the_person(self) -> "EmergencyQuerySet":
        """Those that the person is not told of, because it could harm them."""
        return self.filter(is_told=False)


class Emergency(UuidModel):
    """One person may read one record for some minutes. Everyone else learns of it."""

    class Why(models.TextChoices):
        LIFE = "life", "Someone’s life is in danger"
        HARM = "harm", "A child or an adult could be seriously harmed"
        CANNOT_ASK = "cannot_ask", "They need help now, and we can’t ask them"

    class Verdict(models.TextChoices):
        RIGHT = "right", "It was right"
        TALK = "talk", "It was well meant: we need to talk about it"
        WRONG = "wrong", "It should not have been opened"

    person = models.ForeignKey(Person, models.PROTECT, related_name="emergencies")
    #: Where it happened: the record may move, its reviewers do not.
    site = models.ForeignKey(Site, models.PROTECT, related_name="+")
    by = to_user()
    why = models.CharField(max_length=10, choices=Why)
    words = models.TextField(help_text="What is happening")
    #: The person had said no to the user who opened it.
    against_their_no = models.BooleanField(default=False)
    opened_at = models.DateTimeField(default=timezone.now)
    until_at = models.DateTimeField()

    #: Whether the person is told; if not, why that could harm them.
    is_told = models.BooleanField(default=True)
    why_not_told = models.TextField(blank=True)
    told_at = models.DateTimeField(null=True)
    told_by = to_user(null=True)

    review_due_on = models.DateField()
    reminded_at = models.DateTimeField(null=True)
    reviewed_at = models.DateTimeField(null=True)
    reviewed_by = to_user(null=True)
    verdict = models.CharField(max_length=5, choices=Verdict, blank=True)
    review = models.TextField(blank=True)

    objects = EmergencyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "emergencies"
        indexes = [
            index(
                "emergency_to_review", ["opened_at", "id"], among=Q(reviewed_at=None)
            ),
            index(
                "emergency_reviewed",
                ["site", "-reviewed_at", "-id"],
                among=Q(reviewed_at__isnull=False),
            ),
            index("emergency_of_somebody", ["by", "-opened_at"]),
            index("emergency_not_told", ["person"], among=Q(told_at=None)),
        ]
        constraints = [
            check(
                "emergency_says_why",
                Q(why__in=["life", "harm", "cannot_ask"]) & ~Q(words__regex=r"^\s*$"),
            ),
            check("emergency_ends", Q(until_at__gte=F("opened_at"))),
            check(
                "emergency_not_told_says_why",
                Q(is_told=True) | (Q(told_at=None) & ~Q(why_not_told__regex=r"^\s*$")),
            ),
            all_or_none("emergency_told_has_who_and_when", "told_at", "told_by"),
            check(
                "emergency_review_has_who_when_and_what",
                empty("reviewed_at", "reviewed_by", verdict="", review="")
                | (
                    filled(
                        "reviewed_at",
                        "reviewed_by",
                        verdict__in=["right", "talk", "wrong"],
                    )
                    & ~Q(review__regex=r"^\s*$")
                    & ~Q(reviewed_by=F("by"))
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.get_why_display()

    @property
    def is_live(self) -> bool:
        return timezone.now() < self.until_at

    @property
    def is_late(self) -> bool:
        return self.reviewed_at is None and self.review_due_on < timezone.localdate()
