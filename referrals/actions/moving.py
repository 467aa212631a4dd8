"""The partner's answer: yes, or back to the welcome team, never to the person."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from welcome import actions as welcome
from welcome.models import Membership, Person, User
from welcome.refusals import Refused

from ..models import Referral, Retold, State, ToldAgain
from . import agreeing, moves


@transaction.atomic
def accept(
    referral: Referral,
    *,
    by: User,
    worker: User | None = None,
    told_again: str = Retold.NOT_ASKED,
) -> Referral:
    """The partner will help, and `worker` is who it is. They hold the person now.

    Where another partner helps already, that one goes on holding the person.
    """
    worker = worker or by
    _works_there(worker, referral)
    moves.still_shared(moves.locked(referral))
    codes = _waited(referral) | _first_help(referral) | {"told_again": told_again}
    referral, event = moves.move(
        referral,
        State.ACCEPTED,
        by=by,
        codes=codes,
        worker=worker,
        answered_at=timezone.now(),
    )
    ToldAgain.objects.create(
        referral=referral, when=ToldAgain.When.ACCEPTED, answer=told_again, by=by
    )
    # two partners may say yes in one moment: the second sees who holds by then
    Person.objects.select_for_update(of=("self",)).get(pk=referral.person_id)
    holding = referral.person.holdings.filter(until_at=None).first()
    if holding is None or holding.team_id:
        welcome.hold(referral.person, by=by, partner=referral.partner, worker=worker)
    moves.tell(event, referral, moves.readers_at_team(referral), "referral_accepted")
    return referral


@transaction.atomic
def give_back(
    referral: Referral, *, by: User, reason: str, suggestion: str
) -> Referral:
    """The partner cannot help: back to the welcome team, with why and an idea."""
    returned = referral.person.referrals.filter(state=State.RETURNED).count()
    codes = {"reason": reason, "times": returned + 1}
    if referral.answered_at is None:
        codes |= _waited(referral)
    referral, event = moves.move(
        referral,
        State.RETURNED,
        by=by,
        codes=codes,
        reason=reason,
        suggestion=suggestion,
        answered_at=referral.answered_at or timezone.now(),
    )
    moves.back_to_the_team(referral, by=by)
    moves.tell(event, referral, moves.readers_at_team(referral), "referral_returned")
    return referral


@transaction.atomic
def decide(referral: Referral, *, by: User) -> Referral:
    """After a give-back: nothing more with this for now. The team goes on holding."""
    referral = moves.locked(referral)
    if referral.state != State.RETURNED or referral.decided_at:
        raise Refused("Somebody has already decided what comes next.")
    referral.decided_at = timezone.now()
    referral.save(update_fields=["decided_at"])
    moves.happened("referral.decided", referral, by=by)
    return referral


@transaction.atomic
def withdraw(referral: Referral, *, by: User) -> Referral:
    """The team, for the person, takes it back. The partner's view closes now."""
    referral, event = moves.move(referral, State.WITHDRAWN, by=by)
    agreeing.close(referral, by=by)
    moves.back_to_the_team(referral, by=by)
    if referral.sent_at:
        readers = moves.readers_at_partner(referral)
        moves.tell(event, referral, readers, "referral_withdrawn")
    return referral


def _works_there(worker: User, referral: Referral) -> None:
    there = Membership.objects.leading(referral.partner).filter(user=worker)
    if not there.exists():
        raise Refused(f"{worker} does not work at {referral.partner}. Choose who does.")


def _waited(referral: Referral) -> dict[str, Any]:
    """Calendar days from sending to this answer, and whether it came in time."""
    if referral.sent_at is None or referral.answer_due_on is None:
        return {}
    today = timezone.localdate()
    days = (today - timezone.localdate(referral.sent_at)).days
    return {"days": days, "in_time": today <= referral.answer_due_on}


def _first_help(referral: Referral) -> dict[str, Any]:
    """For the measure: days from the first introduction to the first yes of all."""
    helped = referral.person.referrals.filter(told_again__when="accepted").exists()
    introduction = referral.person.introductions.order_by("made_at").first()
    if helped:
        return {}
    codes: dict[str, Any] = {"first_help": True}
    if introduction:
        waited = timezone.now() - introduction.made_at
        codes |= {"days_to_help": max(waited.days, 0), "source": introduction.source}
    return codes
