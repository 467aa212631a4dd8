"""Meeting for the first time, all three: either side proposes, or moves it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from welcome.models import User
from welcome.refusals import Refused

from ..access.move_permissions import check
from ..models import FirstMeeting, Referral
from . import first_meeting_sides as sides
from . import state_moves
from .first_meeting_changes import tell_colleagues, tell_person_it_is_off


@dataclass(frozen=True)
class Plan:
    """When, how and where; and who comes from the side that proposes it."""

    at: datetime
    how: str
    place: str
    side: FirstMeeting.From
    who: User
    #: Why, where something spoke against it; and the codes of what did.
    anyway: str = ""
    against: Sequence[str] = field(default=())

    def is_of(self, meeting: FirstMeeting) -> bool:
        same = (meeting.at, meeting.how, meeting.place) == (
            self.at, self.how, self.place,
        )  # fmt: skip
        return same and getattr(meeting, sides.seat(self.side)) == self.who


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
    planned_anyway: str = "",
    against: Sequence[str] = (),
) -> FirstMeeting:
    """Either side proposes; the other says yes. `who` will be there from one's own.

    `instead_of` is the meeting that stood on the page: it is marked as moved and
    stays readable. Refused in the past, and where the other side was quicker.
    """
    referral = state_moves.locked(referral)
    check("propose_meeting", referral, by)
    sides.can_meet(referral)
    if at <= timezone.now():
        raise Refused("This is in the past. Choose a later time.")
    who, side = who or by, sides.side_of(by, referral)
    sides.is_one_of(side, who, referral)
    plan = Plan(at, how, place, side, who, planned_anyway, against)
    now = referral.first_meetings.planned().with_names().first()
    if now and _is(now, plan):  # pressed twice
        return now
    _can_be_moved(now, instead_of)
    return _propose(referral, plan, now, by=by, person_agrees=person_agrees)


def _propose(
    referral: Referral,
    plan: Plan,
    now: FirstMeeting | None,
    *,
    by: User,
    person_agrees: bool,
) -> FirstMeeting:
    meeting = FirstMeeting(
        referral=referral,
        proposed_by=by,
        proposed_from=plan.side,
        person_agrees=person_agrees,
        at=plan.at,
        how=plan.how,
        place=plan.place,
        planned_anyway=plan.anyway,
        worker=(now and now.worker) or referral.worker,
    )
    if now:
        meeting.calendar_id, meeting.welcomer = now.calendar_id, now.welcomer
    setattr(meeting, sides.seat(plan.side), plan.who)
    if now:
        sides.settle(now, FirstMeeting.State.MOVED, by=by)
        meeting.sequence = now.sequence + 1
    meeting.save()
    became = "moved" if now else "proposed"
    event = sides.meeting_happened(
        f"first_meeting.{became}", meeting, referral, by=by, against=plan.against
    )
    sides.tell_other_side(
        event, meeting, referral, plan.side, f"first_meeting_{became}"
    )
    if now:
        seat = sides.seat(plan.side)
        ours = [getattr(now, seat), getattr(meeting, seat)]
        template = "your_meeting_moved"
        tell_colleagues(event, referral, ours, by=by, template=template)
        tell_person_it_is_off(now, referral, by=by)
    return meeting


def _is(now: FirstMeeting, plan: Plan) -> bool:
    """Whether this stands already. What the other side proposed needs a yes."""
    if not plan.is_of(now):
        return False
    if now.state == FirstMeeting.State.PROPOSED and now.proposed_from != plan.side:
        raise Refused("They have already proposed exactly this. Confirm it instead.")
    return True


def _can_be_moved(now: FirstMeeting | None, instead_of: UUID | None) -> None:
    """Refused where another meeting stands there than the page showed."""
    if now and now.pk != instead_of:
        raise Refused(
            f"{now.proposed_by} has proposed a meeting since you opened this page. "
            "Look at it first. Then confirm it, or propose another time."
        )
    if instead_of and now is None:
        raise Refused("Someone has cancelled this meeting. Open the page again.")
    if now and now.confirmed_at and now.is_over:
        raise Refused("First say whether the last meeting took place.")
