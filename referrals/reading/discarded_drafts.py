"""Requests that were prepared, not sent and discarded: on the user's list of them."""

from django.db.models import Q, QuerySet
from django.urls import reverse

from welcome.models import User
from welcome.reading.discarded_drafts import item_of
from welcome.registries.today_items import Group, Item, Kind

from ..models import Request


def _requests(user: User) -> QuerySet[Request]:
    mine = Q(made_by=user) | Q(discarded_by=user)
    rows = Request.objects.visible_to(user).discarded().filter(mine)
    return rows.select_related("person", "made_by", "discarded_by")


def _request(row: Request) -> Item:
    assert row.discarded_at is not None
    undo = reverse("referrals:restore", args=[row.pk])
    words = f"Referral, prepared by {row.made_by}."
    return item_of(row.person, row.discarded_at, row.discarded_by, undo, words)


KIND = Kind(
    "discarded-referrals", "Referrals", Group.TODAY, 30,
    _requests, ("-discarded_at", "pk"), _request,
)  # fmt: skip
