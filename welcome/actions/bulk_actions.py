"""The same for several people: one transaction each, so that one no stops no other."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..models import Person, User
from ..refusals import Refused
from .handovers import ask_to_hold
from .huddles import raise_in_huddle


@dataclass(frozen=True)
class Outcome:
    """For whom it was done, and why not for the others."""

    done: list[Person]
    refusals: list[str]


def raise_several(people: Iterable[Person], *, by: User, why: str) -> Outcome:
    """Bring each of them to the next huddle, for the same reason."""
    return _for_each(people, lambda one: raise_in_huddle(one, by=by, why=why))


def ask_to_hold_several(
    people: Iterable[Person], *, by: User, why: str, to_worker: User
) -> Outcome:
    """Ask one colleague to hold each of them. They answer for each by itself."""
    return _for_each(
        people,
        lambda one: ask_to_hold(
            one, by=by, why=why, to_team=one.team, to_worker=to_worker
        ),
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
