"""Adding to the one story. A passage is added, never edited."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from .. import trail
from ..models import ABOUT_ME, Passage, Person, Prompt, User, Voice


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
    **where: Any,
) -> Passage:
    """Add one passage. “Please do” and “Please don’t” replace the ones before."""
    replaces = None
    if prompt in ABOUT_ME:
        replaces = person.passages.current().filter(prompt=prompt).first()
    passage = Passage.objects.create(
        person=person,
        prompt=Prompt(prompt),
        words=words.strip(),
        voice=Voice(voice),
        heard_by=by,
        read_back_at=read_back_at,
        replaces=replaces,
        said_at=said_at or timezone.now(),
        **where,
    )
    trail.record(
        "passage.added",
        about=passage,
        by=by,
        person=person,
        team=person.team,
        prompt=prompt,
        voice=voice,
    )
    return passage
