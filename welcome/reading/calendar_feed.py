"""A worker's own appointments as an iCalendar feed, for Outlook and phones.

It leaves our walls: an employer's Outlook, a phone's lock screen. So an event says “A
conversation” or “A call”, and no more; a source has nothing else to give it.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from ..models import User
from ..registries import calendar_entries
from ..values.icalendar import CalendarEvent, calendar_file

_BACK, _AHEAD = timedelta(days=30), timedelta(days=180)
#: Of each kind; more than ten on every working day. The latest are kept.
_AT_MOST = 1500
#: How it is called, and how often it is worth asking: as RFC 7986 and Outlook say it.
_ABOUT = [
    "NAME:Conversations",
    "X-WR-CALNAME:Conversations",
    "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    "X-PUBLISHED-TTL:PT1H",
]


def feed_of(user: User, *, now: datetime) -> bytes:
    """The last 30 and the next 180 days. What was cancelled is not in it."""
    return calendar_file(_events(user, now), now=now, about=_ABOUT)


def _events(user: User, now: datetime) -> Iterator[CalendarEvent]:
    for source in calendar_entries.sources():
        mine = source.rows(user).filter(**{source.who: user})
        near = mine.filter(at__gte=now - _BACK, at__lt=now + _AHEAD)
        for row in near.order_by("-at", "pk")[:_AT_MOST]:
            yield source.event(row)
