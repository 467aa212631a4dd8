"""Rows of meetings and what the trail says of them, for each action that plans one."""

from collections.abc import Sequence

from django.utils import timezone

from ..audit import trail
from ..audit.payloads import MeetingSaid
from ..models import Meeting, User
from ..models.meetings import MeetingQuerySet


def settled(meeting: Meeting, *, by: User, state: str) -> None:
    """Over, in whichever way. The row says by whom, and when."""
    meeting.state, meeting.settled_by = state, by
    meeting.settled_at = timezone.now()
    meeting.save(
        update_fields=[
            "state", "settled_by", "settled_at", "next_step", "reach_on", "nothing_why",
        ]
    )  # fmt: skip


def record(
    what: str,
    meeting: Meeting,
    *,
    by: User,
    against: Sequence[str] = (),
    times: int = 1,
) -> None:
    """`against`: the codes of what spoke against the time, never the words of why."""
    said = MeetingSaid(how=meeting.how)
    if meeting.next_step:
        said["next"] = meeting.next_step
    if times > 1:
        said["times"] = times
    if against:
        said["against"] = list(against)
    trail.record(
        what,
        about=meeting.about,
        by=by,
        site=meeting.about.site,
        person=meeting.with_whom,
        team=meeting.about.team,
        detail=said,
    )


def cancel_ahead(planned: MeetingQuerySet, *, by: User) -> None:
    """Cancel what is still to come. How a past one went, someone has to say."""
    rows = planned.filter(at__gt=timezone.now())
    for meeting in rows.select_related("introduction__person", "person"):
        settled(meeting, by=by, state=Meeting.State.CALLED_OFF)
        record("meeting.called_off", meeting, by=by)
