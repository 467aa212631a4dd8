"""Meeting for the first time, all three: either side proposes, or moves it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from welcome.models import User
from welcome.refusals import Refused

from ..access.move_permissions import check
from ..models import FirstMeeting, Referral
from . import first_meeting_sides as sides
from . import moves


@transaction.atomic
def propose_meeting(
    referral: Referral,
    *,
    by: User,
    at: datetime,
    how: str,
    place: str = "",
    who: User | None = None,
    person_agrees: bool = False,
    instead_of: UUID | None = None,
) -> FirstMeeting:
    """Either side proposes; the other says yes. `who` will be there from one's own.

    `instead_of` is the meeting that stood on the page: it is marked as moved and
    stays readable. Refused in the past, and where the other side was quicker.
    """
    referral = moves.locked(referral)
    check("propose_meeting", referral, by)
    sides.can_meet(referral)
    if at <= timezone.now():
        raise Refused("This is in the past. Choose a later time.")
    who, side = who or by, sides.side_of(by, referral)
    sides.is_one_of(side, who, referral)
    plan: dict[str, Any] = {"at": at, "how": how, "place": place, sides.seat(side): who}
    now = referral.first_meetings.planned().with_names().first()
    if now and _is(now, plan, side):  # pressed twice
        return now
    _can_be_moved(now, instead_of)
    return _propose(referral, plan, side, now, by=by, person_agrees=person_agrees)


def _propose(
    referral: Referral,
    plan: dict[str, Any],
    side: FirstMeeting.From,
    now: FirstMeeting | None,
    *,
    by: User,
    person_agrees: bool,
) -> FirstMeeting:
    meeting = FirstMeeting(
        referral=referral,
        proposed_by=by,
        proposed_from=side,
        person_agrees=person_agrees,
        **{"worker": referral.worker} | _kept_of(now) | plan,
    )
    if now:
        sides.settle(now, FirstMeeting.State.MOVED, by=by)
        meeting.sequence = now.sequence + 1
    meeting.save()
    became = "moved" if now else "proposed"
    event = sides.happened(f"first_meeting.{became}", meeting, referral, by=by)
    sides.tell_other_side(event, meeting, referral, side, f"first_meeting_{became}")
    return meeting


def _kept_of(now: FirstMeeting | None) -> dict[str, Any]:
    """What stays where a meeting is moved: who comes, and the entry in calendars."""
    if now is None:
        return {}
    kept: dict[str, Any] = {"calendar_id": now.calendar_id, "welcomer": now.welcomer}
    return kept | ({"worker": now.worker} if now.worker else {})


def _is(now: FirstMeeting, plan: dict[str, Any], side: FirstMeeting.From) -> bool:
    """Whether this stands already. What the other side proposed needs a yes."""
    if any(getattr(now, key) != value for key, value in plan.items()):
        return False
    if now.state == FirstMeeting.State.PROPOSED and now.proposed_from != side:
        raise Refused("They have proposed just this already. Say yes to it instead.")
    return True


def _can_be_moved(now: FirstMeeting | None, instead_of: UUID | None) -> None:
    """Refused where another meeting stands there than the page showed."""
    if now and now.pk != instead_of:
        raise Refused(
            f"{now.proposed_by} has proposed a meeting meanwhile. Look at it first, "
            "and then say yes to it or move it."
        )
    if instead_of and now is None:
        raise Refused("This meeting was called off meanwhile. Look at the page again.")
    if now and now.confirmed_at and now.is_over:
        raise Refused("Say first whether the last meeting took place.")
