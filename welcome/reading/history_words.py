"""What was said, beside what the history tells of a contact, a form or the story."""

from collections.abc import Iterable

from ..audit.event_rows import label
from ..models import Contact, Event, Introduction, Passage


def with_words(events: Iterable[Event]) -> list[Event]:
    """These events; each knows what was `said`, in paragraphs. At most four queries.

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
    passages = [pk for what in _OF_THE_STORY for pk in _keys(rows, what)]
    story = Passage.objects.filter(pk__in=passages) if passages else ()
    said |= {label(passage): [passage.words] for passage in story}
    told = [event for event in rows if event.what in _TOLD]
    # words that came in at a door and joined the story stand once, where they came in
    elsewhere = {line for event in told for line in said.get(event.about, [])}
    for event in rows:
        is_told = event.what in (*_TOLD, *_OF_THE_STORY)
        words = said.get(event.about, []) if is_told else []
        event.said = [  # type: ignore[attr-defined]
            line
            for line in words
            if line and (event.what in _TOLD or line not in elsewhere)
        ]
    return rows


#: Words of the story: what was added, corrected or put beside it.
_OF_THE_STORY = ("passage.added", "passage.corrected", "passage.disputed")
#: The events beside which words are shown.
_TOLD = ("contact.logged", "introduction.answered")


def _said_on_the_way(row: Introduction) -> list[str]:
    """The words of the form, then those of each welcome call."""
    return [row.words, *(contact.words for contact in row.contacts.all())]


def _keys(events: list[Event], what: str) -> list[str]:
    about = [event.about for event in events if event.what == what]
    return [name.partition(":")[2] for name in about]
