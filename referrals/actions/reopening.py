"""A move made by mistake is put right with a reason. Nothing is ever deleted."""

from datetime import timedelta
from typing import cast

from django.db import transaction
from django.utils import timezone

from welcome import actions as welcome
from welcome.audit.event_rows import label
from welcome.models import Event, User
from welcome.refusals import Refused

from ..access.move_permissions import Side, check, sides_of
from ..matching.objections import said_no_to
from ..models import Agreement, PutRight, Referral, State
from ..models.referral_states import OPEN, PUT_RIGHT, WITH_PARTNER
from ..payloads import ReferralWithdrawn
from . import agreements, state_moves
from .holder_after import back_to_the_team, is_with_us
from .recipients import readers_at_partner, readers_at_team
from .telling import tell

#: After that it is no slip of the hand any more: begin anew, on the same story.
_WITHIN = timedelta(days=30)
#: A partner that could read no more takes its own slip back soon, or asks the team.
_PARTNER_WITHIN = timedelta(days=1)


@transaction.atomic
def annul(referral: Referral, *, by: User, why: str, seen: str) -> Referral:
    """It should not have been sent. The partner's view closes now, and tells why."""
    referral = state_moves.as_seen(referral, seen)
    check("annul", referral, by)
    if referral.sent_at is None:
        raise Refused("This has not been sent yet. Discard the draft instead.")
    was = referral.state
    codes = agreements.ends_with_it(referral, by)
    codes["by_mistake"] = True
    referral, event = state_moves.move(referral, State.WITHDRAWN, by=by, codes=codes)
    PutRight.objects.create(
        referral=referral, what=PutRight.What.ANNULLED, was=was, why=why, by=by
    )
    agreements.close(referral, by=by)
    back_to_the_team(referral, by=by)
    tell(event, referral, readers_at_partner(referral))
    return referral


@transaction.atomic
def reopen(referral: Referral, *, by: User, why: str, seen: str) -> Referral:
    """It was ended, or given back, by mistake: it stands again where it stood."""
    referral = state_moves.as_seen(referral, seen)
    is_ours = referral.state == State.WITHDRAWN
    check("reopen_withdrawn" if is_ours else "reopen", referral, by)
    _nothing_in_its_place(referral)
    _no_way_back_to_the_story(referral, by)
    was, state = referral.state, _where_it_stood(referral)
    agreement = _agreed_again(referral, by=by)
    said = _what_was_said(referral)
    referral.outcomes.filter(stands=True).update(stands=False)
    referral, event = state_moves.put_back(
        referral, state, by=by, decided_at=None, agreement=agreement
    )
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
    readers = readers_at_partner(referral) + readers_at_team(referral)
    tell(event, referral, readers, "referral_reopened")
    return referral


def _where_it_stood(referral: Referral) -> State:
    if referral.state == State.ENDED:
        return State.HELPING
    if referral.state == State.WITHDRAWN:
        return _not_paused(State(_withdrawal(referral)["was"]))
    return State.ACCEPTED if referral.worker_id else State.SENT


def _not_paused(was: State) -> State:
    """A pause is not brought back: whether it still makes sense, the partner knows."""
    return State.HELPING if was == State.PAUSED else was


def _withdrawal(referral: Referral) -> ReferralWithdrawn:
    """The move that took it back: what it was before is in the trail alone."""
    gone = Event.objects.filter(about=label(referral), what="referral.withdrawn")
    last = gone.order_by("at", "pk").last()
    return cast(ReferralWithdrawn, last.detail) if last else {"was": State.SENT}


def _agreed_again(referral: Referral, *, by: User) -> Agreement:
    """What the person agreed to. Where the slip ended it too, the same once more.

    An agreement that has ended never comes to life again, so a new row says it: with
    their words, and who asked them. Refused where it was they who ended it.
    """
    agreement = cast(Agreement, referral.agreement)
    if timezone.localdate() > agreement.until_on:
        raise Refused("The agreement has ended. Ask them, then send a new referral.")
    if agreement.withdrawn_at is None:
        return agreement
    if referral.state != State.WITHDRAWN or not _ended_with_it(referral):
        raise Refused(
            f"{referral.person} ended the agreement. Ask them, then send a new "
            "referral."
        )
    return agreements.give_again(referral, agreement, by=by)


def _ended_with_it(referral: Referral) -> bool:
    """Whether it was taking the referral back that ended the sharing, and not a no.

    Where the trail does not say so, it may have been a no: they are asked.
    """
    return bool(_withdrawal(referral).get("ended_agreement"))


def _what_was_said(referral: Referral) -> str:
    if referral.state == State.ENDED:
        return referral.outcome.words if referral.outcome else ""
    if referral.state == State.WITHDRAWN:
        return ""
    return f"{referral.get_reason_display()}. {referral.suggestion}"


def _nothing_in_its_place(referral: Referral) -> None:
    """Said before anything is changed: what would now stand twice, or too late."""
    if referral.state not in PUT_RIGHT or referral.sent_at is None:
        raise Refused(
            "You can only reopen a referral that was ended, given back or withdrawn."
        )
    if not referral.person.is_open:
        raise Refused(
            f"We have said farewell to {referral.person}. Talk with them again first."
        )
    if referral.moved_at and timezone.now() - referral.moved_at > _WITHIN:
        raise Refused("This was more than 30 days ago. Send a new referral instead.")
    again = referral.person.referrals.filter(state__in=OPEN)
    if again.filter(offer=referral.offer_id).exists() or hasattr(referral, "next"):
        raise Refused("There is a newer referral, so you cannot reopen this one.")


def _no_way_back_to_the_story(referral: Referral, by: User) -> None:
    """Reading ended with the help: a partner alone begins it again for a slip only."""
    if said_no_to(referral.person).filter(partner=referral.partner).exists():
        raise Refused(
            f"{referral.person} said no to {referral.partner}. Ask them, then send a "
            "new referral."
        )
    moved_at = referral.moved_at or timezone.now()
    is_late = timezone.now() - moved_at > _PARTNER_WITHIN
    if is_late and Side.TEAM not in sides_of(by, referral):
        raise Refused(
            f"This was more than a day ago. Ask the {referral.team} to reopen it. "
            f"They will ask {referral.person} first."
        )


def _held_there_again(referral: Referral, *, by: User) -> None:
    holding = referral.person.holdings.filter(until_at=None).first()
    if is_with_us(holding):
        welcome.hold(
            referral.person, by=by, partner=referral.partner, worker=referral.worker
        )
