"""The people who work here, and the named hands of the house itself."""

import uuid
from functools import cached_property
from typing import Any

from django.contrib.auth.models import (
    AbstractBaseUser,
    BaseUserManager,
    PermissionsMixin,
)
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from .constraints import index
from .memberships import Membership, Role
from .places import Organisation, Site, Team


class UserManager(BaseUserManager["User"]):
    def create_user(
        self, email: str, password: str | None = None, **facts: Any
    ) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **facts)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(
        self, email: str, password: str | None = None, **facts: Any
    ) -> "User":
        return self.create_user(
            email, password, **{"is_staff": True, "is_superuser": True} | facts
        )

    def hand(self, name: str) -> "User":
        """A hand of the house: who acts when no one is signed in.

        `front_door` (the public), `person` (someone at their own private link) and
        `clock` (what happens by time alone). Made by migration; can never sign in.
        """
        return self.get(email=f"{name}@hands.invalid")


class User(AbstractBaseUser, PermissionsMixin):
    """Someone who works here. Accounts are closed, never deleted.

    The employer and the teams are two separate things: access follows the
    memberships, never the employer.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    profession = models.CharField(
        max_length=60,
        blank=True,
        help_text="As you would say it to people: peer worker",
    )
    phone = models.CharField(max_length=30, blank=True)
    employer = models.ForeignKey(
        Organisation, models.PROTECT, related_name="employees", null=True, blank=True
    )
    #: Counts of their Today page by e-mail, each working morning: `messages.digests`.
    wants_digest = models.BooleanField(default=False, db_default=False)
    #: Single keys that do something. See WCAG 2.2, 2.1.4.
    uses_shortcuts = models.BooleanField(default=True, db_default=True)
    is_staff = models.BooleanField("can open the admin pages", default=False)
    is_active = models.BooleanField("can sign in", default=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        indexes = [index("user_wanting_a_digest", ["id"], among=Q(wants_digest=True))]
        constraints = [
            models.UniqueConstraint(Lower("email"), name="user_email_in_any_case")
        ]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name.partition(" ")[0]

    @property
    def is_the_person(self) -> bool:
        """The hand of someone at their own door: `User.objects.hand("person")`."""
        return self.email == "person@hands.invalid"

    @property
    def is_a_hand(self) -> bool:
        """Not someone who works here: the public form, a worker process, the person."""
        return self.email.endswith("@hands.invalid")

    @cached_property
    def current_memberships(self) -> list[Membership]:
        """Every role this user has now, read once a request."""
        if not self.is_active:
            return []
        rows = self.memberships.current().select_related(
            "team__site", "organisation__site"
        )
        return list(rows.order_by("pk"))

    @property
    def team_ids(self) -> set[uuid.UUID]:
        return {m.team_id for m in self.current_memberships if m.team_id}

    def organisation_ids(self, *roles: str) -> set[uuid.UUID]:
        """The organisations in which this user has one of these roles."""
        return {
            m.organisation_id
            for m in self.current_memberships
            if m.organisation_id and m.role in roles
        }

    @property
    def partner_ids(self) -> set[uuid.UUID]:
        return self.organisation_ids(Role.PARTNER, Role.PARTNER_LEAD)

    @cached_property
    def first_team(self) -> Team | None:
        return next((m.team for m in self.current_memberships if m.team), None)

    @cached_property
    def site(self) -> Site | None:
        """The site whose words and crisis lines this user's pages carry."""
        for membership in self.current_memberships:
            place = membership.team or membership.organisation
            if place and place.site_id:
                return place.site
        return None
