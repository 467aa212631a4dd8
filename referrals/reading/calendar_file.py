"""A first meeting as a calendar file: that there is a conversation, when and where."""

from datetime import datetime

from django.http import HttpResponse
from django.utils import timezone

from welcome.values import icalendar
from welcome.values.icalendar import CalendarEvent

from ..models import FirstMeeting
from ..models.first_meetings import CANCELLED

_GONE = ["moved", *CANCELLED]
_STATUS = {"proposed": "TENTATIVE"} | dict.fromkeys(_GONE, "CANCELLED")


def event_of(meeting: FirstMeeting, *, where: str = "") -> CalendarEvent:
    """Where it was called off it takes the entry out, and names no place."""
    status = _STATUS.get(meeting.state, "CONFIRMED")
    return CalendarEvent(
        meeting.calendar_id,
        meeting.at,
        "A conversation",
        meeting.sequence,
        status,
        "" if status == "CANCELLED" else where,
    )


def calendar_file(meeting: FirstMeeting, *, now: datetime) -> bytes:
    """The file for one of the three: no name, no service, not even our address."""
    return icalendar.calendar_file([event_of(meeting, where=meeting.place)], now=now)


def answer_with(meeting: FirstMeeting) -> HttpResponse:
    """To be saved, and kept by no browser or proxy."""
    file = calendar_file(meeting, now=timezone.now())
    response = HttpResponse(file, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="conversation.ics"'
    response["Cache-Control"] = "no-store"
    return response
