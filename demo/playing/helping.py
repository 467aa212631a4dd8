"""Playing help that is under way, and its end."""

from datetime import timedelta

from referrals.actions.help_rows import noted as note_added
from referrals.actions.help_rows import unsaved_note, unsaved_outcome
from referrals.actions.move_rows import Columns
from referrals.actions.told_again import unsaved_told_again
from referrals.models import PauseReason, Referral, State, ToldAgain
from referrals.payloads import ReferralEnded, ReferralPaused
from welcome.models import Look, User

from ..lives.pen import Step
from .moving import back_to_the_team, move, notify
from .stage import Stage


def noted(stage: Stage, step: Step) -> None:
    """The first note means that help has begun."""
    referral = stage.referrals[step.ref]
    by = _worker(referral)
    stage.look(by, Look.Why.REFERRAL, referral)
    if referral.state == State.ACCEPTED:
        move(stage, referral, State.HELPING, by)
    pk, words = stage.new_id(), stage.say("notes", _about(stage, referral), ours=False)
    note = stage.add(pk, unsaved_note(referral, words, by=by, at=stage.now))
    stage.happens(note_added(note))


def looked(stage: Stage, step: Step) -> None:
    """Somebody at the partner has read it, and not answered yet."""
    referral = stage.referrals[step.ref]
    by = stage.town.workers[referral.partner.name][0]
    stage.look(by, Look.Why.REFERRAL, referral)


def _about(stage: Stage, referral: Referral) -> str:
    """Half of the notes are about what was asked for."""
    return referral.request.need if stage.rng.random() < 0.5 else "any"


def paused(stage: Stage, step: Step) -> None:
    referral = stage.referrals[step.ref]
    reason, until = PauseReason.BREAK, stage.now.date() + timedelta(days=60)
    codes = ReferralPaused(reason=reason, until=until.isoformat())
    columns: Columns = {"pause_reason": reason, "paused_until": until}
    event = move(stage, referral, State.PAUSED, _worker(referral), codes, **columns)
    notify(stage, event, referral, stage.team.email)


def resumed(stage: Stage, step: Step) -> None:
    referral = stage.referrals[step.ref]
    event = move(stage, referral, State.HELPING, _worker(referral))
    notify(stage, event, referral, stage.team.email)


def ended(stage: Stage, step: Step) -> None:
    """The partner says farewell."""
    referral, at = stage.referrals[step.ref], stage.now
    by, how, told = _worker(referral), step.codes["how"], step.codes["told_again"]
    stage.look(by, Look.Why.REFERRAL, referral)
    event = move(
        stage, referral, State.ENDED, by, ReferralEnded(how=how, told_again=told)
    )
    words = stage.say("outcomes", how, ours=False)
    stage.rows.add(unsaved_outcome(referral, how, words, by=by, at=at))
    when = ToldAgain.When.ENDED
    stage.rows.add(unsaved_told_again(referral, when, told, by=by, at=at))
    back_to_the_team(stage, referral, by)
    notify(stage, event, referral, stage.team.email)


def _worker(referral: Referral) -> User:
    assert referral.worker is not None
    return referral.worker
