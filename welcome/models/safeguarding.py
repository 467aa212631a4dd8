"""A safeguarding concern: what was seen or said, who must know, what came of it."""

from datetime import date, timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

from . import safeguarding_sight as sight
from .columns import to_user
from .constraints import (
    all_or_none,
    check,
    either,
    empty,
    filled,
    index,
    not_blank,
    one_of,
)
from .own_record import NeverOnesOwn
from .people import Person
from .places import Organisation, Site, Team
from .users import User
from .uuid_key import UuidModel

#: A review is due after so many days, unless someone chooses another day.
REVIEW_AFTER = timedelta(days=7)
#: No open concern may wait longer than this for its next review.
REVIEW_WITHIN = timedelta(days=90)


class SafeguardingConcernQuerySet(NeverOnesOwn, models.QuerySet["SafeguardingConcern"]):
    def visible_to(self, user: User) -> "SafeguardingConcernQuerySet":
        """What this user may know of: all of it, what is shared, or their own words."""
        known = (
            sight.read_whole_by(user)
            | sight.shared_with(user)
            | sight.raised_by(user)
            | sight.in_an_emergency(user)
        )
        return self.filter(known).without_own(user)

    def at_partners_of(self, user: User) -> "SafeguardingConcernQuerySet":
        """What a partner worker knows of: shared with where they work, or their own."""
        known = sight.shared_with(user) | sight.raised_by(user)
        return self.filter(known).without_own(user)

    def led_by(self, user: User) -> "SafeguardingConcernQuerySet":
        """A safeguarding lead's own site; every site, where theirs is the programme."""
        return self.filter(sight.led_by(user)).without_own(user)

    def with_sight_of(self, user: User) -> "SafeguardingConcernQuerySet":
        """Whether this user reads each whole, or as a partner does."""
        return self.without_own(user).annotate(
            is_led_here=sight.true_if(sight.led_by(user)),
            is_read_whole=sight.true_if(sight.read_whole_by(user)),
            is_shared_here=sight.true_if(
                sight.shared_with(user) | sight.in_an_emergency(user)
            ),
        )

    def open(self) -> "SafeguardingConcernQuerySet":
        return self.filter(closed_at=None)

    def closed(self) -> "SafeguardingConcernQuerySet":
        return self.exclude(closed_at=None)

    def overdue(self, today: date) -> "SafeguardingConcernQuerySet":
        return self.open().filter(review_on__lt=today)

    def to_remind(self, today: date) -> "SafeguardingConcernQuerySet":
        """Overdue, and no one was reminded of this day yet."""
        return self.overdue(today).exclude(reminded_for=models.F("review_on"))

    def kept_from_the_person(self) -> "SafeguardingConcernQuerySet":
        return self.filter(shown_at=None)


class SafeguardingConcern(UuidModel):
    """Raised by someone who may not need to read the rest. Its words never change."""

    class Kind(models.TextChoices):
        ADULT = "adult", "An adult"
        CHILD = "child", "A child or young person"

    class Outcome(models.TextChoices):
        COUNCIL = "council", "The council is dealing with it"
        SUPPORT = "support", "Support is in place, and they are safer"
        NOTHING = "nothing", "Looked into: nothing more is needed"
        OTHER = "other", "Something else"

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="safeguarding_concerns"
    )
    #: Whose safeguarding leads look after it. It goes along to another site.
    site = models.ForeignKey(Site, models.PROTECT, related_name="+")
    raised_by = to_user()
    raised_at = models.DateTimeField(default=timezone.now)
    from_team = models.ForeignKey(Team, models.PROTECT, related_name="+", null=True)
    from_organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", null=True
    )
    kind = models.CharField(max_length=5, choices=Kind)
    seen_or_said = models.TextField()
    in_danger_now = models.BooleanField(default=False)
    who_was_told = models.TextField()
    council_reference = models.CharField(max_length=60, blank=True)

    review_on = models.DateField(null=True)
    #: The day of review of which the leads were reminded.
    reminded_for = models.DateField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = to_user(null=True)
    outcome = models.CharField(max_length=7, choices=Outcome, blank=True)
    #: Hidden from the person, unless someone has chosen to show it.
    shown_at = models.DateTimeField(null=True)
    shown_by = to_user(null=True)

    #: What `with_sight_of` has found of one reader.
    is_led_here: bool
    is_read_whole: bool
    is_shared_here: bool

    objects = SafeguardingConcernQuerySet.as_manager()

    class Meta:
        indexes = [
            index(
                "safeguarding_to_review",
                ["site", "review_on", "id"],
                among=Q(closed_at=None),
            ),
            index(
                "safeguarding_closed",
                ["site", "-closed_at", "-id"],
                among=Q(closed_at__isnull=False),
            ),
        ]
        constraints = [
            one_of("safeguarding_kind_is_known", "kind", ["adult", "child"]),
            not_blank("safeguarding_says_what_was_seen_or_said", "seen_or_said"),
            not_blank("safeguarding_says_who_was_told", "who_was_told"),
            either(
                "safeguarding_from_a_team_or_an_organisation",
                "from_team",
                "from_organisation",
            ),
            check(
                "safeguarding_open_has_a_review_date",
                Q(closed_at__isnull=False) | Q(review_on__isnull=False),
            ),
            check(
                "safeguarding_closed_has_who_when_and_outcome",
                empty("closed_at", "closed_by", outcome="")
                | filled(
                    "closed_at",
                    "closed_by",
                    outcome__in=["council", "support", "nothing", "other"],
                ),
            ),
            all_or_none("safeguarding_shown_has_who_and_when", "shown_at", "shown_by"),
        ]

    def __str__(self) -> str:
        return f"Safeguarding concern about {self.get_kind_display().lower()}"

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def is_late(self) -> bool:
        day = self.review_on
        return self.is_open and day is not None and day < timezone.localdate()

    @property
    def is_due(self) -> bool:
        return self.is_open and self.review_on == timezone.localdate()

    @property
    def raised_from(self) -> Team | Organisation | None:
        return self.from_team or self.from_organisation
