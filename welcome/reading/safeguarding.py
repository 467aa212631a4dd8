"""Safeguarding at the top of a person's page, and who leads it at a site."""

from dataclasses import dataclass, field
from datetime import date
from typing import TypedDict
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils import timezone

from ..models import (
    Emergency,
    Organisation,
    Person,
    Role,
    SafeguardingConcern,
    SafeguardingShare,
    Site,
    User,
)
from ..models.people import PersonQuerySet
from ..models.safeguarding import SafeguardingConcernQuerySet

#: More than these are on their own pages; the top says that there are more.
AT_THE_TOP = 5
#: Beside one concern: the others about the same person.
AT_MOST = 10
SHARES = 50
#: No list is counted further than this.
COUNTED = 200
_SHORT = ("pk", "kind", "review_on", "in_danger_now")


@dataclass
class AtTheTop:
    """The open concerns that a page shows first, and where to raise another one."""

    raise_url: str = ""
    concerns: list[SafeguardingConcern] = field(default_factory=list)
    has_more: bool = False


def with_open_concerns(people: PersonQuerySet) -> PersonQuerySet:
    """What the top of a page says of each, in the question for the person."""
    rows = SafeguardingConcern.objects.open().filter(person=OuterRef("pk"))
    short = rows.order_by("review_on", "pk").values(
        concern=JSONObject(**{name: name for name in _SHORT})
    )
    return people.annotate(open_concerns=ArraySubquery(short[: AT_THE_TOP + 1]))


def at_the_top_of(person: Person) -> AtTheTop:
    """For users who opened the whole record; nothing for others."""
    found = getattr(person, "open_concerns", None)
    if found is None:
        return AtTheTop()
    url = reverse("welcome:raise_safeguarding", args=[person.pk])
    return _top(url, [_concern(**one) for one in found])


def in_an_emergency(user: User, emergency: Emergency) -> AtTheTop:
    """For users who have the whole record open in an emergency."""
    rows = SafeguardingConcern.objects.visible_to(user).filter(person=emergency.person)
    url = reverse("welcome:raise_in_an_emergency", args=[emergency.pk])
    return first_of(rows, url)


def of_record(user: User, person: Person) -> AtTheTop:
    """For users who opened a file or a letter of this person, and not the record."""
    rows = SafeguardingConcern.objects.visible_to(user).filter(person=person)
    return first_of(rows, reverse("welcome:raise_safeguarding", args=[person.pk]))


def first_of(rows: SafeguardingConcernQuerySet, raise_url: str) -> AtTheTop:
    """The open ones among these. One query."""
    found = list(rows.open().order_by("review_on", "pk")[: AT_THE_TOP + 1])
    return _top(raise_url, found)


def leads_for(person: Person, site: Site) -> QuerySet[User]:
    """The safeguarding leads of this site and of the programme; never the person."""
    leads = User.objects.filter(
        Q(memberships__organisation__site=site)
        | Q(memberships__organisation__site=None),
        memberships__role=Role.SAFEGUARDING,
        memberships__ended_at=None,
        is_active=True,
    )
    return leads.exclude(own_record=person).distinct()


def others_about(
    person: Person, user: User, *, but: SafeguardingConcern | None = None
) -> QuerySet[SafeguardingConcern]:
    """What this user may know of about this person, the newest first."""
    rows = SafeguardingConcern.objects.visible_to(user).filter(person=person)
    rows = rows.exclude(pk=but.pk) if but else rows
    return rows.order_by("-raised_at", "-pk")


def partners_to_share_with(concern: SafeguardingConcern) -> QuerySet[Organisation]:
    """The partners of its site."""
    there = Organisation.objects.filter(site=concern.site_id, is_partner=True)
    return there.order_by("name", "pk")


def shares_of(concern: SafeguardingConcern) -> QuerySet[SafeguardingShare]:
    """Who can read it now, and who could."""
    return concern.shares.select_related("partner", "by", "ended_by")


def shown_to(person: Person) -> QuerySet[SafeguardingConcern]:
    """Those that someone has chosen to show to the person."""
    rows = SafeguardingConcern.objects.filter(person__in=person.family)
    rows = rows.exclude(shown_at=None).select_related("raised_by")
    return rows.order_by("-raised_at", "-pk")


class Counted(TypedDict):
    how_many: str
    overdue: str


def counted(rows: SafeguardingConcernQuerySet) -> Counted:
    """How many are open and overdue, as far as a glance counts. One query."""
    days = rows.open().order_by("review_on").values_list("review_on", flat=True)
    found, today = list(days[: COUNTED + 1]), timezone.localdate()
    return {
        "how_many": _figure(len(found)),
        "overdue": _figure(sum(day < today for day in found if day)),
    }


def _figure(count: int) -> str:
    return f"more than {COUNTED}" if count > COUNTED else str(count)


def _top(raise_url: str, found: list[SafeguardingConcern]) -> AtTheTop:
    return AtTheTop(raise_url, found[:AT_THE_TOP], len(found) > AT_THE_TOP)


def _concern(
    *, pk: UUID, kind: str, review_on: str, in_danger_now: bool
) -> SafeguardingConcern:
    """As the database said it in JSON, which has no dates."""
    return SafeguardingConcern(
        pk=pk,
        kind=kind,
        review_on=date.fromisoformat(review_on),
        in_danger_now=in_danger_now,
    )
