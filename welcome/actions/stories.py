"""Adding to the one story. A passage is added, never edited."""

from datetime import datetime
from typing import TypedDict, Unpack

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from ..audit import trail
from ..audit.event_rows import unsaved_event
from ..audit.payloads import PassageAdded
from ..models import ABOUT_ME, Conversation, Event, Passage, Person, Prompt, User, Voice


class MoreOfIt(TypedDict, total=False):
    """The columns of a passage that most go without."""

    read_back_at: datetime | None
    replaces: Passage | None
    conversation: Conversation | None
    place: str


@transaction.atomic
def add_passage(
    person: Person,
    *,
    by: User,
    prompt: str,
    words: str,
    voice: str = Voice.PERSON,
    read_back_at: datetime | None = None,
    said_at: datetime | None = None,
    conversation: Conversation | None = None,
    place: str = "",
) -> Passage:
    """Add one passage. “Please do” and “Please don’t” replace the ones before."""
    now, replaces = timezone.now(), None
    if prompt in ABOUT_ME:
        current = person.passages.current().filter(prompt=prompt, beside=None)
        replaces = current.first()
    passage = unsaved_passage(
        person,
        by=by,
        at=said_at or now,
        prompt=prompt,
        words=words,
        voice=voice,
        read_back_at=read_back_at,
        replaces=replaces,
        conversation=conversation,
        place=place,
    )
    passage.save(force_insert=True)
    event = trail.write(added(passage, at=now))
    if by.is_the_person:
        tell_their_team(event, person)
    return passage


def unsaved_passage(
    person: Person,
    *,
    by: User,
    at: datetime,
    prompt: str,
    words: str,
    voice: str = Voice.PERSON,
    **more: Unpack[MoreOfIt],
) -> Passage:
    """The row of a passage, not saved."""
    return Passage(
        person=person,
        prompt=Prompt(prompt),
        words=words.strip(),
        voice=Voice(voice),
        heard_by=by,
        said_at=at,
        **more,
    )


def added(passage: Passage, *, at: datetime) -> Event:
    """That it joined the story: `at` that moment, however long ago it was said."""
    person = passage.person
    codes = PassageAdded(prompt=str(passage.prompt), voice=str(passage.voice))
    return unsaved_event(
        "passage.added",
        at=at,
        about=passage,
        by=passage.heard_by,
        person=person,
        team=person.team,
        detail=codes,
    )


def tell_their_team(event: Event, person: Person) -> None:
    """What someone writes on their own page is read, and not found by chance."""
    holding = person.holding
    worker = holding.worker if holding and holding.team_id else None
    trail.tell(
        event,
        to=[person.team.email, worker.email if worker else ""],
        template="story_changed",
        reference=person.reference,
        path=reverse("welcome:person", args=[person.pk]),
    )
