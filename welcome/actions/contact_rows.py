"""A line of the contact log, and what is written of it. Saves nothing."""

from datetime import datetime
from typing import TypedDict
from uuid import UUID

from ..audit.event_rows import unsaved_event
from ..audit.payloads import ContactLogged
from ..models import Contact, Event, Outcome, Person, User


class Line(TypedDict):
    """What a line of the log says."""

    kind: str
    direction: str
    outcome: str
    minutes: int | None
    words: str


def unsaved_contact(
    person: Person, *, by: User, at: datetime, key: UUID, line: Line
) -> Contact:
    reached = line["outcome"] == Outcome.SPOKE
    return Contact(person=person, by=by, at=at, once=key, reached=reached, **line)


def logged(contact: Contact) -> Event:
    person = contact.person
    assert person is not None
    codes = ContactLogged(
        kind=contact.kind, direction=contact.direction, outcome=contact.outcome
    )
    return unsaved_event(
        "contact.logged",
        at=contact.at,
        about=contact,
        by=contact.by,
        person=person,
        team=person.team,
        detail=codes,
    )
