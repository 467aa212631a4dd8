"""Who will meet someone before their first conversation, when and where."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from ..models import Introduction, Meeting, User
from ..refusals import Stale
from .introductions import waiting
from .meeting_changes import meeting_moved
from .meeting_rows import Plan, moved, record, unsaved_meeting


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

    `instead_of` is the plan that stood on the page: where another one stands, someone
    was quicker. One that still stands after a conversation began can be moved as well.

    `against` are the codes of what spoke against the time, and `planned_anyway` is why
    it is all right. The trail holds the codes; the words stay with the meeting.
    """
    introduction = _still_met(introduction)
    plan: Plan = {"who": who, "at": at, "how": how, "place": place}
    now = introduction.meetings.filter(state=Meeting.State.PLANNED).first()
    if now and all(getattr(now, key) == value for key, value in plan.items()):
        return now
    if (now and now.pk) != instead_of:
        raise Stale("Someone has just changed this plan. Check it, then move it.")
    if now:
        moved(now, by=by)
    meeting = unsaved_meeting(
        introduction, pk=uuid4(), by=by, planned_at=timezone.now(), **plan,
        planned_anyway=planned_anyway,
    )  # fmt: skip
    meeting.save(force_insert=True)
    became = "meeting.moved" if now else "meeting.planned"
    event = record(became, meeting, by=by, against=against)
    if now:
        meeting_moved(event, now, meeting, by=by)
    return meeting


def _still_met(introduction: Introduction) -> Introduction:
    """Locked, and waiting; or heard already, while a meeting is still planned."""
    fresh = Introduction.objects.select_for_update(of=("self",)).get(pk=introduction.pk)
    if fresh.meetings.filter(state=Meeting.State.PLANNED).exists():
        return fresh
    return waiting(introduction)
