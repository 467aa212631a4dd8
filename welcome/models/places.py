"""Where the work is done: sites, teams, organisations, and who has which role."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q


class Nation(models.TextChoices):
    """Decides the identifier, ethnic categories, bank holidays and crisis lines."""

    ENGLAND = "england", "England"
    SCOTLAND = "scotland", "Scotland"


class Role(models.TextChoices):
    WELCOMER = "welcomer", "Welcomer"
    LEAD = "lead", "Team lead"
    PARTNER = "partner", "Partner worker"
    PARTNER_LEAD = "partner_lead", "Partner's lead"
    COMMISSIONER = "commissioner", "Commissioner"
    EDITOR = "editor", "Storybook editor"
    PRIVACY = "privacy", "Privacy lead"
    ADMIN = "admin", "Administrator"


#: These roles are held in a welcome team; every other one in an organisation.
TEAM_ROLES = [Role.WELCOMER, Role.LEAD]


class Site(models.Model):
    """One place where the programme runs. People's data never crosses sites."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=80, help_text="As people say it: Edinburgh")
    nation = models.CharField(max_length=10, choices=Nation)
    phone = models.CharField(max_length=30, blank=True)
    phone_hours = models.CharField(max_length=80, blank=True)
    drop_in = models.CharField(max_length=200, blank=True)
    huddle_word = models.CharField(max_length=30, default="Huddle")
    keep_years = models.PositiveSmallIntegerField(
        default=20, help_text="Years a record is kept after the last contact"
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="site_nation_is_known", condition=Q(nation__in=Nation.values)
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def title(self) -> str:
        return f"Living Well {self.name}"


class Team(models.Model):
    """A Welcome Team: people of many employers who listen at one front door."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    site = models.ForeignKey(Site, models.PROTECT, related_name="teams")
    name = models.CharField(max_length=80)
    phone = models.CharField(max_length=30, blank=True)
    duty_phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    postcode_districts = ArrayField(
        models.CharField(max_length=5), default=list, blank=True
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                name="team_name_is_its_own_at_a_site", fields=["site", "name"]
            )
        ]

    def __str__(self) -> str:
        return self.name


class Organisation(models.Model):
    """An employer, a partner that helps, or the body that commissions a site.

    Without a site it belongs to the whole programme.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    site = models.ForeignKey(
        Site, models.PROTECT, related_name="organisations", null=True, blank=True
    )
    name = models.CharField(max_length=120)
    what_it_is = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    website = models.URLField(blank=True)
    is_partner = models.BooleanField(default=False)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class MembershipQuerySet(models.QuerySet["Membership"]):
    def current(self) -> "MembershipQuerySet":
        return self.filter(ended_at=None)

    def leading(self, organisation: Organisation) -> "MembershipQuerySet":
        """Who is told first about what comes to this organisation."""
        return self.current().filter(
            organisation=organisation, role__in=[Role.PARTNER, Role.PARTNER_LEAD]
        )


class Membership(models.Model):
    """A role that somebody has in one team or one organisation."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="memberships"
    )
    role = models.CharField(max_length=15, choices=Role)
    team = models.ForeignKey(
        Team, models.PROTECT, related_name="memberships", null=True, blank=True
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="memberships", null=True, blank=True
    )
    began_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="membership_role_is_known", condition=Q(role__in=Role.values)
            ),
            models.CheckConstraint(
                name="membership_is_in_a_team_or_an_organisation",
                condition=Q(role__in=TEAM_ROLES, team__isnull=False, organisation=None)
                | (~Q(role__in=TEAM_ROLES) & Q(team=None, organisation__isnull=False)),
            ),
            models.UniqueConstraint(
                name="membership_once_in_a_team",
                fields=["user", "role", "team"],
                condition=Q(ended_at=None, team__isnull=False),
            ),
            models.UniqueConstraint(
                name="membership_once_in_an_organisation",
                fields=["user", "role", "organisation"],
                condition=Q(ended_at=None, organisation__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}, {self.team or self.organisation}"
