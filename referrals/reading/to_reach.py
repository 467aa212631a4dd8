"""First meetings that did not take place, until they are planned again or reached.

They are the welcome team's to see to, whichever side said it: until a partner helps,
it is the team that knows how to reach the person.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from welcome.models import User
from welcome.reading.due_words import day_in_words, start_of
from welcome.reading.today_people import mine_or_left
from welcome.registries.next_steps import NextStep
from welcome.registries.today_items import Group, Item, Kind, Step

from ..models import FirstMeeting, Referral


def _ours(user: User) -> QuerySet[FirstMeeting]:
    ours = Referral.objects.from_teams_of(user)
    rows = FirstMeeting.objects.to_reach().filter(referral__in=ours)
    return rows.select_related("referral__person", "referral__partner")


def _mine(user: User) -> QuerySet[FirstMeeting]:
    return _ours(user).filter(mine_or_left(user, "welcomer", "referral__team"))


def _due(user: User) -> QuerySet[FirstMeeting]:
    by_now = Q(reach_on__lte=timezone.localdate()) | Q(reach_on=None)
    return _mine(user).filter(by_now)


def _later(user: User) -> QuerySet[FirstMeeting]:
    return _mine(user).filter(reach_on__gt=timezone.localdate())


def _item(row: FirstMeeting) -> Item:
    person, day = row.referral.person, _by(row)
    page = reverse("referrals:referral", args=[row.referral_id])
    contacts = reverse("welcome:contacts", args=[person.pk])
    step = Step("Log a contact", f"{contacts}#quick-note")
    if row.reach_on is None:
        meet = reverse("referrals:meet", args=[row.referral_id])
        step = Step("Propose another time", f"{meet}?again={row.pk}")
    how = row.how_it_is.lower()
    return Item(
        person.known_as,
        f"{page}#meeting",
        _in_words(row),
        start_of(day),
        step,
        words=f"The meeting with {row.referral.partner}: {how}.",
        tone="late" if day < timezone.localdate() else "soon",
    )


def _by(row: FirstMeeting) -> date:
    """By when; at once where another time was to be proposed."""
    return row.reach_on or timezone.localdate(row.settled_at)


def _in_words(row: FirstMeeting) -> str:
    if row.reach_on is None:
        return f"Propose another time to meet {row.referral.partner}"
    return f"Try to reach them by {day_in_words(row.reach_on)}"


KINDS = [
    Kind(
        "first-meetings-to-reach", "Meetings with partners that did not take place",
        Group.TODAY, 36, _due, ("settled_at", "pk"), _item,
    ),
    Kind(
        "first-meetings-to-reach-later", "People to reach later for a partner",
        Group.WEEK, 26, _later, ("reach_on", "pk"), _item,
    ),
]  # fmt: skip


def next_steps(user: User, people: Sequence[UUID]) -> Iterator[tuple[UUID, NextStep]]:
    """For the caseload."""
    for row in _ours(user).filter(referral__person__in=people):
        page = reverse("referrals:referral", args=[row.referral_id])
        step = NextStep(start_of(_by(row)), _in_words(row), f"{page}#meeting")
        yield row.referral.person_id, step
