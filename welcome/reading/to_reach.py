"""People who are to be reached by a day, after a meeting that did not take place."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.db.models import QuerySet
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
    rows = rows.filter(reach_on__lte=timezone.localdate())
    return rows.select_related("person")


def _item(row: Meeting) -> Item:
    assert row.reach_on is not None  # the query’s own condition
    page = reverse("welcome:contacts", args=[row.person_id])
    is_late = row.reach_on < timezone.localdate()
    return Item(
        row.about.known_as,
        page,
        f"Try to reach them by {day_in_words(row.reach_on)}",
        start_of(row.reach_on),
        Step("Log a contact", f"{page}#quick-note"),
        words=f"{row.get_state_display()}: the last meeting.",
        tone="late" if is_late else "soon",
    )


KIND = Kind(
    "people-to-reach", "People to reach", Group.TODAY, 35,
    _due, ("reach_on", "pk"), _item,
)  # fmt: skip


def next_steps(user: User, people: Sequence[UUID]) -> Iterator[tuple[UUID, NextStep]]:
    """For the caseload: the day by which each of these people is to be reached."""
    rows = Meeting.objects.visible_to(user).to_reach().filter(person__in=people)
    for row in rows:
        if row.person_id and row.reach_on:
            page = reverse("welcome:contacts", args=[row.person_id])
            words = f"Try to reach them by {day_in_words(row.reach_on)}"
            yield row.person_id, NextStep(start_of(row.reach_on), words, page)
