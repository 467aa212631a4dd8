"""The row of a question and its answer, and what is written of it. Saves nothing."""

from datetime import datetime

from welcome.models import Event, User

from ..models import Question, Referral
from ..payloads import QuestionAnswered
from .referral_events import referral_event


def unsaved_question(
    referral: Referral, words: str, *, by: User, at: datetime
) -> Question:
    return Question(referral=referral, words=words, asked_by=by, asked_at=at)


def asked(question: Question) -> Event:
    by, at = question.asked_by, question.asked_at
    return referral_event("question.asked", question.referral, by=by, at=at)


def answered(question: Question, words: str, *, by: User, at: datetime) -> Event:
    """Write the answer into its row, and say whether it joined the story."""
    question.answer, question.answered_by, question.answered_at = words, by, at
    codes = QuestionAnswered(joins=question.passage_id is not None)
    return referral_event(
        "question.answered", question.referral, by=by, at=at, detail=codes
    )
