"""People who are to be reached by a day, after a meeting that did not take place."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from ..models import Meeting, Person, User
from ..registries.next_steps import NextStep
from ..registries.today_items import Group, Item, Kind, Step
from .due_words import day_in_words, start_of
from .today_people import mine_or_left


def _mine(user: User) -> QuerySet[Meeting]:
    mine = mine_or_left(user, "who", "team")
    rows = Meeting.objects.visible_to(user).to_reach().filter(mine)
    return rows.select_related("person", "introduction__person")


def _due(user: User) -> QuerySet[Meeting]:
    by_now = Q(reach_on__lte=timezone.localdate()) | Q(reach_on=None)
    return _mine(user).filter(by_now)


def _later(user: User) -> QuerySet[Meeting]:
    return _mine(user).filter(reach_on__gt=timezone.localdate())


def _item(row: Meeting) -> Item:
    day = _by(row)
    return Item(
        row.about.known_as,
        _page(row),
        reach_in_words(row),
        start_of(day),
        _step(row),
        words=f"The last meeting: {row.get_state_display().lower()}.",
        tone="late" if day < timezone.localdate() else "soon",
    )


def _with_us(row: Meeting) -> Person | None:
    """Their record, unless they are still waiting for a first conversation."""
    came = row.introduction
    return None if came and came.is_waiting else row.with_whom


def _page(row: Meeting) -> str:
    """Where a try is logged."""
    person = _with_us(row)
    if person is None:
        return reverse("welcome:waits", args=[row.introduction_id])
    return reverse("welcome:contacts", args=[person.pk])


def _step(row: Meeting) -> Step:
    person, page = _with_us(row), _page(row)
    if row.reach_on:
        return Step("Log a contact", f"{page}#{'quick-note' if person else 'call'}")
    if person is None:
        return Step("Plan the meeting", f"{page}?again={row.pk}#plan")
    plan = reverse("welcome:plan_follow_up", args=[person.pk])
    return Step("Plan a meeting", f"{plan}?again={row.pk}")


def _by(row: Meeting) -> date:
    """By when; at once where another time was to be planned."""
    return row.reach_on or timezone.localdate(row.settled_at)


def reach_in_words(row: Meeting) -> str:
    if row.reach_on is None:
        return "Plan another time"
    return f"Try to reach them by {day_in_words(row.reach_on)}"


KINDS = [
    Kind(
        "people-to-reach", "People to reach", Group.TODAY, 35,
        _due, ("settled_at", "pk"), _item,
    ),
    Kind(
        "people-to-reach-later", "People to reach later", Group.WEEK, 25,
        _later, ("reach_on", "pk"), _item,
    ),
]  # fmt: skip


def next_steps(user: User, people: Sequence[UUID]) -> Iterator[tuple[UUID, NextStep]]:
    """For the caseload: the day by which each of these people is to be reached."""
    theirs = Q(person__in=people) | Q(introduction__person__in=people)
    rows = Meeting.objects.visible_to(user).to_reach().filter(theirs)
    for row in rows.select_related("person", "introduction__person"):
        if person := row.with_whom:
            step = NextStep(start_of(_by(row)), reach_in_words(row), _page(row))
            yield person.pk, step
