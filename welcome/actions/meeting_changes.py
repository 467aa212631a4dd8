"""A meeting was moved or cancelled: tell the others it concerns, once."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db import models
from django.utils import timezone

from ..audit import trail
from ..audit.payloads import MeetingReminded
from ..models import ContactWish, Event, Meeting, Message, User
from ..private_links.safe_contact import next_moment_for_texts, next_safe_moment
from ..reading.to_tell import channels_reminded

#: By the channel in which they were reminded: a new time, and no meeting at all.
NEW_TIME = {"email": "meeting_new_time", "text": "text_meeting_new_time"}
CANCELLED = {"email": "meeting_cancelled", "text": "text_meeting_cancelled"}
_A_DAY = timedelta(hours=24)


class Way(NamedTuple):
    """A safe way to reach the person in time, and from when on it is safe."""

    channel: Message.Channel
    to: str
    safe_from: datetime


def meeting_moved(event: Event, old: Meeting, new: Meeting, *, by: User) -> None:
    """Whose calendar it was in, and is in now; and the person, if they knew of it."""
    _tell_workers(event, new, [old.who, new.who], by=by, template="your_meeting_moved")
    for way in _tell_person(old, NEW_TIME, new.at, by=by):
        if new.at - _A_DAY <= way.safe_from:  # a reminder would only say it again
            _is_reminded(new, way.channel)
    new.save(update_fields=["person_reminded_at", "person_texted_at"])


def meetings_cancelled(event: Event, meetings: Iterable[Meeting], *, by: User) -> None:
    """Those whose calendars they were in, in one message; and the person, of each."""
    ahead = [meeting for meeting in meetings if not meeting.is_due]
    if not ahead:
        return
    workers = [meeting.who for meeting in ahead]
    _tell_workers(event, ahead[0], workers, by=by, template="your_meeting_cancelled")
    for meeting in ahead:
        if meeting.state == Meeting.State.CALLED_OFF:
            _tell_person(meeting, CANCELLED, meeting.at, by=by)


def tell_by(ways: list[Way], event: Event, templates: dict[str, str]) -> None:
    """To the person: no name, no reference, no link."""
    for way in ways:
        trail.tell(
            event,
            to=[way.to],
            template=templates[way.channel],
            channel=way.channel,
            due_at=way.safe_from,
        )


def ways_they_were_told(
    person: UUID | None, *, about: models.Model, of: datetime, before: datetime
) -> list[Way]:
    """The ways by which they were reminded, as far as they are still safe in time."""
    channels = channels_reminded(about, of)
    by_email = Message.Channel.EMAIL in channels
    by_text = Message.Channel.TEXT in channels
    rows = ContactWish.objects.select_related("person__site")
    wish = rows.filter(person=person).first() if by_email or by_text else None
    if wish is None:
        return []
    now, ways = timezone.now(), []
    if by_email and wish.may_email and wish.email:
        safe_from = next_safe_moment(wish, now)
        ways.append(Way(Message.Channel.EMAIL, wish.email, safe_from))
    if by_text and wish.number_for_texts:
        safe_from = next_moment_for_texts(wish, now)
        ways.append(Way(Message.Channel.TEXT, wish.number_for_texts, safe_from))
    return [way for way in ways if way.safe_from < before]


def _tell_workers(
    event: Event, meeting: Meeting, users: list[User], *, by: User, template: str
) -> None:
    """By a reference. No one is told what they did, and no one who has left."""
    to = {user.email for user in users if user.pk != by.pk and user.is_active}
    if not to:
        return
    person = meeting.with_whom
    reference = person.reference if person else ""
    trail.tell(
        event, to=sorted(to), template=template, reference=reference, path=meeting.page
    )


def _tell_person(
    meeting: Meeting, templates: dict[str, str], when: datetime, *, by: User
) -> list[Way]:
    person = meeting.with_whom
    ways = ways_they_were_told(
        person.pk if person else None,
        about=meeting,
        of=meeting.at,
        before=meeting.at,
    )
    if ways:
        event = trail.record(
            "meeting.told",
            about=meeting,
            by=by,
            site=meeting.about.site,
            person=person,
            team=meeting.about.team,
            detail=MeetingReminded(
                whom="person", reminds_of=when.astimezone(UTC).isoformat()
            ),
        )
        tell_by(ways, event, templates)
    return ways


def _is_reminded(meeting: Meeting, channel: Message.Channel) -> None:
    if channel == Message.Channel.EMAIL:
        meeting.person_reminded_at = timezone.now()
    else:
        meeting.person_texted_at = timezone.now()
