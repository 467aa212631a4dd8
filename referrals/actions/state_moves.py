"""The only place that writes a referral's state: lock, check, change, record."""

from datetime import date, datetime
from typing import TypedDict, Unpack

from django.utils import timezone
from django.utils.formats import date_format

from welcome.locking import locked as lock
from welcome.models import Event, User
from welcome.refusals import Refused, Stale

from ..models import Agreement, Referral, State
from ..payloads import Moved, ReferralReopened
from .emergencies_closed import read_no_more
from .meetings_called_off import meet_no_more
from .referral_events import happened


class Columns(TypedDict, total=False):
    """What else a move may write beside the state, who moved it and when."""

    agreement: Agreement | None
    answer_due_on: date
    answered_at: datetime
    ask_again_on: date | None
    decided_at: datetime | None
    previous: Referral | None
    reason: str
    sent_at: datetime
    sent_by: User
    suggestion: str
    worker: User


def locked(referral: Referral) -> Referral:
    """As it stands now, and nobody else's until this transaction ends.

    With what most moves need. Each further join makes the database think for longer
    than it takes to ask again.
    """
    fresh = Referral.objects.select_related(
        "person", "team__site", "partner", "request", "agreement", "sent_by"
    )
    return lock(fresh, referral.pk)


def as_seen(referral: Referral, seen: str) -> Referral:
    """The referral, locked, if it is still as the page showed it.

    Raises Refused, with what has changed, where it moved since: a page that was opened
    earlier never undoes what a colleague has done since.
    """
    referral = locked(referral)
    if seen != referral.seen:
        raise Stale(_changed_since(referral))
    return referral


def move(
    referral: Referral,
    state: State,
    *,
    by: User,
    seen: str | None = None,
    codes: Moved | None = None,
    **changes: Unpack[Columns],
) -> tuple[Referral, Event]:
    """Lock, check, change, record. `codes` go into the event, for the numbers.

    `seen` is what the page showed when this was decided: see `as_seen`. None
    is for what follows by itself from another action, never for a press of a button.
    """
    referral = locked(referral) if seen is None else as_seen(referral, seen)
    if not referral.can_move_to(state):
        raise Refused(_moved_on(referral))
    was = referral.state
    _write(referral, state, by=by, **changes)
    detail = Moved(was=was) | (codes or Moved())
    event = happened(_became(was, state), referral, by=by, detail=detail)
    if not referral.is_open:
        meet_no_more(referral, by=by)
        read_no_more(referral, by=by)
    return referral, event


def put_back(
    referral: Referral, state: State, *, by: User, **changes: Unpack[Columns]
) -> tuple[Referral, Event]:
    """The same where a move was made by mistake: back to where it stood."""
    referral = locked(referral)
    if not referral.can_be_put_right_to(state):
        raise Refused(_moved_on(referral))
    was = referral.state
    _write(referral, state, by=by, **changes)
    codes = ReferralReopened(was=was, now=state)
    return referral, happened("referral.reopened", referral, by=by, detail=codes)


def still_shared(referral: Referral) -> None:
    """Refused when the agreement has ended: then nothing can be asked or begun."""
    agreement = referral.agreement
    if agreement is None or not agreement.is_live:
        raise Refused(
            "This story is no longer shared with the partner, so nothing was done."
        )


def _write(
    referral: Referral, state: State, *, by: User, **changes: Unpack[Columns]
) -> None:
    for name, value in changes.items():
        setattr(referral, name, value)
    referral.state, referral.moved_at, referral.moved_by = state, timezone.now(), by
    referral.save(update_fields=[*changes, "state", "moved_at", "moved_by"])


def _became(was: str, state: State) -> str:
    """A draft was never sent, so putting it aside withdraws nothing."""
    aside = was == State.DRAFT and state == State.WITHDRAWN
    return "referral.discarded" if aside else f"referral.{state}"


def _moved_on(referral: Referral) -> str:
    state = referral.get_state_display()
    who = f" by {referral.moved_by}" if referral.moved_by else ""
    return f"This referral has moved on{who}: it is now “{state}”."


def _changed_since(referral: Referral) -> str:
    """Who changed it, when, and to what, in words."""
    state, at = referral.get_state_display(), referral.moved_at
    if at is None:
        return f"Nothing was done: this referral is “{state}”. Open its page again."
    when = date_format(timezone.localtime(at), "j F, H:i")
    return (
        "Nothing was done, because this referral has changed since your page was "
        f"opened. {referral.moved_by} changed it on {when}: it is now “{state}”."
    )
