"""A first meeting took place when someone says so; if not, they say what follows."""

from datetime import date

from django.db import transaction

from welcome.actions.meeting_outcomes import OUTCOMES
from welcome.models import Event, Meeting, User
from welcome.refusals import Refused

from ..access.move_permissions import check
from ..models import FirstMeeting, Referral
from ..models.first_meetings import CANCELLED
from . import first_meeting_sides as sides
from .first_meeting_changes import tell_colleagues, tell_person_it_is_off

_State = FirstMeeting.State


@transaction.atomic
def settle_meeting(
    meeting: FirstMeeting,
    *,
    by: User,
    state: str,
    next_step: str = "",
    reach_on: date | None = None,
    nothing_why: str = "",
) -> FirstMeeting:
    """How it went, once its time has come; that it is cancelled, at any time.

    One that did not take place is followed by a step. The other side is told.
    """
    meeting, referral = sides.both_locked(meeting)
    check("settle_meeting", referral, by)
    if meeting.state == state:
        return meeting
    sides.is_still_planned(meeting)
    _can_be_said(meeting, state, next_step)
    meeting.next_step, meeting.reach_on = next_step, reach_on
    meeting.nothing_why = nothing_why
    _settle(meeting, referral, _State(state), by, [sides.side_of(by, referral)])
    return meeting


@transaction.atomic
def call_off_meeting(meeting: FirstMeeting, *, by: User) -> FirstMeeting:
    """The person does not come on that day. Both sides are told, and plan another."""
    meeting, referral = sides.both_locked(meeting)
    check("call_off_meeting", referral, by)
    if meeting.state == _State.THEY_CANCELLED:
        return meeting
    sides.is_still_planned(meeting)
    if meeting.is_over:
        raise Refused("This time has passed. Say whether the meeting took place.")
    meeting.next_step = Meeting.NextStep.AGAIN
    _settle(meeting, referral, _State.THEY_CANCELLED, by, list(FirstMeeting.From))
    return meeting


def _settle(
    meeting: FirstMeeting,
    referral: Referral,
    state: FirstMeeting.State,
    by: User,
    said_by: list[FirstMeeting.From],
) -> None:
    """Said by one side or by both, so the other one hears it, or both."""
    was_ahead = not meeting.is_over
    sides.settle(meeting, state, by=by)
    event = sides.meeting_happened(f"first_meeting.{state}", meeting, referral, by=by)
    if state == _State.KEPT:
        return
    template = "first_meeting_called_off" if was_ahead else "first_meeting_not_kept"
    for side in said_by:
        sides.tell_other_side(event, meeting, referral, side, template)
    if was_ahead:
        _tell_the_rest(event, meeting, referral, by, said_by)


def _tell_the_rest(
    event: Event,
    meeting: FirstMeeting,
    referral: Referral,
    by: User,
    said_by: list[FirstMeeting.From],
) -> None:
    """The colleague who was to be there, and the person where it was not they."""
    if meeting.state == _State.CALLED_OFF:
        tell_person_it_is_off(meeting, referral, by=by)
    if len(said_by) == 1:
        ours = getattr(meeting, sides.seat(said_by[0]))
        template = "your_meeting_cancelled"
        tell_colleagues(event, referral, [ours], by=by, template=template)


def _can_be_said(meeting: FirstMeeting, state: str, next_step: str) -> None:
    if state not in OUTCOMES:
        raise Refused("Say whether the meeting took place.")
    if state not in CANCELLED and not meeting.is_over:
        raise Refused(
            "The meeting hasn’t started yet. Propose another time, or cancel it."
        )
    if state != _State.KEPT and not next_step:
        raise Refused("Say what happens next.")
