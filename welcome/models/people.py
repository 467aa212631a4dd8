"""A person who came to the front door. Their story is told once and lives here."""

import secrets
import uuid
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Concat, Lower
from django.utils import timezone

from ..likeness.match_keys import Facts, keys_of
from .constraints import check, index, not_empty
from .holdings import Holding
from .linking import Linking
from .own_record import NeverOnesOwn
from .places import Site, Team
from .users import User
from .uuid_key import UuidModel

#: No vowels, so that no word appears; no letters that look like figures.
SIGNS = "23456789BCDFGHJKMNPQRSTVWXYZ"


def new_reference() -> str:
    """A reference for letters and e-mails that says nothing about the person."""
    return as_reference([secrets.choice(SIGNS) for _ in range(8)])


def as_reference(signs: Iterable[str]) -> str:
    """Eight of `SIGNS`, as they are printed.

    >>> as_reference("7KDP2RXW")
    'LW-7KDP-2RXW'
    """
    eight = "".join(signs)
    return f"LW-{eight[:4]}-{eight[4:]}"


class PersonQuerySet(NeverOnesOwn, models.QuerySet["Person"]):
    paths_to_person = ("",)

    def visible_to(self, user: User) -> "PersonQuerySet":
        """People of this user's own welcome teams; never the user's own record.

        Partners are not asked here at all: they reach a person through a referral.
        """
        if not user.team_ids:
            return self.none()
        return self.known_to(user).filter(linked_to=None)

    def known_to(self, user: User) -> "PersonQuerySet":
        """The same, with the records that are one with another by now."""
        return self.filter(team_id__in=user.team_ids).without_own(user)

    def near(self, user: User) -> "PersonQuerySet":
        """Everyone at this user's sites whom another team holds: for emergencies."""
        sites = [m.team.site_id for m in user.current_memberships if m.team]
        near = self.filter(site_id__in=sites, linked_to=None)
        return near.exclude(team_id__in=user.team_ids).without_own(user)

    def with_linked(self) -> "PersonQuerySet":
        """Whether another record is one with it: most have none, and need not ask."""
        linked = Person.objects.filter(linked_to=models.OuterRef("pk"))
        return self.annotate(has_linked=models.Exists(linked))

    def open(self) -> "PersonQuerySet":
        return self.filter(is_open=True)

    def bulk_create(self, objs: Any, *how: Any, **more: Any) -> Any:
        people = list(objs)
        for person in people:
            person.find_keys = person.own_keys()
        return super().bulk_create(people, *how, **more)


