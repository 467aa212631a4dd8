"""The partner's answer: yes, or back to the welcome team, never to the person."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from welcome import actions as welcome
from welcome.audit import trail
from welcome.models import Membership, Person, User
from welcome.refusals import Refused

from ..access.move_permissions import check
from ..models import GiveBack, Referral, Request, Retold, State, ToldAgain
from ..payloads import FirstHelp
from . import agreements, asked_together, gaps, hand_ons, state_moves
from .answer_rows import accepting, decided, first_help, passed_around, returning
from .holder_after import back_to_the_team, is_with_us
from .objections import object_to
from .recipients import leads_of_team, readers_at_partner, readers_at_team
from .telling import tell
from .told_again import said_told_again


@transaction.atomic
def accept(
    referral: Referral,
    *,
    by: User,
    worker: User | None = None,
    told_again: str = Retold.NOT_ASKED,
    seen: str,
) -> Referral:
    """The partner will help, and `worker` is who it is. They hold the person now.

    Where another partner helps already, that one goes on holding the person. Where
    the first yes is enough, the others are asked no more; who handed on has done
    their part.
    """
    worker = worker or by
    check("accept", referral, by)
    works_there(worker, referral)
    request = Request.objects.select_for_update(of=("self",)).get(
        pk=referral.request_id
    )
    state_moves.still_shared(state_moves.as_seen(referral, seen))
    asked_together.can_say_yes(request, referral)
    now = timezone.now()
    first = _first_help(referral, now)
    codes, columns = accepting(referral, worker, at=now, told=told_again, first=first)
    referral, event = state_moves.move(
        referral, State.ACCEPTED, by=by, codes=codes, **columns
    )
    said_told_again(referral, ToldAgain.When.ACCEPTED, told_again, by=by)
    # two partners may say yes in one moment: the second sees who holds by then
    Person.objects.select_for_update(of=("self",)).get(pk=referral.person_id)
    holding = referral.person.holdings.filter(until_at=None).first()
    if is_with_us(holding):
        welcome.hold(referral.person, by=by, partner=referral.partner, worker=worker)
    gaps.close_for(referral.person, request.need, by=by)
    asked_together.ask_no_more(request, referral, by=by)
    if referral.previous:
        hand_ons.let_go(referral.previous, by=by)
    tell(event, referral, readers_at_team(referral))
    return referral


@transaction.atomic
def give_back(
    referral: Referral,
    *,
    by: User,
    reason: str,
    suggestion: str,
    again_in_weeks: int | None = None,
    seen: str,
) -> Referral:
    """The partner cannot help: back to the welcome team, with why and an idea.

    Without room it says in how many weeks to ask again; four where it does not know.
    """
    check("give_back", referral, by)
    state_moves.as_seen(referral, seen)
    times = referral.person.referrals.filter(state=State.RETURNED).count() + 1
    codes, columns = returning(
        referral,
        at=timezone.now(),
        reason=reason,
        suggestion=suggestion,
        times=times,
        again_in_weeks=again_in_weeks,
    )
    referral, event = state_moves.move(
        referral, State.RETURNED, by=by, codes=codes, **columns
    )
    if reason == GiveBack.NOT_WANTED:
        object_to(referral.person, referral.partner, by=by)
    back_to_the_team(referral, by=by)
    tell(event, referral, readers_at_team(referral))
    # so often sent from door to door: the lead hears of it at once
    if often := passed_around(referral, times, by=by, at=timezone.now()):
        trail.write(often)
        tell(often, referral, leads_of_team(referral), "passed_around")
    return referral


@transaction.atomic
def decide(referral: Referral, *, by: User, seen: str) -> Referral:
    """After a give-back: nothing more with this for now. The team goes on holding."""
    referral = state_moves.as_seen(referral, seen)
    check("decide", referral, by)
    if referral.state != State.RETURNED or referral.decided_at:
        raise Refused("Someone has already chosen what happens next.")
    event = decided(referral, by=by, at=timezone.now())
    referral.save(update_fields=["decided_at"])
    trail.write(event)
    return referral


@transaction.atomic
def withdraw(referral: Referral, *, by: User, seen: str) -> Referral:
    """The team, for the person, takes it back. The partner's view closes now."""
    check("withdraw", referral, by)
    codes = agreements.ends_with_it(state_moves.as_seen(referral, seen), by)
    referral, event = state_moves.move(referral, State.WITHDRAWN, by=by, codes=codes)
    agreements.close(referral, by=by)
    back_to_the_team(referral, by=by)
    if referral.sent_at:
        tell(event, referral, readers_at_partner(referral))
    return referral


def works_there(worker: User, referral: Referral) -> None:
    there = Membership.objects.leading(referral.partner).filter(user=worker)
    if not there.exists():
        raise Refused(
            f"{worker} does not work at {referral.partner}. Choose someone who does."
        )


def _first_help(referral: Referral, at: datetime) -> FirstHelp:
    """Nothing where a partner has said yes before."""
    person = referral.person
    if person.referrals.filter(told_again__when="accepted").exists():
        return {}
    return first_help(person.introductions.order_by("made_at").first(), at)
