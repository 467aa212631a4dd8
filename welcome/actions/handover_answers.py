"""The yes, with which everything moves in one instant; the no, which moves nothing."""

from django.db import transaction

from ..models import Event, Handover, User
from ..refusals import Refused
from .handovers import answer, leads_of, locked, still_open, tell
from .holdings import hold
from .safeguarding_shares import move_concerns
from .team_moves import move_record, nothing_in_the_way

_YES, _NO = Handover.State.ACCEPTED, Handover.State.DECLINED


@transaction.atomic
def accept_handover(handover: Handover, *, by: User) -> Handover:
    """Yes: from this instant they hold the person, with the whole record.

    A partner who helps goes on holding; then the team they come back to is a new one.
    """
    handover = still_open(handover, by=by, pressed=_YES)
    if not handover.is_open:
        return handover
    _theirs_to_say(handover, by)
    person = locked(handover.person)
    holding = person.holding
    if holding is None:
        raise Refused(f"We’ve said farewell to {person} since then.")
    if handover.stays_in_team and holding.team_id != person.team_id:
        raise Refused(f"{holding} holds {person} now. Ask again when they are back.")
    nothing_in_the_way(person, handover.to_team)
    event = answer(handover, _YES, by=by)
    if not handover.stays_in_team:
        move_record(person, handover.to_team, by=by)
        move_concerns(person, handover.to_team.site, by=by)
    if holding.team_id:
        worker = handover.to_worker or by
        hold(person, by=by, team=handover.to_team, worker=worker)
    _tell_who_asked(event, handover)
    return handover


@transaction.atomic
def decline_handover(handover: Handover, *, by: User, suggestion: str) -> Handover:
    """No, and why. The team that asked holds as before, and sees it on Today."""
    handover = still_open(handover, by=by, pressed=_NO)
    if handover.is_open:
        _theirs_to_say(handover, by)
        event = answer(handover, _NO, by=by, suggestion=suggestion)
        _tell_who_asked(event, handover)
    return handover


def _theirs_to_say(handover: Handover, by: User) -> None:
    if not handover.is_for(by):
        raise Refused(f"Only {handover.asked} can answer this.")


def _tell_who_asked(event: Event, handover: Handover) -> None:
    asker = handover.offered_by
    emails = [asker.email] if asker.is_active else leads_of(handover.from_team)
    tell(event, handover, emails, template="handover_answered")
