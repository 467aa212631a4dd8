"""What was said where the history tells of a contact or an introduction."""

from collections.abc import Iterable

from ..audit.event_rows import label
from ..models import Contact, Event, Introduction


def with_words(events: Iterable[Event]) -> list[Event]:
    """These events; each knows what was `said`, in paragraphs. At most three queries.

    The words are read from where they are kept: the events hold codes alone.
    """
    rows = list(events)
    contacts = _keys(rows, "contact.logged")
    said = {
        label(contact): [contact.headline, contact.words]
        for contact in (Contact.objects.filter(pk__in=contacts) if contacts else ())
    }
    came = _keys(rows, "introduction.answered")
    if came:
        made = Introduction.objects.filter(pk__in=came).prefetch_related("contacts")
        said |= {label(row): _said_on_the_way(row) for row in made}
    for event in rows:
        words = said.get(event.about, []) if event.what in _TOLD else []
        event.said = [line for line in words if line]  # type: ignore[attr-defined]
    return rows


#: The events beside which words are shown.
_TOLD = ("contact.logged", "introduction.answered")


def _said_on_the_way(row: Introduction) -> list[str]:
    """The words of the form, then those of each welcome call."""
    return [row.words, *(contact.words for contact in row.contacts.all())]


def _keys(events: list[Event], what: str) -> list[str]:
    about = [event.about for event in events if event.what == what]
    return [name.partition(":")[2] for name in about]
