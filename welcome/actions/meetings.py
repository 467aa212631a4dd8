"""Who will meet the person, when and where; and whether it took place."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from ..models import Introduction, Meeting, User
from ..refusals import Refused, Stale
from .introductions import waiting
from .meeting_rows import record, settled


@transaction.atomic
def plan_meeting(
    introduction: Introduction,
    *,
    by: User,
    who: User,
    at: datetime,
    how: str,
    place: str = "",
    instead_of: UUID | None = None,
    planned_anyway: str = "",
    against: Sequence[str] = (),
) -> Meeting:
    """Who will meet them. A plan that stands is marked as moved, and stays readable.

    `instead_of` is the plan that stood on the page: where another one stands, somebody
    was quicker. One that still stands after a conversation began can be moved as well.

    `against` are the codes of what spoke against the time, and `planned_anyway` is why
    it is all right. The trail holds the codes; the words stay with the meeting.
    """
    introduction = _still_met(introduction)
    plan = {"who": who, "at": at, "how": how, "place": place}
    now = introduction.meetings.filter(state=Meeting.State.PLANNED).first()
    if now and all(getattr(now, key) == value for key, value in plan.items()):
        return now
    if (now and now.pk) != instead_of:
        raise Stale("Someone has just changed this plan. Check it, then move it.")
    if now:
        settled(now, by=by, state=Meeting.State.MOVED)
    meeting = Meeting.objects.create(
        introduction=introduction,
        team_id=introduction.team_id,
        planned_by=by,
        planned_anyway=planned_anyway,
        **plan,
    )
    became = "meeting.moved" if now else "meeting.planned"
    record(became, meeting, by=by, against=against)
    return meeting


@transaction.atomic
def settle_meeting(meeting: Meeting, *, by: User, state: str) -> Meeting:
    """It took place or did not, once its time has come; before, it is called off."""
    meeting = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    if meeting.state == state:
        return meeting
    if meeting.state != Meeting.State.PLANNED:
        raise Refused("This meeting is already settled. Open the page again.")
    _refuse_at_another_time(meeting, state)
    settled(meeting, by=by, state=state)
    record(f"meeting.{state}", meeting, by=by)
    return meeting


def _still_met(introduction: Introduction) -> Introduction:
    """Locked, and waiting; or heard already, while a meeting is still planned."""
    fresh = Introduction.objects.select_for_update(of=("self",)).get(pk=introduction.pk)
    if fresh.meetings.filter(state=Meeting.State.PLANNED).exists():
        return fresh
    return waiting(introduction)


def _refuse_at_another_time(meeting: Meeting, state: str) -> None:
    """How it went is known once its time has come; called off, it is before."""
    is_said_of_the_past = state in (Meeting.State.KEPT, Meeting.State.NOT_KEPT)
    if is_said_of_the_past and not meeting.is_due:
        raise Refused("This meeting hasn’t started yet. Move it or cancel it.")
    if state == Meeting.State.CALLED_OFF and meeting.is_due:
        raise Refused("This meeting should have started. Say whether it took place.")
