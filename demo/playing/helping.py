"""Playing help that is under way: mirrors `referrals.actions.helping`."""

from referrals.models import Note, Outcome, Referral, State, ToldAgain
from welcome.models import Look, User

from ..lives.pen import Step
from .moving import back_to_the_team, happened, move, notify
from .stage import Stage


def noted(stage: Stage, step: Step) -> None:
    """Mirrors `add_note`: the first one means that help has begun."""
    referral = stage.referrals[step.ref]
    by = _worker(referral)
    stage.look(by, Look.Why.REFERRAL, referral)
    if referral.state == State.ACCEPTED:
        move(stage, referral, State.HELPING, by)
    stage.rows.add(
        Note(
            id=stage.new_id(),
            referral_id=referral.pk,
            words=stage.say("notes", _about(stage, referral), ours=False),
            by_id=by.pk,
            at=stage.now,
        )
    )
    happened(stage, "note.added", referral, by)


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
    move(stage, referral, State.PAUSED, _worker(referral))


def resumed(stage: Stage, step: Step) -> None:
    referral = stage.referrals[step.ref]
    move(stage, referral, State.HELPING, _worker(referral))


def ended(stage: Stage, step: Step) -> None:
    """Mirrors `say_farewell` of a partner: the welcome team holds them again."""
    referral, by = stage.referrals[step.ref], _worker(stage.referrals[step.ref])
    how, told = step.codes["how"], step.codes["told_again"]
    stage.look(by, Look.Why.REFERRAL, referral)
    event = move(stage, referral, State.ENDED, by, how=how, told_again=told)
    words = stage.say("outcomes", how, ours=False)
    stage.rows.add(
        Outcome(referral=referral, how=how, words=words, by=by, at=stage.now)
    )
    stage.rows.add(
        ToldAgain(referral=referral, when="ended", answer=told, by=by, at=stage.now)
    )
    back_to_the_team(stage, referral, by)
    notify(stage, event, referral, [stage.team.email], "referral_ended")


def _worker(referral: Referral) -> User:
    assert referral.worker is not None
    return referral.worker
