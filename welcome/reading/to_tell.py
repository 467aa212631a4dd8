"""Whether the person still has to be told that a meeting has changed, and how."""

from ..audit.event_rows import label
from ..models import Event, Meeting, Person

_CHANGED = [Meeting.State.MOVED, Meeting.State.CALLED_OFF]


def tell_them_yourself(meeting: Meeting) -> str:
    """A sentence for who moved or cancelled it; nothing where they know, or knew not.

    They were reminded of the time, and no way that is safe reaches them before it.
    """
    knew = meeting.person_reminded_at or meeting.person_texted_at
    person = meeting.with_whom
    if meeting.state not in _CHANGED or not knew or person is None:
        return ""
    told = Event.objects.filter(about=label(meeting), what="meeting.told")
    return "" if told.exists() else how_to_tell(person)


def how_to_tell(person: Person) -> str:
    wish = getattr(person, "contact_wish", None)
    how = " ".join(wish.sentences) if wish else "Not asked yet."
    return (
        f"We’ve reminded {person} of the old time and can’t safely write to them now. "
        f"Tell them yourself: {how}"
    )
