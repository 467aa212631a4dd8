"""The only place that saves a referral's state: lock, check, change, record."""

from typing import Unpack

from django.utils import timezone
from django.utils.formats import date_format

from welcome.audit import trail
from welcome.locking import locked as lock
from welcome.models import Event, User
from welcome.refusals import Refused, Stale

from ..models import Referral, State
from ..payloads import Moved
from .emergencies_closed import read_no_more
from .meetings_called_off import meet_no_more
from .move_rows import WRITTEN, Columns, moved, moved_back


def locked(referral: Referral) -> Referral:
    """As it stands now, and no one else's until this transaction ends.

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
    now = timezone.now()
    event = moved(referral, state, by=by, at=now, codes=codes, **changes)
    referral.save(update_fields=[*changes, *WRITTEN])
    trail.write(event)
    if not referral.is_open:
        meet_no_more(referral, by=by)
        read_no_more(referral, by=by)
    return referral, event


def put_back(
    referral: Referral, state: State, *, by: User, **changes: Unpack[Columns]
) -> tuple[Referral, Event]:
    """The same where a move was made by mistake: back to where it stood."""
    referral = locked(referral)
    now = timezone.now()
    event = moved_back(referral, state, by=by, at=now, **changes)
    referral.save(update_fields=[*changes, *WRITTEN])
    return referral, trail.write(event)


def still_shared(referral: Referral) -> None:
    """Refused when the agreement has ended: then nothing can be asked or begun."""
    agreement = referral.agreement
    if agreement is None or not agreement.is_live:
        raise Refused(
            "We did not do this, because the story is no longer shared with the "
            "partner."
        )


def _changed_since(referral: Referral) -> str:
    """Who changed it, when, and to what, in words."""
    state, at = referral.get_state_display(), referral.moved_at
    if at is None:
        return f"We did not do this: the referral is “{state}”. Open it again."
    when = date_format(timezone.localtime(at), "j F, H:i")
    return (
        "We did not do this, because the referral has changed since you opened the "
        f"page. {referral.moved_by} changed it on {when}. It is now “{state}”."
    )
