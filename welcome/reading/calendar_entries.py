"""Meetings that a Welcome Team has planned, as a calendar shows them."""

from django.db.models import QuerySet

from ..models import Meeting, User
from ..registries.calendar_entries import Entry, Source
from ..values.icalendar import CalendarEvent

_STATE = Meeting.State
_GONE = [_STATE.MOVED, _STATE.CALLED_OFF, _STATE.THEY_CANCELLED]
_SAY_HOW = "Say how it went"


def _meetings(user: User) -> QuerySet[Meeting]:
    rows = Meeting.objects.visible_to(user).exclude(state__in=_GONE)
    return rows.select_related("introduction__person", "person", "who")


def _entry(row: Meeting) -> Entry:
    state, tone = row.get_state_display(), "held"
    if row.state == Meeting.State.PLANNED:
        state, tone = (_SAY_HOW, "late") if row.is_due else (state, "")
    return Entry(
        row.pk,
        row.at,
        "First conversation" if row.introduction_id else "Meeting",
        (row.with_whom or row.about).known_as,
        row.who.name,
        str(row),
        f"{row.page}#settle" if row.state == Meeting.State.PLANNED else row.page,
        state,
        tone,
    )


def _event(row: Meeting) -> CalendarEvent:
    """A place only where it is ours: at their home, or outdoors, it says who it is."""
    return CalendarEvent(
        row.pk,
        row.at,
        "A call" if row.how == Meeting.How.PHONE else "A conversation",
        sequence=1 if row.settled_at else 0,
        location=row.place if row.how == Meeting.How.OURS else "",
        changed_at=row.settled_at or row.planned_at,
    )


SOURCES = [Source("meetings", Meeting, "who", _meetings, _entry, _event)]