class Person(UuidModel):
    site = models.ForeignKey(Site, models.PROTECT, related_name="people")
    team = models.ForeignKey(
        Team,
        models.PROTECT,
        related_name="people",
        help_text="The welcome team that this person comes back to",
    )
    reference = models.CharField(
        max_length=12, unique=True, default=new_reference, editable=False
    )
    known_as = models.CharField(max_length=80)
    formal_name = models.CharField(max_length=120, blank=True)
    #: Kept by the database for finding: both names in small letters.
    names = models.GeneratedField(
        expression=Lower(Concat("known_as", Value(" "), "formal_name")),
        output_field=models.TextField(),
        db_persist=True,
    )
    #: What twins are found by (find_keys.py). Kept in step by `save`; the database
    #: empties them where something else changes a name, and the clock fills them.
    find_keys = ArrayField(models.IntegerField(), null=True, editable=False)
    pronouns = models.CharField(max_length=30, blank=True)
    born_on = models.DateField(null=True, blank=True)
    born_year = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Only if the day is not known"
    )
    postcode = models.CharField(max_length=8, blank=True)
    address = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=40, blank=True)
    interpreter = models.CharField(max_length=80, blank=True)
    gp_practice = models.CharField(max_length=120, blank=True)
    gp_phone = models.CharField(max_length=30, blank=True)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="own_record",
        null=True,
        blank=True,
        help_text="Their account, if they also work here",
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    #: True from the end of the first conversation until a farewell. The database
    #: keeps it in step with `Holding`: whoever is open is held, see the migration
    #: `everybody_is_held`.
    is_open = models.BooleanField(default=False, editable=False)
    #: The record that stayed, where this one was found to be the same person. This
    #: row keeps what was kept apart: see `welcome.linking`.
    linked_to = models.ForeignKey(
        "self", models.PROTECT, related_name="linked", null=True, blank=True
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "people"
        indexes = [
            index("person_team_by_name", ["team", "known_as", "id"]),
            index("person_team_by_day", ["team", "-made_at", "-id"]),
            index("person_team_open", ["team"], among=Q(is_open=True)),
            index("person_twin_by_birthday", ["site", "born_on"]),
            index("person_twin_by_postcode", ["site", "postcode"]),
            models.Index("site", Lower("formal_name"), name="person_twin_by_formal"),
            GinIndex(OpClass("names", "gin_trgm_ops"), name="person_twin_by_name"),
            GinIndex(fields=["find_keys"], name="person_by_find_keys"),
            index("person_without_find_keys", ["id"], among=Q(find_keys=None)),
        ]
        constraints = [
            not_empty("person_has_a_name_to_be_called_by", "known_as"),
            check(
                "person_birthday_or_only_its_year", Q(born_on=None) | Q(born_year=None)
            ),
            check(
                "person_birth_year_is_possible",
                Q(born_year=None) | Q(born_year__range=(1895, 2100)),
            ),
            check(
                "person_linked_is_another_and_closed",
                Q(linked_to=None)
                | (~Q(linked_to=F("id")) & Q(is_open=False, account=None)),
            ),
        ]

    def __str__(self) -> str:
        return self.known_as

    def save(self, *args: Any, **how: Any) -> None:
        self.find_keys = self.own_keys()
        if how.get("update_fields") is not None:
            how["update_fields"] = {*how["update_fields"], "find_keys"}
        super().save(*args, **how)

    def own_keys(self) -> list[int]:
        born_on = Person._meta.get_field("born_on").to_python(self.born_on)
        facts = (self.known_as, self.formal_name, born_on, self.born_year)
        return keys_of(Facts(self.site_id, *facts, self.postcode))

    @cached_property
    def holding(self) -> Holding | None:
        """Who holds this person now."""
        current = self.holdings.filter(until_at=None)
        return current.select_related("team", "partner", "worker").first()

    @cached_property
    def linkings_now(self) -> list[Linking]:
        """The records that are one with this one, the latest first.

        One query, or none: see `with_linked`.
        """
        if not getattr(self, "has_linked", True):
            return []
        rows = Linking.objects.filter(other__linked_to=self, undone_at=None)
        rows = rows.select_related("other__contact_wish", "other__team", "by")
        return list(rows.order_by("-at"))

    @property
    def family(self) -> list[uuid.UUID]:
        """This record and those that are one with it: what is never moved, such as
        the trail, is read by these."""
        return [self.pk, *(linking.other_id for linking in self.linkings_now)]

    @property
    def year_of_birth(self) -> int | None:
        return self.born_on.year if self.born_on else self.born_year

    def age_on(self, day: date) -> int | None:
        """Whole years on that day; None where the birthday is not known."""
        if not self.born_on:
            return None
        had_birthday = (day.month, day.day) >= (self.born_on.month, self.born_on.day)
        return day.year - self.born_on.year - (not had_birthday)

    @property
    def age(self) -> int | None:
        return self.age_on(timezone.localdate())

    @property
    def age_in_words(self) -> str:
        if self.age is not None:
            return str(self.age)
        return f"born {self.born_year}" if self.born_year else ""

    @property
    def needs_in_words(self) -> list[str]:
        """What they need to be there; at hand already where `at_a_glance` asked."""
        at_hand: list[dict[str, str]] | None = getattr(self, "needs_at_hand", None)
        if at_hand is None:
            return [str(need) for need in self.access_needs.order_by("code", "pk")]
        return [str(self.access_needs.model(**need)) for need in at_hand]

    @property
    def possessive(self) -> str:
        return f"{self.known_as}’s"
