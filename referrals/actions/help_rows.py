"""The rows of help that is under way, and of its end. Saves nothing."""

from datetime import datetime
from typing import Any

from welcome.models import Event, User

from ..models import Note, Outcome, Referral
from .referral_events import referral_event


def unsaved_note(referral: Referral, words: str, *, by: User, at: datetime) -> Note:
    return Note(referral=referral, words=words, by=by, at=at)


def noted(note: Note) -> Event:
    return referral_event("note.added", note.referral, by=note.by, at=note.at)


def unsaved_outcome(
    referral: Referral, how: str, words: str, *, by: User, at: datetime, **along: Any
) -> Outcome:
    """How it went; `along` is what the person takes with them, and who is told."""
    return Outcome(referral=referral, how=how, words=words, by=by, at=at, **along)
