"""The rows of a conversation, and what is written of it. Saves nothing."""

from datetime import datetime

from ..audit.event_rows import unsaved_event
from ..audit.payloads import ConversationBegun, ConversationFinished
from ..models import Conversation, Draft, Event, Introduction, Person, User
from .introduction_rows import days_since


def unsaved_conversation(
    person: Person, *, by: User, at: datetime, is_first: bool
) -> Conversation:
    return Conversation(
        person=person, team=person.team, listener=by, is_first=is_first, started_at=at
    )


def begun(conversation: Conversation) -> Event:
    return unsaved_event(
        "conversation.begun",
        at=conversation.started_at,
        about=conversation,
        by=conversation.listener,
        person=conversation.person,
        team=conversation.team,
        detail=ConversationBegun(is_first=conversation.is_first),
    )


def unsaved_draft(
    conversation: Conversation, box: str, words: str, *, by: User, at: datetime
) -> Draft:
    """What was typed into one box, for the first time."""
    return Draft(
        conversation=conversation, box=box, words=words, saved_by=by, saved_at=at
    )


def finished(
    conversation: Conversation,
    *,
    by: User,
    at: datetime,
    place: str,
    read_back: bool,
    first: Introduction | None,
) -> Event:
    """Write the end into its row, and say so. `first` is how they came to us."""
    conversation.place = place
    conversation.finished_at, conversation.finished_by = at, by
    conversation.was_read_back = read_back
    codes = ConversationFinished(is_first=conversation.is_first)
    if conversation.is_first and first:
        codes["source"] = first.source
        codes["days"] = days_since(first, at)
    return unsaved_event(
        "conversation.finished",
        at=at,
        about=conversation,
        by=by,
        person=conversation.person,
        team=conversation.team,
        detail=codes,
    )
