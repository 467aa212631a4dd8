"""Asking someone else to hold a person. Until they say yes, the holder holds."""

from typing import Unpack

from django.db import transaction
from django.utils import timezone

from ..models import Event, Handover, Holding, Person, Team, User
from ..models.own_record import is_ones_own
from ..refusals import Refused
from .handover_rows import Asked, unsaved_handover
from .handovers import asked_of, locked, record, tell
from .team_moves import nothing_in_the_way


@transaction.atomic
def ask_to_hold(
    person: Person,
    *,
    by: User,
    to_team: Team,
    to_worker: User | None = None,
    **asked: Unpack[Asked],
) -> Handover:
    """Ask another team, or a colleague of the same team, to hold this person.

    Does nothing when the same was asked a moment ago: the button, twice.
    """
    handover, event = offer(
        person, by=by, to_team=to_team, to_worker=to_worker, **asked
    )
    if event:
        tell(event, handover, asked_of(handover))
    return handover


@transaction.atomic
def offer(
    person: Person,
    *,
    by: User,
    to_team: Team,
    to_worker: User | None = None,
    **asked: Unpack[Asked],
) -> tuple[Handover, Event | None]:
    """Ask, and tell no one yet. No event where the same was asked already."""
    person = locked(person)
    waiting = person.handovers.open().select_related("to_team__site").first()
    if waiting and (waiting.to_team, waiting.to_worker) == (to_team, to_worker):
        return waiting, None
    holding = _may_be_asked(person, waiting, to_team, to_worker)
    nothing_in_the_way(person, to_team)
    handover = unsaved_handover(
        person,
        holding,
        by=by,
        at=timezone.now(),
        to_team=to_team,
        to_worker=to_worker,
        **asked,
    )
    handover.save(force_insert=True)
    return handover, record("handover.offered", handover, by=by)


def _may_be_asked(
    person: Person, waiting: Handover | None, to_team: Team, to_worker: User | None
) -> Holding:
    """The holding as it is now, or Refused."""
    holding = person.holding
    if holding is None:
        raise Refused(f"No one holds {person} now. Welcome them back first.")
    if waiting:
        raise Refused(
            f"{waiting.asked} hasn’t answered yet. Withdraw that handover first."
        )
    if to_team == person.team:
        _is_a_colleague(person, holding, to_worker)
    return holding


def _is_a_colleague(person: Person, holding: Holding, to_worker: User | None) -> None:
    if holding.team_id != person.team_id:
        raise Refused(f"{holding} holds {person} now, so they choose the contact.")
    if to_worker is None or holding.worker_id == to_worker.pk:
        raise Refused(f"{person} is already with this team. Choose a colleague.")
    if not to_worker.is_active or person.team_id not in to_worker.team_ids:
        raise Refused(f"{to_worker} doesn’t work in this team any more.")
    if is_ones_own(to_worker, person):
        raise Refused("You can’t hold your own record. Choose someone else.")
