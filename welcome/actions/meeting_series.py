"""A meeting that repeats: planned in one go, and cancelled from one of them on."""

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from ..models import Meeting, Person, User
from .follow_ups import is_with_us
from .meeting_rows import record, settled, unsaved_meeting


@transaction.atomic
def plan_series(
    person: Person,
    *,
    by: User,
    who: User,
    times: Sequence[datetime],
    how: str,
    place: str = "",
    planned_anyway: str = "",
    against: Sequence[str] = (),
) -> list[Meeting]:
    """One row for each time, all or none. The same series sent twice is one."""
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    is_with_us(person)
    same = {"who": who, "how": how, "place": place}
    known = person.meetings.planned().filter(at__in=times, series__isnull=False, **same)
    if {meeting.at for meeting in known} == set(times):
        return list(known)
    key = uuid4()
    meetings = [
        unsaved_meeting(
            person, pk=uuid4(), by=by, planned_at=timezone.now(), who=who, at=at,
            how=how, place=place, planned_anyway=planned_anyway, series=key,
        )
        for at in times
    ]  # fmt: skip
    Meeting.objects.bulk_create(meetings)
    count = len(meetings)
    record("meeting.planned", meetings[0], by=by, against=against, times=count)
    return meetings


def cancel_later(meeting: Meeting, *, by: User) -> list[Meeting]:
    """Those of its series that are still ahead, in the same way.

    One whose time has come waits until someone says how it went.
    """
    if meeting.series is None:
        return []
    after = max(meeting.at, timezone.now())
    later = Meeting.objects.planned().filter(series=meeting.series, at__gt=after)
    later = later.filter(person=meeting.person_id).select_related("person", "who")
    rows = list(later.select_for_update(of=("self",)))
    for row in rows:
        settled(row, by=by, state=meeting.state)
    return rows
