"""The same for several people. What is refused for one stops no other."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict, Unpack

from django.db import transaction
from django.urls import reverse

from ..audit import trail
from ..models import Event, Handover, Person, User
from ..refusals import Refused
from .follow_ups import plan_follow_up
from .handover_asks import offer
from .handovers import asked_of, tell
from .huddles import raise_in_huddle


class SamePlan(TypedDict):
    """What is the same in the meetings with several people."""

    who: User
    how: str
    place: str
    planned_anyway: str
    against: list[str]


@dataclass(frozen=True)
class Outcome:
    """For whom it was done, and why not for the others."""

    done: list[Person]
    refusals: list[str]


def raise_several(people: Iterable[Person], *, by: User, why: str) -> Outcome:
    """Bring each of them to the next huddle, for the same reason."""
    return _for_each(people, lambda one: raise_in_huddle(one, by=by, why=why))


@transaction.atomic
def ask_to_hold_several(
    people: Iterable[Person], *, by: User, why: str, to_worker: User
) -> Outcome:
    """Ask one colleague to hold each of them, and tell them once.

    They answer for each by itself.
    """
    asked: list[tuple[Handover, Event | None]] = []

    def ask(one: Person) -> None:
        asked.append(offer(one, by=by, why=why, to_team=one.team, to_worker=to_worker))

    outcome = _for_each(sorted(people, key=lambda one: one.pk), ask)
    new = [(handover, event) for handover, event in asked if event]
    if len(new) == 1:
        handover, event = new[0]
        tell(event, handover, asked_of(handover))
    elif new:
        trail.tell(
            new[0][1],
            to=[to_worker.email],
            template="handovers_offered",
            path=reverse("welcome:today_kind", args=["asked-to-hold"]),
        )
    return outcome


def plan_several(
    times: Mapping[Person, datetime], *, by: User, **plan: Unpack[SamePlan]
) -> Outcome:
    """A meeting with each of them at their time, with the same worker and way."""
    return _for_each(
        times, lambda one: plan_follow_up(one, by=by, at=times[one], **plan)
    )


def _for_each(people: Iterable[Person], do: Callable[[Person], object]) -> Outcome:
    outcome = Outcome([], [])
    for person in people:
        try:
            do(person)
        except Refused as why:
            outcome.refusals.append(f"{person}: {why}")
        else:
            outcome.done.append(person)
    return outcome
