"""One turn in the team's daily meeting: about whom, why, and what is known of them."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import OuterRef, Subquery

from ..models import Event, Holding, Introduction, Person


class Reason(NamedTuple):
    rank: int
    at: datetime
    words: str
    kind: str


@dataclass
class Turn:
    """One person, or someone introduced, and why they come up."""

    about: Person | Introduction
    reasons: list[Reason] = field(default_factory=list)
    newest: Event | None = None
    holding: Holding | None = None
    form: Any = None

    @property
    def is_person(self) -> bool:
        return isinstance(self.about, Person)

    @property
    def key(self) -> str:
        return f"{'person' if self.is_person else 'introduction'}:{self.about.pk}"

    @property
    def short_name(self) -> str:
        """First name and one letter: for a screen that a whole room can see."""
        return short_name(self.about)


def short_name(about: Person | Introduction) -> str:
    """
    >>> short_name(Introduction(known_as="Amina Yusuf"))
    'Amina Y.'
    """
    first, _, rest = about.known_as.strip().partition(" ")
    last = getattr(about, "formal_name", "").split()[1:]
    more = rest.strip() or (last[-1] if last else "")
    return f"{first} {more[0].upper()}." if more else first


def add_facts(people: list[Turn]) -> None:
    """Who holds each of them, and the newest line of their trail. Three queries."""
    pks = [turn.about.pk for turn in people]
    now = Holding.objects.filter(person__in=pks, until_at=None)
    held = {h.person_id: h for h in now.select_related("team", "partner", "worker")}
    events = Event.objects.filter(person=OuterRef("pk")).order_by("-at", "-pk")
    last = Subquery(events.values("pk")[:1])
    of = dict(Person.objects.filter(pk__in=pks).values_list("pk", last))
    newest = Event.objects.select_related("team", "partner").in_bulk(list(of.values()))
    for turn in people:
        turn.holding = held.get(turn.about.pk)
        turn.newest = newest.get(of.get(turn.about.pk) or 0)
