"""Which meetings are planned, over, or still lead to a next step."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from .contacts import Contact
from .introductions import Introduction
from .own_record import NeverOnesOwn
from .people import Person
from .users import User

if TYPE_CHECKING:
    pass

#: A column of another row, and the one of a meeting with the same person in it.
_SAME_PEOPLE = [
    ("person", "person"),
    ("person", "introduction__person"),
    ("introduction", "introduction"),
]


class MeetingQuerySet(NeverOnesOwn, models.QuerySet["Meeting"]):
    paths_to_person = ("person", "introduction__person")

    def visible_to(self, user: User) -> "MeetingQuerySet":
        mine = self.filter(team_id__in=user.team_ids)
        return mine.without_own(user)

    def planned(self) -> "MeetingQuerySet":
        return self.filter(state="planned")

    def to_reach(self) -> "MeetingQuerySet":
        """Not met, and not reached or planned again since.

        For people who are with us, or waiting for a first conversation. Whoever was to
        be met again and has no other time is still to be reached.
        """
        with_us = Q(person__is_open=True) | Q(introduction__person__is_open=True)
        waiting = Q(introduction__in=Introduction.objects.waiting())
        rows = self.filter(with_us | waiting, next_step__in=["reach", "again"])
        rows = rows.filter(_none_since(Contact.objects.all(), "at"))
        return rows.filter(_none_since(self.model._default_manager.all(), "planned_at"))

    def planned_with(self, person: Person) -> "MeetingQuerySet":
        """What is still planned with somebody, the nearest first."""
        theirs = Q(person=person) | Q(introduction__person=person)
        return self.planned().filter(theirs).order_by("at", "pk")

    def ahead_with(self, person: Person) -> "MeetingQuerySet":
        """The planned meetings with somebody whose time has not come."""
        ahead = self.planned_with(person).filter(at__gte=timezone.now())
        return ahead.select_related("who")

    def settled_early(self) -> "MeetingQuerySet":
        """Recorded as over before their time, as an earlier version did."""
        early = self.filter(state__in=["kept", "not_kept"], settled_at__lt=F("at"))
        return early.order_by("at", "pk")


def _none_since(rows: models.QuerySet[Any], moment: str) -> Q:
    """No such row with the same people since a meeting was settled."""
    settled, none = {f"{moment}__gt": OuterRef("settled_at")}, Q()
    for column, of in _SAME_PEOPLE:
        none &= ~Q(Exists(rows.filter(**settled, **{column: OuterRef(of)})))
    return none
