"""The next step with each person: handovers, first meetings, tasks and drafts."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from ..models import Conversation, Handover, Meeting, Task, User
from ..registries import next_steps
from ..registries.next_steps import NextStep
from .due_words import day_in_words, moment_in_words, shortened, start_of

Steps = Iterator[tuple[UUID, NextStep]]


class Ahead(NamedTuple):
    """What is ours to do first, and for what we wait first; either may be None."""

    ours: NextStep | None = None
    theirs: NextStep | None = None


def steps_ahead(user: User, people: Sequence[UUID]) -> dict[UUID, Ahead]:
    """For each of these people. A fixed number of queries."""
    found: dict[UUID, list[NextStep]] = {pk: [] for pk in people}
    for source in next_steps.sources():
        for person, step in source(user, people):
            found[person].append(step)
    return {pk: _first(steps) for pk, steps in found.items()}


def _first(steps: Iterable[NextStep]) -> Ahead:
    in_order = sorted(steps, key=lambda step: step.at)
    ours = next((step for step in in_order if not step.is_theirs), None)
    theirs = next((step for step in in_order if step.is_theirs), None)
    return Ahead(ours, theirs)


def handovers(user: User, people: Sequence[UUID]) -> Steps:
    """Asked of another team or a colleague, and not answered yet."""
    for row in Handover.objects.visible_to(user).open().filter(person__in=people):
        due = day_in_words(row.answer_due_on)
        words = f"{row.asked}, to answer the handover by {due}"
        page = reverse("welcome:handover", args=[row.pk])
        yield row.person_id, NextStep(start_of(row.answer_due_on), words, page, True)


def meetings(user: User, people: Sequence[UUID]) -> Steps:
    theirs = Q(person__in=people) | Q(introduction__person__in=people)
    rows = Meeting.objects.visible_to(user).planned().filter(theirs)
    for row in rows.select_related("introduction", "who"):
        person = row.introduction.person_id if row.introduction else row.person_id
        words = f"Meeting with {row.who.name} {moment_in_words(row.at)}"
        if person:
            yield person, NextStep(row.at, words, row.page)


def tasks(user: User, people: Sequence[UUID]) -> Steps:
    rows = Task.objects.visible_to(user).to_do().filter(decision__person__in=people)
    for row in rows.select_related("decision", "whose"):
        person = row.decision.person_id
        due = day_in_words(row.due_on)
        words = f"{shortened(row.decision.words)} ({row.whose.name}, by {due})"
        page = reverse("welcome:person", args=[person])
        if person:
            yield person, NextStep(start_of(row.due_on), words, page)


def drafts(user: User, people: Sequence[UUID]) -> Steps:
    rows = Conversation.objects.visible_to(user).drafts().filter(person__in=people)
    for row in rows:
        page = reverse("welcome:conversation", args=[row.pk])
        step = NextStep(row.started_at, "Finish the conversation", page)
        yield row.person_id, step
