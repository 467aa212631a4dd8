"""A move in the row of a referral, and the event that says so. Saves nothing.

The only place that writes a state; `state_moves` saves it.
"""

from datetime import date, datetime
from typing import TypedDict, Unpack

from welcome.models import Event, User
from welcome.refusals import Refused

from ..models import Agreement, Referral, State
from ..payloads import Moved, ReferralReopened
from .referral_events import referral_event

#: The columns that every move writes.
WRITTEN = ("state", "moved_at", "moved_by", "pause_reason", "paused_until")


class Columns(TypedDict, total=False):
    """What else a move may write beside the state, who moved it and when."""

    agreement: Agreement | None
    answer_due_on: date
    answered_at: datetime
    ask_again_on: date | None
    decided_at: datetime | None
    discarded_previous: Referral | None
    pause_reason: str
    paused_until: date
    previous: Referral | None
    reason: str
    sent_at: datetime
    sent_by: User
    suggestion: str
    worker: User


def moved(
    referral: Referral,
    state: State,
    *,
    by: User,
    at: datetime,
    codes: Moved | None = None,
    **changes: Unpack[Columns],
) -> Event:
    """Move it to this state. Raises Refused where there is no such move."""
    if not referral.can_move_to(state):
        raise Refused(_moved_on(referral))
    was = str(referral.state)
    _write(referral, state, by=by, at=at, **changes)
    detail = {"was": was, **(codes or {})}
    return referral_event(_became(was, state), referral, by=by, at=at, detail=detail)


def moved_back(
    referral: Referral,
    state: State,
    *,
    by: User,
    at: datetime,
    **changes: Unpack[Columns],
) -> Event:
    """The same where a move was made by mistake."""
    if not referral.can_be_put_right_to(state):
        raise Refused(_moved_on(referral))
    codes = ReferralReopened(was=str(referral.state), now=state)
    _write(referral, state, by=by, at=at, **changes)
    return referral_event("referral.reopened", referral, by=by, at=at, detail=codes)


def _write(
    referral: Referral,
    state: State,
    *,
    by: User,
    at: datetime,
    **changes: Unpack[Columns],
) -> None:
    for name, value in changes.items():
        setattr(referral, name, value)
    referral.state, referral.moved_at, referral.moved_by = state, at, by
    if state != State.PAUSED:
        referral.pause_reason, referral.paused_until = "", None


def _became(was: str, state: State) -> str:
    """A draft was never sent, so putting it aside withdraws nothing.

    Help that was paused does not begin: it goes on.
    """
    if was == State.PAUSED and state == State.HELPING:
        return "referral.resumed"
    aside = was == State.DRAFT and state == State.WITHDRAWN
    return "referral.discarded" if aside else f"referral.{state}"


def _moved_on(referral: Referral) -> str:
    state = referral.get_state_display()
    who = str(referral.moved_by or "Someone")
    return f"{who} has already changed this referral. It is now “{state}”."
