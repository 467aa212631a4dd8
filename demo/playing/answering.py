"""Playing a partner's answer: mirrors `referrals.actions.answering`."""

from datetime import timedelta
from typing import Any

from django.conf import settings

from referrals.models import GiveBack, Objection, Referral, State, ToldAgain
from welcome.models import Look, User

from ..lives.hours import day_of
from ..lives.pen import Step
from .moving import back_to_the_team, happened, move, notify
from .stage import Stage


def accepted(stage: Stage, step: Step) -> None:
    """Mirrors `accept`: a worker says yes, and holds the person if the team did."""
    referral = stage.referrals[step.ref]
    by = _worker(stage, referral)
    stage.look(by, Look.Why.REFERRAL, referral)
    told = step.codes["told_again"]
    codes = _waited(stage, referral) | _first_help(stage) | {"told_again": told}
    referral.worker, referral.answered_at = by, stage.now
    event = move(stage, referral, State.ACCEPTED, by, **codes)
    stage.is_helped = True
    stage.rows.add(
        ToldAgain(referral=referral, when="accepted", answer=told, by=by, at=stage.now)
    )
    if stage.holding is None or stage.holding.team_id:
        stage.hold(by=by, partner=referral.partner, worker=by)
    notify(stage, event, referral, [stage.team.email], "referral_accepted")


def returned(stage: Stage, step: Step) -> None:
    """Mirrors `give_back`: with a reason and an idea, to the welcome team."""
    referral, reason = stage.referrals[step.ref], step.codes["reason"]
    by = _worker(stage, referral)
    stage.look(by, Look.Why.REFERRAL, referral)
    stage.returned += 1
    codes: dict[str, Any] = {
        "reason": reason, "times": stage.returned, "need": referral.request.need
    }  # fmt: skip
    if referral.answered_at is None:
        codes |= _waited(stage, referral)
    referral.reason = reason
    referral.suggestion = stage.say("suggestions", reason)
    if reason == GiveBack.FULL:
        again = stage.now + timedelta(weeks=stage.rng.choice([4, 6, 8]))
        referral.ask_again_on = again.date()
    referral.answered_at = referral.answered_at or stage.now
    event = move(stage, referral, State.RETURNED, by, **codes)
    if reason == GiveBack.NOT_WANTED:
        _objected(stage, referral, by)
    back_to_the_team(stage, referral, by)
    notify(stage, event, referral, [stage.team.email], "referral_returned")
    if stage.returned >= settings.GIVEN_BACK_TOO_OFTEN:
        times = stage.returned
        happened(stage, "referral.passed_around", referral, by, times=times)


def _objected(stage: Stage, referral: Referral, by: User) -> None:
    """Mirrors `object_to`: remembered once for each partner."""
    if referral.partner_id in stage.objected:
        return
    stage.objected.add(referral.partner_id)
    objection = Objection(
        id=stage.new_id(),
        person=stage.who,
        partner=referral.partner,
        said_at=stage.now,
        said_to=by,
    )
    stage.rows.add(objection)
    stage.record(
        "objection.made", by, objection, person=stage.who, partner=referral.partner
    )


def decided(stage: Stage, step: Step) -> None:
    """Mirrors `decide`: nothing more with this for now."""
    referral = stage.referrals[step.ref]
    referral.decided_at = stage.now
    happened(stage, "referral.decided", referral, stage.welcomer)


def withdrawn(stage: Stage, step: Step) -> None:
    """Mirrors `withdraw`: the partner’s view closes in the same moment."""
    referral, by = stage.referrals[step.ref], stage.welcomer
    event = move(stage, referral, State.WITHDRAWN, by, ended_agreement=True)
    agreement = referral.agreement
    assert agreement is not None
    agreement.withdrawn_at, agreement.withdrawn_by = stage.now, by
    happened(stage, "agreement.withdrawn", referral, by)
    back_to_the_team(stage, referral, by)
    notify(stage, event, referral, [referral.partner.email], "referral_withdrawn")


def _worker(stage: Stage, referral: Referral) -> User:
    people = stage.town.workers[referral.partner.name]
    return referral.worker or stage.rng.choice(people)


def _waited(stage: Stage, referral: Referral) -> dict[str, Any]:
    """Calendar days from sending to this answer, and whether it came in time."""
    assert referral.sent_at is not None and referral.answer_due_on is not None
    today = day_of(stage.now)
    days = (today - day_of(referral.sent_at)).days
    return {"days": days, "in_time": today <= referral.answer_due_on}


def _first_help(stage: Stage) -> dict[str, Any]:
    """Days from the first introduction to the first yes of all."""
    if stage.is_helped:
        return {}
    codes: dict[str, Any] = {"first_help": True}
    if first := stage.first_introduced:
        days = (stage.now - first.made_at).days
        codes |= {"days_to_help": days, "source": first.source}
    return codes
