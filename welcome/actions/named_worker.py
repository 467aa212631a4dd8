"""The one to ask for: a name within the team that holds the person."""

from django.db import transaction

from ..models import Holding, Person, User
from ..refusals import Refused
from .handovers import locked
from .holdings import hold


@transaction.atomic
def name_me(person: Person, *, by: User) -> Holding:
    """“Ask for me”: the worker who says so has said yes already.

    Not while a colleague is asked: then it is theirs to answer first.
    """
    person = locked(person)
    holding = person.holding
    if holding is None:
        raise Refused(f"No one holds {person} now. Welcome them back first.")
    if holding.team_id != person.team_id or person.team_id not in by.team_ids:
        raise Refused(f"{holding} holds {person} now, so they choose the contact.")
    if person.handovers.open().exists():
        raise Refused(
            f"A handover of {person} is waiting for an answer. Withdraw it first."
        )
    return hold(person, by=by, team=person.team, worker=by)
