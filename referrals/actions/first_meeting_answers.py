"""A first meeting is confirmed, called off, or it took place, or it did not."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from welcome.models import User
from welcome.refusals import Refused

from ..access.move_permissions import check
from ..models import FirstMeeting, Referral
from . import first_meeting_sides as sides
from . import state_moves


@transaction.atomic
def confirm_meeting(
    meeting: FirstMeeting,
    *,
    by: User,
    who: User | None = None,
    person_agrees: bool = False,
    planned_anyway: str = "",
    against: Sequence[str] = (),
) -> FirstMeeting:
    """The other side says yes, once the person has been asked by either of them.

    `against` are the codes of what spoke against who comes; `planned_anyway` is why it
    is all right. The trail holds the codes; the words stay with the meeting.
    """
    meeting, referral = _locked(meeting)
    check("confirm_meeting", referral, by)
    if meeting.state == FirstMeeting.State.CONFIRMED:  # pressed twice
        return meeting
    side, who = sides.side_of(by, referral), who or by
    meeting.person_agrees = meeting.person_agrees or person_agrees
    _can_be_said_yes_to(meeting, referral, side, by)
    sides.is_one_of(side, who, referral)
    setattr(meeting, sides.seat(side), who)
    meeting.confirmed_at, meeting.confirmed_by = timezone.now(), by
    meeting.confirmed_anyway = planned_anyway
    sides.change(meeting, FirstMeeting.State.CONFIRMED)
    event = sides.meeting_happened(
        "first_meeting.confirmed", meeting, referral, by=by, against=against
    )
    sides.tell_other_side(event, meeting, referral, side, "first_meeting_confirmed")
    return meeting


@transaction.atomic
def call_off_meeting(meeting: FirstMeeting, *, by: User) -> FirstMeeting:
    """Nobody comes on that day. The others are told, and can propose another."""
    meeting, referral = _locked(meeting)
    check("call_off_meeting", referral, by)
    if meeting.state == FirstMeeting.State.CALLED_OFF:
        return meeting
    _still_stands(meeting)
    if meeting.is_over:
        raise Refused("This time has passed. Say whether the meeting took place.")
    sides.settle(meeting, FirstMeeting.State.CALLED_OFF, by=by)
    event = sides.meeting_happened("first_meeting.called_off", meeting, referral, by=by)
    said_by = list(FirstMeeting.From)
    if not by.is_the_person:
        said_by = [sides.side_of(by, referral)]
    for side in said_by:
        sides.tell_other_side(
            event, meeting, referral, side, "first_meeting_called_off"
        )
    return meeting


@transaction.atomic
def settle_meeting(meeting: FirstMeeting, *, by: User, state: str) -> FirstMeeting:
    """It took place, or it did not. Only once its time has come."""
    meeting, referral = _locked(meeting)
    check("settle_meeting", referral, by)
    if state not in (FirstMeeting.State.KEPT, FirstMeeting.State.NOT_KEPT):
        raise Refused("Say whether the meeting took place.")
    if meeting.state == state:
        return meeting
    _still_stands(meeting)
    if not meeting.is_over:
        raise Refused(
            "The meeting hasn’t started yet. Propose another time, or cancel it."
        )
    sides.settle(meeting, FirstMeeting.State(state), by=by)
    event = sides.meeting_happened(f"first_meeting.{state}", meeting, referral, by=by)
    if state == FirstMeeting.State.NOT_KEPT:
        side = sides.side_of(by, referral)
        sides.tell_other_side(event, meeting, referral, side, "first_meeting_not_kept")
    return meeting


def _locked(meeting: FirstMeeting) -> tuple[FirstMeeting, Referral]:
    """Both as they stand now: whoever changes a meeting holds its referral."""
    referral = state_moves.locked(meeting.referral)
    return FirstMeeting.objects.with_names().get(pk=meeting.pk), referral


def _can_be_said_yes_to(
    meeting: FirstMeeting, referral: Referral, side: FirstMeeting.From, by: User
) -> None:
    _still_stands(meeting)
    sides.can_meet(referral)
    if meeting.proposed_from == side or meeting.proposed_by_id == by.pk:
        whose = sides.other_side(meeting, referral)
        raise Refused(f"This is waiting for {whose} to confirm.")
    if meeting.is_over:
        raise Refused("This time has passed. Propose another one.")
    if not meeting.person_agrees:
        raise Refused(f"Ask {referral.called} first whether this suits them.")


def _still_stands(meeting: FirstMeeting) -> None:
    if not meeting.is_planned:
        now = meeting.get_state_display()
        raise Refused(
            f"{meeting.settled_by} has already changed this. It is now “{now}”."
        )
