"""The partner's answer: yes, or back to the welcome team, never to the person."""

from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from welcome import actions as welcome
from welcome.models import Membership, Person, User
from welcome.refusals import Refused

from ..access.move_permissions import check
from ..models import GiveBack, Referral, Request, Retold, State, ToldAgain
from ..payloads import (
    FirstHelp,
    PassedAround,
    ReferralAccepted,
    ReferralReturned,
    Waited,
)
from . import (
    agreements,
    asked_together,
    gaps,
    hand_ons,
    state_moves,
)
from .holder_after import back_to_the_team
from .objections import object_to
from .recipients import leads_of_team, readers_at_partner, readers_at_team
from .referral_events import happened
from .telling import tell

_WEEKS_IF_NOT_SAID = 4


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
    the first yes is enough, the others are asked no more; whoever handed on has done
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
    codes: ReferralAccepted = {
        "told_again": told_again,
        **_waited(referral),
        **_first_help(referral),
    }
    referral, event = state_moves.move(
        referral,
        State.ACCEPTED,
        by=by,
        codes=codes,
        worker=worker,
        answered_at=timezone.now(),
    )
    ToldAgain.objects.update_or_create(
        referral=referral,
        when=ToldAgain.When.ACCEPTED,
        defaults={"answer": told_again, "by": by},
    )
    # two partners may say yes in one moment: the second sees who holds by then
    Person.objects.select_for_update(of=("self",)).get(pk=referral.person_id)
    holding = referral.person.holdings.filter(until_at=None).first()
    if holding is None or holding.team_id:
        welcome.hold(referral.person, by=by, partner=referral.partner, worker=worker)
    gaps.close_for(referral.person, request.need, by=by)
    asked_together.ask_no_more(request, referral, by=by)
    if referral.previous:
        hand_ons.let_go(referral.previous, by=by)
    tell(event, referral, readers_at_team(referral), "referral_accepted")
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
    returned = referral.person.referrals.filter(state=State.RETURNED).count()
    need, waited = referral.request.need, _waited(referral)
    codes = ReferralReturned(reason=reason, times=returned + 1, need=need)
    if referral.answered_at is None:
        codes.update(waited)
    referral, event = state_moves.move(
        referral,
        State.RETURNED,
        by=by,
        codes=codes,
        reason=reason,
        suggestion=suggestion,
        ask_again_on=_again_on(reason, again_in_weeks),
        answered_at=referral.answered_at or timezone.now(),
    )
    if reason == GiveBack.NOT_WANTED:
        object_to(referral.person, referral.partner, by=by)
    back_to_the_team(referral, by=by)
    tell(event, referral, readers_at_team(referral), "referral_returned")
    if returned + 1 >= settings.GIVEN_BACK_TOO_OFTEN:
        _raise_with_the_lead(referral, by=by, times=returned + 1)
    return referral


def _again_on(reason: str, weeks: int | None) -> date | None:
    if reason != GiveBack.FULL:
        return None
    return timezone.localdate() + timedelta(weeks=weeks or _WEEKS_IF_NOT_SAID)


def _raise_with_the_lead(referral: Referral, *, by: User, times: int) -> None:
    """So often sent from door to door: the lead hears of it at once."""
    event = happened(
        "referral.passed_around", referral, by=by, detail=PassedAround(times=times)
    )
    tell(event, referral, leads_of_team(referral), "passed_around")


@transaction.atomic
def decide(referral: Referral, *, by: User, seen: str) -> Referral:
    """After a give-back: nothing more with this for now. The team goes on holding."""
    referral = state_moves.as_seen(referral, seen)
    check("decide", referral, by)
    if referral.state != State.RETURNED or referral.decided_at:
        raise Refused("Somebody has already decided what comes next.")
    referral.decided_at = timezone.now()
    referral.save(update_fields=["decided_at"])
    happened("referral.decided", referral, by=by)
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
        readers = readers_at_partner(referral)
        tell(event, referral, readers, "referral_withdrawn")
    return referral


def works_there(worker: User, referral: Referral) -> None:
    there = Membership.objects.leading(referral.partner).filter(user=worker)
    if not there.exists():
        raise Refused(f"{worker} does not work at {referral.partner}. Choose who does.")


def _waited(referral: Referral) -> Waited:
    """Calendar days from sending to this answer, and whether it came in time."""
    if referral.sent_at is None or referral.answer_due_on is None:
        return {}
    today = timezone.localdate()
    days = (today - timezone.localdate(referral.sent_at)).days
    return {"days": days, "in_time": today <= referral.answer_due_on}


def _first_help(referral: Referral) -> FirstHelp:
    """For the measure: days from the first introduction to the first yes of all."""
    helped = referral.person.referrals.filter(told_again__when="accepted").exists()
    introduction = referral.person.introductions.order_by("made_at").first()
    if helped:
        return {}
    codes = FirstHelp(first_help=True)
    if introduction:
        waited = timezone.now() - introduction.made_at
        codes["days_to_help"] = max(waited.days, 0)
        codes["source"] = introduction.source
    return codes
