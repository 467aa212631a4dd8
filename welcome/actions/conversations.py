"""Listening: begin, save as it is typed, finish."""

from collections.abc import Mapping
from datetime import datetime
from typing import cast

from django.db import IntegrityError, transaction
from django.utils import timezone

from ..audit import trail
from ..facts import Said
from ..locking import locked
from ..models import Conversation, Draft, Introduction, Person, Prompt, User
from ..reading.conversation_boxes import PASSAGES
from ..reading.said_before import said_before
from ..refusals import Refused
from ..values.text_cleaning import clean
from . import about, introductions
from .contacts import mark_heard
from .conversation_rows import begun, finished, unsaved_conversation, unsaved_draft
from .holdings import come_back, hold
from .stories import add_passage


class Newer(Exception):
    """Somebody saved other words in this box meanwhile. Holds theirs, to be seen."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        super().__init__(draft.box)


@transaction.atomic
def begin(
    person: Person, *, by: User, introduction: Introduction | None = None
) -> Conversation:
    """Start listening, or carry on where it was left: one draft at a time."""
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    if not person.is_open and person.farewells.exists():
        come_back(person, by=by)
    if introduction:
        introductions.answer(introduction, by=by, person=person)
    draft = person.conversations.drafts().first()
    if draft:
        return draft
    is_first = not person.conversations.kept().filter(is_first=True).exists()
    conversation = unsaved_conversation(
        person, by=by, at=timezone.now(), is_first=is_first
    )
    conversation.save(force_insert=True)
    trail.write(begun(conversation))
    return conversation


@transaction.atomic
def save(
    conversation: Conversation, box: str, *, by: User, words: str, version: int
) -> Draft:
    """Keep what is in one box. `version` is the one that the page has read.

    Raises Newer when somebody saved other words since; Refused when it is finished.
    The same words again are no news: they answer with the draft as it stands.
    """
    _still_a_draft(conversation)
    words = clean(words)
    draft = (
        Draft.objects.select_for_update()
        .filter(conversation=conversation, box=box)
        .first()
    )
    if draft is None:
        return _first_version(conversation, box, by=by, words=words)
    if draft.words == words:
        return draft
    late = version < draft.version and _goes_on(draft, by, words)
    if draft.version != version and not late:
        raise Newer(draft)
    draft.words, draft.saved_by, draft.saved_at = words, by, timezone.now()
    draft.version += 1
    draft.save()
    return draft


def _goes_on(draft: Draft, by: User, words: str) -> bool:
    """Whether these words hold all that stands there, by the same hand, and go on.

    What a tab sent as it was closed can arrive after the next one was opened.
    """
    return bool(draft.words) and draft.saved_by == by and words.startswith(draft.words)


def _first_version(
    conversation: Conversation, box: str, *, by: User, words: str
) -> Draft:
    try:
        with transaction.atomic():
            draft = unsaved_draft(conversation, box, words, by=by, at=timezone.now())
            draft.save(force_insert=True)
            return draft
    except IntegrityError:
        draft = Draft.objects.get(conversation=conversation, box=box)
        if draft.words == words:
            return draft
        raise Newer(draft) from None


@transaction.atomic
def finish(
    conversation: Conversation, *, by: User, said: Mapping[str, object], read_back: bool
) -> Conversation:
    """The words become passages of the story, and the team holds the person.

    `said` is what stands in the boxes (see `boxes.py`), checked by the form.
    """
    conversation = _still_a_draft(conversation)
    person, now = conversation.person, timezone.now()
    read_back_at = now if read_back else None
    place = str(said.get("place") or "")
    told = person.introductions.filter(closed_at=None).order_by("made_at").first()
    event = finished(
        conversation, by=by, at=now, place=place, read_back=read_back, first=told
    )
    conversation.save()
    for prompt in PASSAGES:
        if words := str(said.get(prompt) or "").strip():
            add_passage(
                person,
                by=conversation.listener,
                prompt=prompt,
                words=words,
                read_back_at=read_back_at,
                conversation=conversation,
                place=conversation.place,
            )
    _add_what_was_said_before(conversation, said, read_back_at)
    about.write(person, by=by, said=cast(Said, said))
    if not person.is_open:
        hold(person, by=by, team=conversation.team, worker=conversation.listener)
    conversation.drafts.all().delete()
    trail.write(event)
    return conversation


def _add_what_was_said_before(
    conversation: Conversation,
    said: Mapping[str, object],
    read_back_at: datetime | None,
) -> None:
    """Words from the form and the welcome call join the story, unless left out."""
    to_hear = said_before(conversation)
    for box, before in to_hear.by_box.items():
        if words := str(said.get(box) or "").strip():
            add_passage(
                conversation.person,
                by=before.heard_by,
                prompt=Prompt.BROUGHT,
                words=words,
                voice=before.voice,
                said_at=before.at,
                read_back_at=read_back_at,
                conversation=conversation,
                place=before.where,
            )
    mark_heard(conversation, to_hear.introductions)


def _still_a_draft(conversation: Conversation) -> Conversation:
    """Locked and unfinished, or Refused."""
    fresh = Conversation.objects.select_related(
        "person__team",
        "person__site",
        "team",
        "listener",
        "finished_by",
        "discarded_by",
    )
    conversation = locked(fresh, conversation.pk)
    if conversation.discarded_at:
        raise Refused(
            f"{conversation.discarded_by} has discarded this draft. Undo that under "
            "“Discarded drafts” on Today, then save again."
        )
    if not conversation.is_draft:
        raise Refused(
            f"{conversation.finished_by} has finished this conversation. "
            "You can add to the story in a new one."
        )
    return conversation
