"""A move made by mistake is put right with a reason. Nothing is ever deleted."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from welcome import actions as welcome
from welcome.models import User
from welcome.refusals import Refused

from ..hands import check
from ..models import PutRight, Referral, State
from ..models.referral import OPEN, WITH_PARTNER
from . import agreeing, moves

#: After that it is no slip of the hand any more: begin anew, on the same story.
_WITHIN = timedelta(days=30)


@transaction.atomic
def annul(referral: Referral, *, by: User, why: str) -> Referral:
    """It should not have been sent. The partner's view closes now, and tells why."""
    referral = moves.locked(referral)
    check("annul", referral, by)
    if referral.sent_at is None:
        raise Refused("This was not sent yet. Put it aside where it is prepared.")
    was = referral.state
    codes = {"by_mistake": True}
    referral, event = moves.move(referral, State.WITHDRAWN, by=by, codes=codes)
    PutRight.objects.create(
        referral=referral, what=PutRight.What.ANNULLED, was=was, why=why, by=by
    )
    agreeing.close(referral, by=by)
    moves.back_to_the_team(referral, by=by)
    moves.tell(
        event, referral, moves.readers_at_partner(referral), "referral_withdrawn"
    )
    return referral


@transaction.atomic
def reopen(referral: Referral, *, by: User, why: str) -> Referral:
    """It was ended, or given back, by mistake: it stands again where it stood."""
    referral = moves.locked(referral)
    check("reopen", referral, by)
    moves.still_shared(referral)
    was, state = referral.state, _where_it_stood(referral)
    _nothing_in_its_place(referral)
    said = _what_was_said(referral)
    referral.outcomes.filter(stands=True).update(stands=False)
    referral, event = moves.put_back(referral, state, by=by, decided_at=None)
    PutRight.objects.create(
        referral=referral,
        what=PutRight.What.REOPENED,
        was=was,
        said=said,
        why=why,
        by=by,
    )
    if referral.state in WITH_PARTNER:
        _held_there_again(referral, by=by)
    readers = moves.readers_at_partner(referral) + moves.readers_at_team(referral)
    moves.tell(event, referral, readers, "referral_reopened")
    return referral


def _where_it_stood(referral: Referral) -> State:
    if referral.state == State.ENDED:
        return State.HELPING
    return State.ACCEPTED if referral.worker_id else State.SENT


def _what_was_said(referral: Referral) -> str:
    if referral.state == State.ENDED:
        return referral.outcome.words if referral.outcome else ""
    return f"{referral.get_reason_display()}. {referral.suggestion}"


def _nothing_in_its_place(referral: Referral) -> None:
    """Said before anything is changed: what would now stand twice, or too late."""
    if referral.state not in (State.ENDED, State.RETURNED):
        raise Refused("Only what was ended or given back can be opened again.")
    if not referral.person.is_open:
        raise Refused(
            f"{referral.person} was said farewell. Talk with them again first."
        )
    if referral.moved_at and timezone.now() - referral.moved_at > _WITHIN:
        raise Refused("This is more than 30 days ago. Send the story on again instead.")
    again = referral.person.referrals.filter(state__in=OPEN)
    if again.filter(offer=referral.offer_id).exists() or hasattr(referral, "next"):
        raise Refused("The story has gone on meanwhile, so this stays as it is.")


def _held_there_again(referral: Referral, *, by: User) -> None:
    holding = referral.person.holdings.filter(until_at=None).first()
    if holding is None or holding.team_id:
        welcome.hold(
            referral.person, by=by, partner=referral.partner, worker=referral.worker
        )
