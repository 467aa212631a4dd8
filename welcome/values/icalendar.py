"""Calendar files by RFC 5545. Pure.

A calendar is read by others: on a kitchen wall, by an employer, by anyone who shares
the phone. So an event says that there is something, and when; there is no room in it
for a name. Its key is a bare UUID, without our address, as RFC 7986 advises.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

#: No one is asked how long; an hour keeps the time free.
_LASTS = timedelta(hours=1)
_MOST = 75  # octets in a line, without its end
_UNSEEN = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]")


class CalendarEvent(NamedTuple):
    """One event. A calendar knows it again by `uid`; of two, `sequence` says the later.

    `location` is left out where it is empty.
    """

    uid: UUID
    at: datetime
    summary: str
    sequence: int = 0
    status: str = "CONFIRMED"
    location: str = ""
    changed_at: datetime | None = None


def calendar_file(
    events: Iterable[CalendarEvent], *, now: datetime, about: Iterable[str] = ()
) -> bytes:
    """The file. `about`: further lines about the calendar itself.

    >>> at = datetime(2026, 11, 24, 14, 30, tzinfo=UTC)
    >>> event = CalendarEvent(UUID(int=7), at, "A call", location="3, The Shore")
    >>> file = calendar_file([event], now=at).decode().split("\\r\\n")
    >>> [line for line in file if line[:2] in ("DT", "LO")]
    ['DTSTAMP:20261124T143000Z', 'DTSTART:20261124T143000Z', \
'DTEND:20261124T153000Z', 'LOCATION:3\\\\, The Shore']
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Conversations//EN",
        "METHOD:PUBLISH",
        *about,
        *(line for event in events for line in _lines(event, now)),
        "END:VCALENDAR",
    ]
    folded = (part for line in lines for part in _folded(line))
    return b"".join(part + b"\r\n" for part in folded)


def _lines(event: CalendarEvent, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"SEQUENCE:{event.sequence}"
    yield f"STATUS:{event.status}"
    yield f"DTSTAMP:{_utc(now)}"
    if event.changed_at:
        yield f"LAST-MODIFIED:{_utc(event.changed_at)}"
    yield f"DTSTART:{_utc(event.at)}"
    yield f"DTEND:{_utc(event.at + _LASTS)}"
    yield f"SUMMARY:{_escaped(event.summary)}"
    if event.location:
        yield f"LOCATION:{_escaped(event.location)}"
    yield "END:VEVENT"


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
