"""Who has which role in which team or organisation."""

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q

from .constraints import check, only_one
from .places import Organisation, Team


class Role(models.TextChoices):
    WELCOMER = "welcomer", "Welcomer"
    LEAD = "lead", "Team lead"
    PARTNER = "partner", "Partner worker"
    PARTNER_LEAD = "partner_lead", "Partner's lead"
    COMMISSIONER = "commissioner", "Commissioner"
    EDITOR = "editor", "Storybook editor"
    PRIVACY = "privacy", "Privacy lead"
    SAFEGUARDING = "safeguarding", "Safeguarding lead"
    ADMIN = "admin", "Administrator"


#: These roles are held in a welcome team; every other one in an organisation.
TEAM_ROLES = [Role.WELCOMER, Role.LEAD]


class MembershipQuerySet(models.QuerySet["Membership"]):
    def current(self) -> "MembershipQuerySet":
        return self.filter(ended_at=None)

    def leading(self, organisation: Organisation) -> "MembershipQuerySet":
        """Who is told first about what comes to this organisation."""
        return self.current().filter(
            organisation=organisation, role__in=[Role.PARTNER, Role.PARTNER_LEAD]
        )

    def of_worker(self, worker: str, team: str) -> "MembershipQuerySet":
        """For `Exists`: the worker in one column still works in the team of another."""
        return self.current().filter(
            user=OuterRef(worker), team=OuterRef(team), user__is_active=True
        )


class Membership(models.Model):
    """A role that someone has in one team or one organisation."""

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
            check("membership_role_is_known", Q(role__in=Role.values)),
            check(
                "membership_is_in_a_team_or_an_organisation",
                Q(role__in=TEAM_ROLES, team__isnull=False, organisation=None)
                | (~Q(role__in=TEAM_ROLES) & Q(team=None, organisation__isnull=False)),
            ),
            only_one(
                "membership_once_in_a_team",
                ["user", "role", "team"],
                among=Q(ended_at=None, team__isnull=False),
            ),
            only_one(
                "membership_once_in_an_organisation",
                ["user", "role", "organisation"],
                among=Q(ended_at=None, organisation__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}, {self.team or self.organisation}"
