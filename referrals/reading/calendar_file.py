"""A first meeting as a calendar file, by RFC 5545.

A calendar is read by others: on a kitchen wall, by an employer, by whoever shares the
phone. So the file says that there is a conversation, when and where: no name, no
service, not even our address (its key is a bare UUID, as RFC 7986 advises).
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from django.http import HttpResponse
from django.utils import timezone

from ..models import FirstMeeting

_STATUS = {"proposed": "TENTATIVE", "called_off": "CANCELLED", "moved": "CANCELLED"}
#: Nobody is asked how long; an hour keeps the time free.
_LASTS = timedelta(hours=1)
_MOST = 75  # octets in a line, without its end
_UNSEEN = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]")


def calendar_file(meeting: FirstMeeting, *, now: datetime) -> bytes:
    """The file. Where it was called off it takes the entry out, and names no place.

    >>> at = datetime(2026, 11, 24, 14, 30, tzinfo=UTC)
    >>> file = calendar_file(FirstMeeting(at=at, place="3, The Shore"), now=at)
    >>> [line for line in file.decode().split("\\r\\n") if line[:2] in ("DT", "LO")]
    ['DTSTAMP:20261124T143000Z', 'DTSTART:20261124T143000Z', \
'DTEND:20261124T153000Z', 'LOCATION:3\\\\, The Shore']
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Conversations//EN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{meeting.calendar_id}",
        f"SEQUENCE:{meeting.sequence}",
        f"STATUS:{_STATUS.get(meeting.state, 'CONFIRMED')}",
        f"DTSTAMP:{_utc(now)}",
        f"DTSTART:{_utc(meeting.at)}",
        f"DTEND:{_utc(meeting.at + _LASTS)}",
        "SUMMARY:A conversation",
        *_location(meeting),
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    folded = (part for line in lines for part in _folded(line))
    return b"".join(part + b"\r\n" for part in folded)


def answer_with(meeting: FirstMeeting) -> HttpResponse:
    """To be saved, and kept by no browser or proxy."""
    file = calendar_file(meeting, now=timezone.now())
    response = HttpResponse(file, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="conversation.ics"'
    response["Cache-Control"] = "no-store"
    return response


def _location(meeting: FirstMeeting) -> list[str]:
    if not meeting.place or _STATUS.get(meeting.state) == "CANCELLED":
        return []
    return [f"LOCATION:{_escaped(meeting.place)}"]


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(words: str) -> str:
    """What has a meaning of its own in the file stands for itself."""
    plain = _UNSEEN.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))
    return re.sub(r"([\\;,])", r"\\\1", plain).replace("\n", "\\n")


def _folded(line: str) -> Iterator[bytes]:
    """Parts of at most 75 octets, never in the middle of a letter."""
    part = b""
    for letter in line:
        octets = letter.encode()
        if len(part) + len(octets) > _MOST:
            yield part
            part = b" "
        part += octets
    yield part
