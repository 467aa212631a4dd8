"""People who are to be reached by a day, after a meeting that did not take place."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from ..models import Meeting, User
from ..registries.next_steps import NextStep
from ..registries.today_items import Group, Item, Kind, Step
from .due_words import day_in_words, start_of
from .today_people import mine_or_left


def _due(user: User) -> QuerySet[Meeting]:
    mine = mine_or_left(user, "who", "team")
    rows = Meeting.objects.visible_to(user).to_reach().filter(mine)
    rows = rows.filter(Q(reach_on__lte=timezone.localdate()) | Q(reach_on=None))
    return rows.select_related("person")


def _item(row: Meeting) -> Item:
    day, words = _by(row), _in_words(row)
    page = reverse("welcome:contacts", args=[row.person_id])
    step = Step("Log a contact", f"{page}#quick-note")
    if row.reach_on is None:
        plan = reverse("welcome:plan_follow_up", args=[row.person_id])
        step = Step("Plan a meeting", f"{plan}?again={row.pk}")
    return Item(
        row.about.known_as,
        page,
        words,
        start_of(day),
        step,
        words=f"The last meeting: {row.get_state_display().lower()}.",
        tone="late" if day < timezone.localdate() else "soon",
    )


def _by(row: Meeting) -> date:
    """By when; at once where another time was to be planned."""
    return row.reach_on or timezone.localdate(row.settled_at)


def _in_words(row: Meeting) -> str:
    if row.reach_on is None:
        return "Plan another time"
    return f"Try to reach them by {day_in_words(row.reach_on)}"


KIND = Kind(
    "people-to-reach", "People to reach", Group.TODAY, 35,
    _due, ("settled_at", "pk"), _item,
)  # fmt: skip


def next_steps(user: User, people: Sequence[UUID]) -> Iterator[tuple[UUID, NextStep]]:
    """For the caseload: the day by which each of these people is to be reached."""
    rows = Meeting.objects.visible_to(user).to_reach().filter(person__in=people)
    for row in rows:
        if row.person_id:
            page = reverse("welcome:contacts", args=[row.person_id])
            yield row.person_id, NextStep(start_of(_by(row)), _in_words(row), page)
