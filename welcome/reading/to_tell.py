"""Whether the person still has to be told that a meeting has changed, and how."""

from datetime import UTC, datetime
from typing import cast

from django.db import models

from ..audit.event_rows import label
from ..audit.payloads import MeetingReminded
from ..models import Event, Meeting, Message, Person

_CHANGED = [Meeting.State.MOVED, Meeting.State.CALLED_OFF]


def tell_them_yourself(meeting: Meeting) -> str:
    """A sentence for who moved or cancelled it; nothing where they know, or knew not.

    They were reminded of the time, and no way that is safe reaches them before it.
    """
    person = meeting.with_whom
    if meeting.state not in _CHANGED or person is None:
        return ""
    if not channels_reminded(meeting, meeting.at):
        return ""
    told = Event.objects.filter(about=label(meeting), what="meeting.told")
    return "" if told.exists() else how_to_tell(person)


def channels_reminded(about: models.Model, of: datetime) -> set[str]:
    """By which channels the person was reminded of this time, by what has left.

    A message that was still waiting is given up: they know nothing of that time.
    """
    left = Message.objects.filter(event__about=label(about), failed_at=None)
    left = left.exclude(sent_at=None).select_related("event")
    return {one.channel for one in left if _reminds(one.event, of)}


def _reminds(event: Event, of: datetime) -> bool:
    """Whether it reminded the person, not the worker, of just this time."""
    said = cast(MeetingReminded, event.detail)
    same = said.get("reminds_of") == of.astimezone(UTC).isoformat()
    return same and said.get("whom") in {"person", "text"}


def how_to_tell(person: Person) -> str:
    wish = getattr(person, "contact_wish", None)
    how = " ".join(wish.sentences) if wish else "Not asked yet."
    return (
        f"We’ve reminded {person} of the old time and can’t safely write to them now. "
        f"Tell them yourself: {how}"
    )
