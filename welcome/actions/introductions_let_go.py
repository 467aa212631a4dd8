"""Introductions whose answer was a draft: discarded, they wait again."""

from django.db.models import Max
from django.utils import timezone

from ..audit import trail
from ..models import Conversation, User
from ..models.introductions import IntroductionQuerySet
from .introduction_rows import answered
from .introductions import bring


def wait_again(draft: Conversation, *, by: User) -> None:
    """Who came for this conversation is on the waiting list again.

    Someone who came without an introduction, and whom no one holds, is put there too.
    """
    let_go = list(_answered_by(draft))
    if not let_go and not draft.person.is_open:
        let_go = [bring(draft.person, by=by)]
    for row in let_go:
        row.answered_at = row.answered_by = None
        row.let_go_by = draft
        row.save(update_fields=["answered_at", "answered_by", "let_go_by"])
        trail.record(
            "introduction.reopened",
            about=row,
            by=by,
            person=draft.person,
            team=row.team,
        )


def answer_again(draft: Conversation, *, by: User) -> None:
    """The draft is back: no one needs to wait for these, unless they came again."""
    for row in _locked(draft.let_go.waiting()):
        event = answered(row, by=by, at=timezone.now(), person=draft.person)
        row.let_go_by = None
        row.save(update_fields=["person", "answered_at", "answered_by", "let_go_by"])
        trail.write(event)


def _answered_by(draft: Conversation) -> IntroductionQuerySet:
    """Answered since the last conversation was finished, and not heard in one."""
    rows = _locked(draft.person.introductions.all())
    rows = rows.filter(heard_in=None, closed_at=None, answered_at__isnull=False)
    last = draft.person.conversations.aggregate(at=Max("finished_at"))["at"]
    return rows.filter(answered_at__gt=last) if last else rows


def _locked(rows: IntroductionQuerySet) -> IntroductionQuerySet:
    return rows.select_for_update(of=("self",)).select_related("team")
