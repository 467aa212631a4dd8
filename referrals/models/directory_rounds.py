"""Each reading of another directory, and what it changed here."""

from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from welcome.models import Role, Site, User
from welcome.models.columns import to_user
from welcome.models.constraints import all_or_none, check, index, one_of
from welcome.models.uuid_key import UuidModel

from .directories import DirectoryFeed
from .offers import Offer


def _sites_led_by(user: User) -> set[UUID]:
    """Where this user leads a Welcome Team."""
    led = (m.team for m in user.current_memberships if m.role == Role.LEAD)
    return {team.site_id for team in led if team}


class DirectoryRoundQuerySet(models.QuerySet["DirectoryRound"]):
    def visible_to(self, user: User) -> "DirectoryRoundQuerySet":
        """For those who lead a team at the site, and no one else."""
        return self.filter(site_id__in=_sites_led_by(user))

    def last_of_each_feed(self) -> "DirectoryRoundQuerySet":
        """The last reading of each feed."""
        return self.order_by("feed", "-read_at").distinct("feed")

    def waiting(self) -> "DirectoryRoundQuerySet":
        """Services left that feed, so many that a lead has to say whether it is so."""
        return self.filter(settled_at=None).exclude(missing=[])


class DirectoryRound(UuidModel):
    """One reading of one feed: how many services came of it as what."""

    feed = models.ForeignKey(DirectoryFeed, models.CASCADE, related_name="rounds")
    site = models.ForeignKey(Site, models.PROTECT, null=True, related_name="+")
    read_at = models.DateTimeField()
    new = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    same = models.PositiveIntegerField(default=0)
    repaired = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    gone = models.PositiveIntegerField(default=0)
    #: Why it could not be read to its end, in a sentence.
    problem = models.CharField(max_length=300, blank=True)
    #: The offers that left the feed and were not marked: too many at once.
    missing = ArrayField(models.UUIDField(), default=list)
    settled_at = models.DateTimeField(null=True)
    settled_by = to_user(null=True)

    objects = DirectoryRoundQuerySet.as_manager()

    class Meta:
        indexes = [
            index("directory_round_of_a_feed", ["feed", "-read_at"]),
            index(
                "directory_round_to_settle",
                ["site"],
                among=Q(settled_at=None) & ~Q(missing=[]),
            ),
        ]
        constraints = [
            all_or_none("directory_round_settled_by_whom", "settled_at", "settled_by"),
            check(
                "directory_round_that_stopped_misses_none",
                Q(problem="") | Q(missing=[]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.feed}, {self.read_at:%-d %B %Y}"


class DirectoryChangeQuerySet(models.QuerySet["DirectoryChange"]):
    def visible_to(self, user: User) -> "DirectoryChangeQuerySet":
        """For a team’s lead those at the site; for a partner’s those of its offers."""
        partners = user.organisation_ids(Role.PARTNER_LEAD)
        offers = Offer.objects.filter(partner_id__in=partners).values("pk")
        return self.filter(Q(site_id__in=_sites_led_by(user)) | Q(offer_id__in=offers))


class DirectoryChange(models.Model):
    """One service that is not as it was, or could not be taken."""

    class Kind(models.TextChoices):
        NEW = "new", "New"
        CHANGED = "changed", "Changed"
        GONE = "gone", "No longer listed"
        REFUSED = "refused", "Not imported"

    of = models.ForeignKey(DirectoryRound, models.CASCADE, related_name="changes")
    site = models.ForeignKey(Site, models.PROTECT, null=True, related_name="+")
    offer = models.ForeignKey(Offer, models.SET_NULL, null=True, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind)
    name = models.CharField(max_length=120)
    #: The codes of what was written: the columns of an offer, or of its partner.
    fields = ArrayField(models.CharField(max_length=40), default=list)
    #: Why it was refused, or what was left out and repaired, in sentences.
    words = models.TextField(blank=True)

    objects = DirectoryChangeQuerySet.as_manager()

    class Meta:
        indexes = [index("directory_change_at_a_site", ["site", "-id"])]
        constraints = [
            one_of(
                "directory_change_is_known",
                "kind",
                ["new", "changed", "gone", "refused"],
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.get_kind_display()}"
