"""Drafts are discarded, brought back, and deleted when it can't be undone any more."""

from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from ..audit import trail
from ..locking import locked
from ..models import Conversation, Letter, Person, User
from ..models.discarding import Discardable
from ..refusals import Refused
from .introductions_let_go import answer_again, wait_again

#: So many are deleted at each round of the task.
_AT_ONCE = 200


@transaction.atomic
def discard_conversation(conversation: Conversation, *, by: User) -> Conversation:
    """Its words are kept for `KEPT_DAYS`. Pressed twice, it is discarded once.

    The person is on the waiting list again, unless someone holds them: no one is
    missed because a draft was discarded.
    """
    draft = _conversation(conversation)
    if draft.discarded_at:
        return draft
    if draft.finished_at:
        raise Refused(
            f"{draft.finished_by} has finished this conversation. Its words are part "
            "of the story, so it can’t be discarded."
        )
    _discard(draft, by=by, at=timezone.now())
    trail.record(
        "conversation.discarded",
        about=draft,
        by=by,
        person=draft.person,
        team=draft.team,
    )
    wait_again(draft, by=by)
    return draft


@transaction.atomic
def restore_conversation(conversation: Conversation, *, by: User) -> Conversation:
    """Every box as it was. Refused where another draft has begun since."""
    draft = _conversation(conversation)
    if draft.discarded_at is None:
        return draft
    person = Person.objects.select_for_update(of=("self",)).get(pk=draft.person_id)
    another = person.conversations.drafts().select_related("listener").first()
    if another:
        raise Refused(
            f"{another.listener} has started another conversation with {person}. "
            "Finish or discard that one first. We’ve kept this draft."
        )
    first = person.conversations.kept().filter(is_first=True)
    draft.is_first = draft.is_first and not first.exists()
    draft.discarded_at = draft.discarded_by = None
    draft.save(update_fields=["is_first", "discarded_at", "discarded_by"])
    trail.record(
        "conversation.restored", about=draft, by=by, person=person, team=draft.team
    )
    answer_again(draft, by=by)
    return draft


@transaction.atomic
def discard_letter(letter: Letter, *, by: User) -> Letter:
    """Kept for `KEPT_DAYS`. Pressed twice, it is discarded once."""
    draft = _letter(letter)
    if draft.discarded_at:
        return draft
    if draft.attachment_id:
        raise Refused("The PDF of this letter is made already. It can’t be discarded.")
    _discard(draft, by=by, at=timezone.now())
    _say("letter_draft.discarded", draft, by=by)
    return draft


@transaction.atomic
def restore_letter(letter: Letter, *, by: User) -> Letter:
    draft = _letter(letter)
    if draft.discarded_at:
        draft.discarded_at = draft.discarded_by = None
        draft.save(update_fields=["discarded_at", "discarded_by"])
        _say("letter_draft.restored", draft, by=by)
    return draft


def delete_discarded() -> int:
    """For good, what was discarded more than `KEPT_DAYS` ago. How many."""
    now, clock = timezone.now(), User.objects.hand("clock")
    old: list[tuple[models.QuerySet[Any], str]] = [
        (Conversation.objects.past_undoing(now), "conversation.deleted"),
        (Letter.objects.past_undoing(now), "letter_draft.deleted"),
    ]
    return sum(_delete(rows, what, by=clock) for rows, what in old)


@transaction.atomic
def _delete(rows: models.QuerySet[Any], what: str, *, by: User) -> int:
    """A draft that is brought back at this moment is left alone."""
    held = rows.select_for_update(of=("self",), skip_locked=True)
    found = list(held.select_related("person__team")[:_AT_ONCE])
    for draft in found:
        _say(what, draft, by=by)
        draft.delete()
    return len(found)


def _discard(draft: Discardable, *, by: User, at: datetime) -> None:
    draft.discarded_at, draft.discarded_by = at, by
    draft.save(update_fields=["discarded_at", "discarded_by"])


def _say(what: str, draft: Any, *, by: User) -> None:
    person = draft.person
    trail.record(what, about=draft, by=by, person=person, team=person.team)


def _conversation(draft: Conversation) -> Conversation:
    rows = Conversation.objects.select_related("person__team", "team", "finished_by")
    return locked(rows, draft.pk)


def _letter(draft: Letter) -> Letter:
    return locked(Letter.objects.select_related("person__team"), draft.pk)
