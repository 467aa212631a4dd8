"""The first meeting on a referral's page: how it stands, and what this side can do."""

from typing import Any

from welcome.models import User
from welcome.reading.planning import PlanningChecks

from ..access.opening import is_ours
from ..access.workers import workers_on_side_of
from ..forms.first_meetings import ConfirmMeetingForm
from ..models import FirstMeeting, Referral
from ..models.first_meeting_constraints import CAN_MEET


def first_meeting_of(referral: Referral) -> FirstMeeting | None:
    """The newest one, with whom its page names. One query."""
    return referral.first_meetings.with_names().newest_first().first()


def card_for(user: User, referral: Referral) -> dict[str, object]:
    """One query; one more where this side is to say yes."""
    meeting = first_meeting_of(referral)
    met = meeting is not None and meeting.state == FirstMeeting.State.KEPT
    return {
        "meeting": meeting,
        "can_meet": referral.is_shared and referral.state in CAN_MEET and not met,
        "other_side": referral.partner if is_ours(user, referral) else referral.team,
        "confirm_form": (
            confirm_form(user, referral, meeting)
            if meeting and is_to_say_yes(user, referral, meeting)
            else None
        ),
    }


def confirm_form(
    user: User, referral: Referral, meeting: FirstMeeting, said: Any = None
) -> ConfirmMeetingForm:
    return ConfirmMeetingForm(
        said,
        prefix="meeting",
        ours=workers_on_side_of(user, referral),
        me=user,
        called=referral.called,
        meeting=meeting,
        checks=PlanningChecks(referral.team, referral.called, referral.person),
    )


def is_to_say_yes(user: User, referral: Referral, meeting: FirstMeeting) -> bool:
    """Only where the other side proposed it, and its time is still to come."""
    from_us = (meeting.proposed_from == "team") == is_ours(user, referral)
    waits = meeting.state == FirstMeeting.State.PROPOSED and not meeting.is_over
    return waits and not from_us
