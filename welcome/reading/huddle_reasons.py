"""Why people come up in the team's daily meeting, one query for each reason.

Apps above this one add who needs the team through `registries.huddle_items`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice
from typing import Any, TypeVar
from uuid import UUID

from django.conf import settings
from django.db.models import DateTimeField, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from ..models import Conversation, Decision, Event, Introduction, Mark, User
from ..models.people import PersonQuerySet
from ..registries import huddle_items
from ..registries.huddle_items import LOOKED_AT
from .huddle_turns import Reason

#: A first conversation is news for so long, until something was decided.
NEW_DAYS = 14

Found = Iterable[tuple[UUID, Reason]]
Row = TypeVar("Row")


@dataclass
class Reasons:
    """Each person's reasons; `cut`: the kinds with more people than we look at."""

    why: dict[UUID, list[Reason]] = field(default_factory=dict)
    cut: set[str] = field(default_factory=set)

    def first(self, kind: str, rows: Iterable[Row]) -> list[Row]:
        """As many as a huddle looks at, and whether there are more."""
        found = list(islice(rows, LOOKED_AT + 1))
        if len(found) > LOOKED_AT:
            self.cut.add(kind)
        return found[:LOOKED_AT]


def reasons_for(people: PersonQuerySet) -> Reasons:
    """Among these people: a filtered huddle looks at no one else."""
    reasons = Reasons()
    found = [
        row
        for source in huddle_items.sources()
        for row in reasons.first("back", source(people))
    ]
    for person, reason in _not_decided_since(found):
        reasons.why.setdefault(person, []).append(reason)
    for kind, read in _READ.items():
        for person, reason in reasons.first(kind, read(people)):
            reasons.why.setdefault(person, []).append(reason)
    return reasons


def _not_decided_since(found: list[huddle_items.Item]) -> Found:
    """From other apps, unless the team has decided something since."""
    decided = dict(
        Decision.objects.filter(person__in=[row[0] for row in found])
        .order_by("decided_at")
        .values_list("person", "decided_at")
    )
    for person, at, words in found:
        if person not in decided or decided[person] < at:
            yield person, Reason(0, at, words, "back")


def _marked(people: PersonQuerySet) -> Found:
    marks = Mark.objects.standing().filter(person__in=people)
    marks = marks.select_related("made_by").order_by("made_at")
    for mark in marks[: LOOKED_AT + 1]:
        words = f"{mark.made_by.get_short_name()} asks: {mark.why}"
        yield mark.person_id, Reason(1, mark.made_at, words, "marked")


def _heard(people: PersonQuerySet) -> Found:
    """A first conversation, and nothing decided since."""
    since = timezone.now() - timedelta(days=NEW_DAYS)
    decided = Decision.objects.filter(
        person=OuterRef("person"), decided_at__gte=OuterRef("finished_at")
    )
    first = Conversation.objects.filter(
        ~Exists(decided), person__in=people, is_first=True, finished_at__gte=since
    )
    rows = first.order_by("finished_at").values_list("person", "finished_at")
    for person, at in rows[: LOOKED_AT + 1]:
        if person and at:
            yield person, Reason(2, at, f"First conversation on {day_of(at)}", "new")


def _quiet(people: PersonQuerySet) -> Found:
    """Nothing happened for long, not counting what the clock does by itself."""
    before = timezone.now() - timedelta(days=settings.QUIET_AFTER_DAYS)
    for person, at in quiet_people(people, before)[: LOOKED_AT + 1]:
        yield person, Reason(3, at, f"Quiet since {day_of(at)}", "quiet")


#: Our own reasons, by their kind.
_READ = {"marked": _marked, "new": _heard, "quiet": _quiet}


def quiet_people(people: PersonQuerySet, before: datetime) -> QuerySet[Any, Any]:
    """Open people by their last event: one look into an index for each."""
    events = Event.objects.filter(person=OuterRef("pk"))
    human = events.exclude(by__email="clock@hands.invalid").order_by("-at", "-pk")
    last = Coalesce(
        Subquery(human.values("at")[:1]), "made_at", output_field=DateTimeField()
    )
    quiet = people.open().annotate(last=last).filter(last__lt=before)
    return quiet.order_by("last").values_list("pk", "last")


def introduced_to(user: User) -> QuerySet[Introduction]:
    """Someone who waits for a first conversation, not talked about yet."""
    decided = Decision.objects.filter(introduction=OuterRef("pk"))
    return Introduction.objects.visible_to(user).waiting().filter(~Exists(decided))


def marked_for(user: User) -> QuerySet[Mark]:
    """Whom someone else of the user's teams wants to talk about."""
    return Mark.objects.visible_to(user).standing().exclude(made_by=user)


def day_of(at: datetime) -> str:
    local = timezone.localtime(at)
    return f"{local:%A} {local.day} {local:%B}"
