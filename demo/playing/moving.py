"""Playing the moves of a referral, who holds the person then, and who is told."""

from datetime import timedelta
from typing import Unpack

from referrals.actions.holder_after import is_with_partner, next_holder
from referrals.actions.move_rows import Columns, moved
from referrals.actions.telling import unsaved_messages
from referrals.models import Referral, State
from referrals.models.referral_states import WITH_PARTNER
from referrals.payloads import Moved
from welcome.models import Event, User

from .stage import Stage

#: Messages are kept for the last so many days, and have long been carried.
MESSAGES_SINCE = timedelta(days=2)


def move(
    stage: Stage,
    referral: Referral,
    state: State,
    by: User,
    codes: Moved | None = None,
    **columns: Unpack[Columns],
) -> Event:
    at = stage.now
    return stage.happens(moved(referral, state, by=by, at=at, codes=codes, **columns))


def back_to_the_team(stage: Stage, referral: Referral, by: User) -> None:
    """If this partner holds the person, another who helps does now, or the team."""
    if is_with_partner(stage.holding, referral):
        helping = [r for r in stage.referrals.values() if r.state in WITH_PARTNER]
        others = [r for r in helping if r is not referral]
        first = min(others, key=lambda r: r.moved_at or stage.now, default=None)
        stage.hold(by=by, **next_holder(referral, first))


def notify(stage: Stage, event: Event, referral: Referral, to: str) -> None:
    """A message of the last days: a reference and a link, carried within seconds."""
    if stage.now < stage.today - MESSAGES_SINCE:
        return
    for message in unsaved_messages(event, referral, [to], at=stage.now):
        message.attempts, message.sent_at = 1, stage.now + timedelta(seconds=4)
        stage.add(stage.new_id(), message)
