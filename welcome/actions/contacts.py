"""The contact log: what was tried and said between meetings, in a line each."""

from typing import Unpack
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ..audit import trail
from ..audit.payloads import IntroductionCalled
from ..models import (
    Contact,
    ContactKind,
    Conversation,
    Direction,
    Event,
    Introduction,
    Outcome,
    Person,
    Prompt,
    User,
)
from ..once import find
from .contact_rows import Line, logged, unsaved_contact
from .introductions import waiting
from .stories import add_passage

#: Someone answers these at once, or does not; the others are sent.
_ANSWERED_AT_ONCE = (ContactKind.CALL, ContactKind.VISIT)


@transaction.atomic
def log_call(
    introduction: Introduction, *, by: User, once: UUID, reached: bool, words: str,
    kind: str = ContactKind.CALL,
) -> Contact:  # fmt: skip
    """Log a welcome call, or what was written instead, where that is what they allow.

    `once` is the form's own key: pressed twice is one line.
    """
    Introduction.objects.select_for_update(of=("self",)).get(pk=introduction.pk)
    unheard = Outcome.NO_ANSWER if kind in _ANSWERED_AT_ONCE else Outcome.SENT
    outcome = Outcome.SPOKE if reached else unheard
    said = {
        "introduction": introduction,
        "kind": kind,
        "reached": reached,
        "outcome": outcome,
        "words": words,
    }
    known, key = find(Contact, once, said, key="once")
    if known:
        return known
    introduction = waiting(introduction)
    call = Contact.objects.create(**said, by=by, once=key, person=introduction.person)
    trail.record(
        "introduction.called",
        about=introduction,
        by=by,
        site=introduction.site,
        team=introduction.team,
        person=introduction.person,
        detail=IntroductionCalled(reached=reached),
    )
    return call


@transaction.atomic
def log_contact(
    person: Person,
    *,
    by: User,
    once: UUID,
    theirs: bool = False,
    **line: Unpack[Line],
) -> Contact:
    """Log a call, text, visit or letter. `theirs`: the words are the person's own.

    Then they join the story as well, with the day and the way they were said. The
    same form pressed twice is one line.
    """
    Person.objects.select_for_update(of=("self",), no_key=True).get(pk=person.pk)
    known, key = find(Contact, once, {"person": person, **line}, key="once")
    if known:
        return known
    contact, _ = write_contact(person, by=by, key=key, line=line)
    if theirs and contact.words:
        add_passage(
            person,
            by=by,
            prompt=Prompt.ADDED,
            words=contact.words,
            said_at=contact.at,
            place=where(contact),
        )
    return contact


def write_contact(
    person: Person, *, by: User, key: UUID, line: Line
) -> tuple[Contact, Event]:
    """One line, and the event of it. Call with the person locked."""
    contact = unsaved_contact(person, by=by, at=timezone.now(), key=key, line=line)
    contact.save(force_insert=True)
    return contact, trail.write(logged(contact))


def where(contact: Contact) -> str:
    """Where words of this contact were said, for the line under a passage."""
    if contact.direction == Direction.IN or contact.kind != ContactKind.CALL:
        return str(contact.get_kind_display())
    return "On the phone"


def mark_heard(conversation: Conversation, heard: list[Introduction]) -> None:
    """What was said before was offered for the story in this conversation: once."""
    keys = [row.pk for row in heard]
    Introduction.objects.filter(pk__in=keys, heard_in=None).update(
        heard_in=conversation
    )
