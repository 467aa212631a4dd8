"""The other side says yes to a first meeting."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from welcome.models import User
from welcome.refusals import Refused

from ..access.move_permissions import check
from ..models import FirstMeeting, Referral
from . import first_meeting_sides as sides


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
    meeting, referral = sides.both_locked(meeting)
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


def _can_be_said_yes_to(
    meeting: FirstMeeting, referral: Referral, side: FirstMeeting.From, by: User
) -> None:
    sides.is_still_planned(meeting)
    sides.can_meet(referral)
    if meeting.proposed_from == side or meeting.proposed_by_id == by.pk:
        whose = sides.other_side(meeting, referral)
        raise Refused(f"This is waiting for {whose} to confirm.")
    if meeting.is_over:
        raise Refused("This time has passed. Propose another one.")
    if not meeting.person_agrees:
        raise Refused(f"Ask {referral.called} first whether this suits them.")
