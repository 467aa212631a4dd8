"""Referrals whose person ended the agreement, until the team decides what follows."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from welcome.models import User
from welcome.reading.due_words import since
from welcome.registries.today_items import Group, Item, Kind, Step

from ..models import Referral, State
from ..models.referral_states import WITH_PARTNER
from .today_from_partners import sent_or_held_by


def ended(user: User) -> QuerySet[Referral]:
    """Still open with a partner who can read nothing any more."""
    rows = Referral.objects.from_teams_of(user).filter(
        sent_or_held_by(user),
        state__in=[State.SENT, *WITH_PARTNER],
        agreement__withdrawn_at__isnull=False,
    )
    return rows.select_related("person", "partner", "agreement")


def _item(row: Referral) -> Item:
    at = (row.agreement and row.agreement.withdrawn_at) or timezone.now()
    page = reverse("referrals:referral", args=[row.pk])
    return Item(
        row.person.known_as,
        page,
        f"Agreement ended, s{since(at)[1:]}",
        at,
        Step("Choose what happens next", page),
        words=f"{row.partner} can no longer read {row.person.possessive} story.",
        tone="late",
    )


KIND = Kind(
    "agreements-ended", "Agreements that people ended", Group.NOW, 25,
    ended, ("agreement__withdrawn_at", "pk"), _item,
)  # fmt: skip
