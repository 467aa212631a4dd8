"""A meeting took place when someone says so; if it did not, they say what follows."""

from datetime import date

from django.db import transaction

from ..models import Meeting, User
from ..refusals import Refused
from .meeting_changes import meetings_cancelled
from .meeting_rows import record, settled
from .meeting_series import cancel_later

_MET = Meeting.State.KEPT
#: How it can have gone.
OUTCOMES = (
    _MET,
    Meeting.State.NOT_KEPT,
    Meeting.State.CALLED_OFF,
    Meeting.State.THEY_CANCELLED,
)


@transaction.atomic
def settle_meeting(
    meeting: Meeting,
    *,
    by: User,
    state: str,
    next_step: str = "",
    reach_on: date | None = None,
    nothing_why: str = "",
    and_later: bool = False,
) -> Meeting:
    """How it went, once its time has come; that it is cancelled, at any time.

    One that did not take place is followed by a step: planned again, a try to reach
    them by a day, or nothing more for a reason. `and_later`: one of a series that is
    cancelled takes those after it along.
    """
    meeting = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    if meeting.state == state:
        return meeting
    if meeting.state != Meeting.State.PLANNED:
        raise Refused("This meeting is already settled. Open the page again.")
    _can_be_said(meeting, state, next_step)
    meeting.next_step, meeting.reach_on = next_step, reach_on
    meeting.nothing_why = nothing_why
    settled(meeting, by=by, state=state)
    is_cancelled = state in (Meeting.State.CALLED_OFF, Meeting.State.THEY_CANCELLED)
    more = cancel_later(meeting, by=by) if and_later and is_cancelled else []
    event = record(f"meeting.{state}", meeting, by=by, times=len(more) + 1)
    if is_cancelled:
        meetings_cancelled(event, [meeting, *more], by=by)
    return meeting


def _can_be_said(meeting: Meeting, state: str, next_step: str) -> None:
    if state not in OUTCOMES:
        raise Refused("Say whether the meeting took place.")
    if state in (_MET, Meeting.State.NOT_KEPT) and not meeting.is_due:
        raise Refused("This meeting hasn’t started yet. Move it or cancel it.")
    if state != _MET and not next_step:
        raise Refused("Say what happens next.")
