"""Rows of meetings and what the trail says of them, for each action that plans one."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypedDict
from uuid import UUID

from django.utils import timezone

from ..audit import trail
from ..audit.event_rows import unsaved_event
from ..audit.payloads import MeetingSaid
from ..models import Event, Introduction, Meeting, Person, User
from ..models.meetings import MeetingQuerySet
from ..refusals import Stale
from .meeting_changes import meetings_cancelled


class Plan(TypedDict):
    """Who will meet them, when, how and where."""

    who: User
    at: datetime
    how: str
    place: str


def settled(meeting: Meeting, *, by: User, state: str) -> None:
    """Over, in whichever way. A reminder that has not left by now never leaves."""
    meeting.state, meeting.settled_by = state, by
    meeting.settled_at = timezone.now()
    for what in ("meeting.reminded", "meeting.told"):
        trail.give_up_unsent(what, about=meeting)
    meeting.save(
        update_fields=[
            "state", "settled_by", "settled_at", "next_step", "reach_on", "nothing_why",
        ]
    )  # fmt: skip


def moved(meeting: Meeting, *, by: User) -> None:
    """Another time comes in its place. What is past took place, or did not."""
    if meeting.is_due:
        raise Stale("This time has passed. First say whether the meeting took place.")
    settled(meeting, by=by, state=Meeting.State.MOVED)


def unsaved_meeting(
    about: Introduction | Person, *, pk: UUID, by: User, planned_at: datetime,
    who: User, at: datetime, how: str, place: str = "", planned_anyway: str = "",
    series: UUID | None = None,
) -> Meeting:  # fmt: skip
    """Planned, with the team that the database would fill in otherwise."""
    return Meeting(
        id=pk,
        person=about if isinstance(about, Person) else None,
        introduction=about if isinstance(about, Introduction) else None,
        team_id=about.team_id,
        who=who,
        at=at,
        how=how,
        place=place,
        planned_at=planned_at,
        planned_by=by,
        planned_anyway=planned_anyway,
        series=series,
    )


def record(
    what: str,
    meeting: Meeting,
    *,
    by: User,
    against: Sequence[str] = (),
    times: int = 1,
) -> Event:
    """`against`: the codes of what spoke against the time, never the words of why."""
    now = timezone.now()
    event = happened(what, meeting, by=by, at=now, against=against, times=times)
    return trail.write(event)


def happened(
    what: str,
    meeting: Meeting,
    *,
    by: User,
    at: datetime,
    against: Sequence[str] = (),
    times: int = 1,
) -> Event:
    """The event of it, not saved yet."""
    said = MeetingSaid(how=meeting.how)
    if meeting.next_step:
        said["next"] = meeting.next_step
    if times > 1:
        said["times"] = times
    if against:
        said["against"] = list(against)
    return unsaved_event(
        what,
        at=at,
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
    for meeting in rows.select_related("introduction__person", "person", "who"):
        settled(meeting, by=by, state=Meeting.State.CALLED_OFF)
        event = record("meeting.called_off", meeting, by=by)
        meetings_cancelled(event, [meeting], by=by)
