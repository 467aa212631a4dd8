"""Adding to the one story. A passage is added, never edited."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from ..audit import trail
from ..audit.payloads import PassageAdded
from ..models import ABOUT_ME, Conversation, Event, Passage, Person, Prompt, User, Voice


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
    replaces = None
    if prompt in ABOUT_ME:
        current = person.passages.current().filter(prompt=prompt, beside=None)
        replaces = current.first()
    passage = Passage.objects.create(
        person=person,
        prompt=Prompt(prompt),
        words=words.strip(),
        voice=Voice(voice),
        heard_by=by,
        read_back_at=read_back_at,
        replaces=replaces,
        said_at=said_at or timezone.now(),
        conversation=conversation,
        place=place,
    )
    event = trail.record(
        "passage.added",
        about=passage,
        by=by,
        person=person,
        team=person.team,
        detail=PassageAdded(prompt=prompt, voice=voice),
    )
    if by.is_the_person:
        tell_their_team(event, person)
    return passage


def tell_their_team(event: Event, person: Person) -> None:
    """What somebody writes on their own page is read, and not found by chance."""
    holding = person.holding
    worker = holding.worker if holding and holding.team_id else None
    trail.tell(
        event,
        to=[person.team.email, worker.email if worker else ""],
        template="story_changed",
        reference=person.reference,
        path=reverse("welcome:person", args=[person.pk]),
    )
