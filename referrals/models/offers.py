"""What partners offer, for which needs, and whether there is room just now."""

from datetime import time
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Case, F, Q, When
from django.db.models.functions import Now
from django.utils import timezone

from welcome.models import Adjustment, Need, Organisation, Role, Site, User
from welcome.models.constraints import check, index, one_of
from welcome.models.uuid_key import UuidModel


class Capacity(models.TextChoices):
    OPEN = "open", "Open"
    WAIT = "wait", "A wait of about"
    PAUSED = "paused", "Paused"


class Stands(models.TextChoices):
    """Whether it is offered at all: the words of Open Referral UK, and ours."""

    ACTIVE = "active", "Offered"
    RESTING = "temporarily closed", "Closed for a while"
    INACTIVE = "inactive", "Not offered now"
    DEFUNCT = "defunct", "No longer there"


class OnlyFor(models.TextChoices):
    WOMEN = "women", "Women only"
    MEN = "men", "Men only"


#: Offers of `by_room` in order: those with the most room first.
ROOMIEST_FIRST = ("full", "name", "pk")


class OfferQuerySet(models.QuerySet["Offer"]):
    def visible_to(self, user: User) -> "OfferQuerySet":
        """Welcomers see their site's offers; a partner sees their own."""
        teams = [m.team.site_id for m in user.current_memberships if m.team]
        return self.filter(Q(site_id__in=teams) | Q(partner_id__in=user.partner_ids))

    def of_partners_of(self, user: User) -> "OfferQuerySet":
        """Those of the partners where this user works."""
        return self.filter(partner_id__in=user.partner_ids)

    def led_by(self, user: User) -> "OfferQuerySet":
        """Those of the partners that this user leads; working there is not enough."""
        led = user.organisation_ids(Role.PARTNER_LEAD)
        return self.filter(partner_id__in=led)

    def offered(self) -> "OfferQuerySet":
        """Those that someone can be sent to: neither closed nor gone."""
        return self.filter(stands=Stands.ACTIVE)

    def by_room(self) -> "OfferQuerySet":
        """Each with how `full` it is: open, with a wait, paused."""
        later = Case(
            When(capacity=Capacity.OPEN, then=0),
            When(capacity=Capacity.WAIT, then=1),
            default=2,
        )
        return self.annotate(full=later)

    def roomiest_first(self) -> "OfferQuerySet":
        """Open, then those with a wait, and paused ones last."""
        return self.by_room().order_by(*ROOMIEST_FIRST)

    def for_need(self, need: str) -> "OfferQuerySet":
        return self.filter(needs__contains=[need]) if need else self


class Offer(UuidModel):
    """One thing that one partner does for people.

    What a directory may say of it follows Open Referral UK 3.0 and is public. Whom it
    takes and whether there is room is between the partner and the welcome teams.
    """

    site = models.ForeignKey(Site, models.PROTECT, related_name="offers")
    partner = models.ForeignKey(Organisation, models.PROTECT, related_name="offers")
    name = models.CharField(max_length=120)
    words = models.TextField(help_text="What it is, as you would say it to a person")
    needs = ArrayField(models.CharField(max_length=15, choices=Need), default=list)
    ages_from = models.PositiveSmallIntegerField(default=18)
    ages_to = models.PositiveSmallIntegerField(null=True, blank=True)
    where = models.CharField(max_length=160, blank=True)
    access = models.CharField(max_length=200, blank=True)
    stands = models.CharField(max_length=20, choices=Stands, default=Stands.ACTIVE)
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    website = models.URLField(blank=True)
    fees = models.CharField(max_length=200, blank=True)
    #: Empty where the place is told only when it is safe.
    address = models.CharField(max_length=200, blank=True)
    city = models.CharField(max_length=80, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    by_phone_or_video = models.BooleanField(default=False)
    #: The postcode districts that it is for; empty: everyone at the site.
    districts = ArrayField(models.CharField(max_length=5), default=list, blank=True)
    #: Spoken there besides English.
    languages = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    #: Which needs of access it meets, and which it has to say it cannot.
    meets = ArrayField(
        models.CharField(max_length=20, choices=Adjustment), default=list, blank=True
    )
    cannot_meet = ArrayField(
        models.CharField(max_length=20, choices=Adjustment), default=list, blank=True
    )
    only_for = models.CharField(max_length=5, choices=OnlyFor, blank=True)
    changed_at = models.DateTimeField(default=timezone.now, db_default=Now())

    #: From here on nothing is public.
    takes = models.TextField(
        blank=True,
        help_text="Who you can take. Only welcome teams see this",
    )
    capacity = models.CharField(max_length=8, choices=Capacity, default=Capacity.OPEN)
    wait_weeks = models.PositiveSmallIntegerField(null=True, blank=True)
    paused_until = models.DateField(null=True, blank=True)

    objects = OfferQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        indexes = [
            index("offer_of_a_site", ["site", "name", "id"]),
            GinIndex(fields=["needs"], name="offer_for_a_need"),
            index(
                "offer_in_the_open_feed",
                ["changed_at", "id"],
                among=Q(stands__in=["active", "temporarily closed"]),
            ),
        ]
        constraints = [
            one_of("offer_capacity_is_known", "capacity", Capacity.values),
            check(
                "offer_wait_says_how_long",
                ~Q(capacity=Capacity.WAIT) | Q(wait_weeks__isnull=False),
            ),
            check(
                "offer_ages_in_order", Q(ages_to=None) | Q(ages_to__gte=F("ages_from"))
            ),
            one_of("offer_stands_is_known", "stands", Stands.values),
            one_of("offer_only_for_is_known", "only_for", ["", *OnlyFor.values]),
            check("offer_meets_or_cannot", ~Q(meets__overlap=F("cannot_meet"))),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def now(self) -> str:
        """The capacity today: a pause is over on the day that it names."""
        over = self.paused_until and self.paused_until <= timezone.localdate()
        if self.capacity == Capacity.PAUSED and over:
            return Capacity.OPEN
        return self.capacity

    @property
    def room(self) -> str:
        """Whether there is room, in words."""
        match self.now:
            case Capacity.WAIT:
                weeks = "week" if self.wait_weeks == 1 else "weeks"
                return f"About {self.wait_weeks} {weeks}’ wait"
            case Capacity.PAUSED:
                if self.paused_until:
                    return f"Paused until {self.paused_until:%-d %B}"
                return "Paused for now"
            case _:
                return "Room now"

    @property
    def opening(self) -> frozenset[tuple[int, time, time]]:
        """The day, and from and until when, of each of its times in a week."""
        return frozenset((at.day, at.opens, at.closes) for at in self.times.all())

    @property
    def needs_in_words(self) -> list[Any]:
        return [Need(need).label for need in self.needs]

    @property
    def needs_of_access_met(self) -> list[Any]:
        return [Adjustment(code).label for code in self.meets]
