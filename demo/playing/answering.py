"""Playing a partner's answer, what the team decides then, and taking it back."""

from referrals.actions import answer_rows
from referrals.actions.agreements import ends_with_it
from referrals.actions.agreements import withdrawn as agreement_withdrawn
from referrals.actions.holder_after import is_with_us
from referrals.actions.objections import objection_event, unsaved_objection
from referrals.actions.told_again import unsaved_told_again
from referrals.models import GiveBack, Referral, State, ToldAgain
from referrals.payloads import FirstHelp
from welcome.models import Look, User

from ..lives.pen import Step
from .moving import back_to_the_team, move, notify
from .stage import Stage


def accepted(stage: Stage, step: Step) -> None:
    """A worker says yes, and holds the person if the team did."""
    referral, at = stage.referrals[step.ref], stage.now
    by, told = stage.worker_at(referral), step.codes["told_again"]
    stage.look(by, Look.Why.REFERRAL, referral)
    first = FirstHelp()
    if not stage.is_helped:
        first = answer_rows.first_help(stage.first_introduced, at)
    codes, columns = answer_rows.accepting(referral, by, at=at, told=told, first=first)
    event = move(stage, referral, State.ACCEPTED, by, codes, **columns)
    stage.is_helped = True
    when = ToldAgain.When.ACCEPTED
    stage.rows.add(unsaved_told_again(referral, when, told, by=by, at=at))
    if is_with_us(stage.holding):
        stage.hold(by=by, partner=referral.partner, worker=by)
    notify(stage, event, referral, stage.team.email)


def returned(stage: Stage, step: Step) -> None:
    """With a reason and an idea, to the welcome team."""
    referral, reason = stage.referrals[step.ref], step.codes["reason"]
    by = stage.worker_at(referral)
    stage.look(by, Look.Why.REFERRAL, referral)
    stage.returned += 1
    suggestion = stage.say("suggestions", reason)
    weeks = stage.rng.choice([4, 6, 8]) if reason == GiveBack.FULL else None
    codes, columns = answer_rows.returning(
        referral,
        at=stage.now,
        reason=reason,
        suggestion=suggestion,
        times=stage.returned,
        again_in_weeks=weeks,
    )
    event = move(stage, referral, State.RETURNED, by, codes, **columns)
    if reason == GiveBack.NOT_WANTED:
        _objected(stage, referral, by)
    back_to_the_team(stage, referral, by)
    notify(stage, event, referral, stage.team.email)
    if often := answer_rows.passed_around(
        referral, stage.returned, by=by, at=stage.now
    ):
        stage.happens(often)


def _objected(stage: Stage, referral: Referral, by: User) -> None:
    """Remembered once for each partner."""
    if referral.partner_id in stage.objected:
        return
    stage.objected.add(referral.partner_id)
    row = unsaved_objection(stage.who, referral.partner, by=by, at=stage.now)
    objection = stage.add(stage.new_id(), row)
    stage.happens(objection_event("objection.made", objection, by=by, at=stage.now))


def decided(stage: Stage, step: Step) -> None:
    """Nothing more with this for now."""
    referral, by = stage.referrals[step.ref], stage.welcomer
    stage.happens(answer_rows.decided(referral, by=by, at=stage.now))


def withdrawn(stage: Stage, step: Step) -> None:
    """The partner’s view closes in the same moment."""
    referral, by = stage.referrals[step.ref], stage.welcomer
    event = move(stage, referral, State.WITHDRAWN, by, ends_with_it(referral, by))
    agreement = referral.agreement
    assert agreement is not None
    stage.happens(agreement_withdrawn(referral, agreement, by=by, at=stage.now))
    back_to_the_team(stage, referral, by)
    notify(stage, event, referral, referral.partner.email)
