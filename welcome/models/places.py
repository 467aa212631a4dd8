"""Where the work is done: sites, teams and organisations."""

from datetime import time

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from .constraints import check, only_one
from .uuid_key import UuidModel


class Nation(models.TextChoices):
    """Decides the identifier, ethnic categories, bank holidays and crisis lines."""

    ENGLAND = "england", "England"
    SCOTLAND = "scotland", "Scotland"


class Site(UuidModel):
    """One place where the programme runs. People's data never crosses sites."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=80, help_text="As people say it: Edinburgh")
    nation = models.CharField(max_length=10, choices=Nation)
    phone = models.CharField(max_length=30, blank=True)
    phone_hours = models.CharField(max_length=80, blank=True)
    drop_in = models.CharField(max_length=200, blank=True)
    safeguarding_phone = models.CharField(
        "the council’s safeguarding line",
        max_length=30,
        blank=True,
        default="",
        db_default="",
        help_text="Shown where someone raises a safeguarding concern",
    )
    huddle_word = models.CharField(max_length=30, default="Huddle")
    has_texts = models.BooleanField(
        "sends texts",
        default=False,
        db_default=False,
        help_text="Offers “Text me”, and sends texts. Needs SMS_URL on the server.",
    )
    keep_years = models.PositiveSmallIntegerField(
        default=20, help_text="Years a record is kept after the last contact"
    )

    class Meta:
        ordering = ["name"]
        constraints = [check("site_nation_is_known", Q(nation__in=Nation.values))]

    def __str__(self) -> str:
        return self.name

    @property
    def title(self) -> str:
        return f"Living Well {self.name}"


class Team(UuidModel):
    """A Welcome Team: people of many employers who listen at one front door."""

    site = models.ForeignKey(Site, models.PROTECT, related_name="teams")
    name = models.CharField(max_length=80)
    phone = models.CharField(max_length=30, blank=True)
    duty_phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    postcode_districts = ArrayField(
        models.CharField(max_length=5), default=list, blank=True
    )
    open_days = models.CharField(
        max_length=7,
        default="12345",
        db_default="12345",
        help_text="Days of the week on which people are seen, Monday is 1: 12345",
    )
    opens_at = models.TimeField(default=time(9), db_default=time(9))
    closes_at = models.TimeField(default=time(17), db_default=time(17))

    class Meta:
        ordering = ["name"]
        constraints = [
            only_one("team_name_is_its_own_at_a_site", ["site", "name"]),
            check(
                "team_is_open_on_some_days",
                Q(open_days__regex=r"^1?2?3?4?5?6?7?$") & ~Q(open_days=""),
            ),
            check("team_opens_before_it_closes", Q(opens_at__lt=F("closes_at"))),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def number_to_ring(self) -> str:
        """The team's own, or that of its site; perhaps neither."""
        return self.phone or self.site.phone


class Organisation(UuidModel):
    """An employer, a partner that helps, or the body that commissions a site.

    Without a site it belongs to the whole programme.
    """

    site = models.ForeignKey(
        Site, models.PROTECT, related_name="organisations", null=True, blank=True
    )
    name = models.CharField(max_length=120)
    #: Perhaps in paragraphs, as its partner or another directory wrote it.
    what_it_is = models.TextField(blank=True, max_length=4000)
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    website = models.URLField(blank=True)
    is_partner = models.BooleanField(default=False)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
