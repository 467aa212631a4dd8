"""Playing the moves of a referral: mirrors `referrals.actions.state_moves`."""

from datetime import timedelta
from typing import Any

from referrals.models import Referral, State
from referrals.models.referral_states import WITH_PARTNER
from welcome.models import Event, Message, User

from .stage import Stage

#: Messages are kept for the last so many days, and have long been carried.
MESSAGES_SINCE = timedelta(days=2)


def move(
    stage: Stage, referral: Referral, state: State, by: User, **codes: Any
) -> Event:
    """The only place here that writes a state; refused as the real one refuses."""
    assert referral.can_move_to(state), f"{referral.state} cannot become {state}"
    was = str(referral.state)
    referral.state, referral.moved_at, referral.moved_by = state, stage.now, by
    return happened(stage, f"referral.{state}", referral, by, was=was, **codes)


def happened(
    stage: Stage, what: str, referral: Referral, by: User, **codes: Any
) -> Event:
    return stage.record(
        what,
        by,
        referral,
        person=stage.who,
        team=stage.team,
        partner=referral.partner,
        **codes,
    )


def back_to_the_team(stage: Stage, referral: Referral, by: User) -> None:
    """If this partner holds the person, another who helps does now, or the team."""
    holding = stage.holding
    if holding is None or holding.partner != referral.partner:
        return
    helping = [r for r in stage.referrals.values() if r.state in WITH_PARTNER]
    others = [r for r in helping if r is not referral]
    if others:
        other = min(others, key=lambda r: r.moved_at or stage.now)
        stage.hold(by=by, partner=other.partner, worker=other.worker)
    else:
        stage.hold(by=by, team=stage.team, worker=referral.sent_by)


def notify(
    stage: Stage, event: Event, referral: Referral, to: list[str], template: str
) -> None:
    """A message of the last days: a reference and a link, carried within seconds."""
    if stage.now < stage.today - MESSAGES_SINCE:
        return
    for email in to:
        stage.rows.add(
            Message(
                id=stage.new_id(),
                event=event,
                to=email,
                template=template,
                reference=stage.who.reference,
                path=f"/referrals/{referral.pk}/",
                made_at=stage.now,
                due_at=stage.now,
                attempts=1,
                sent_at=stage.now + timedelta(seconds=4),
            )
        )
