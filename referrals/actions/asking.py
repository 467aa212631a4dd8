"""Ask, don't re-assess: a question is asked once, and its answer joins the story."""

from django.db import transaction
from django.utils import timezone

from welcome import actions as welcome
from welcome.models import Prompt, User, Voice
from welcome.refusals import Refused

from ..models import Question, Referral
from . import moves


@transaction.atomic
def ask(referral: Referral, *, by: User, words: str) -> Question:
    """The partner asks; the welcome team asks the person."""
    referral = moves.locked(referral)
    if not referral.is_open or not referral.is_shared:
        raise Refused("This story is no longer shared with you, so nothing was asked.")
    same = referral.questions.filter(words=words, answered_at=None).first()
    if same:  # the button was pressed twice
        return same
    question = Question.objects.create(referral=referral, words=words, asked_by=by)
    event = moves.happened("question.asked", referral, by=by)
    moves.tell(event, referral, moves.readers_at_team(referral), "question_asked")
    return question


@transaction.atomic
def answer(question: Question, *, by: User, words: str, joins_story: bool) -> Question:
    """The person's answer. With their yes it is a passage, which this partner sees."""
    question = (
        Question.objects.select_for_update(of=("self",))
        .select_related("referral")
        .get(pk=question.pk)
    )
    if question.answered_at:
        raise Refused(f"{question.answered_by} has answered this already.")
    referral = moves.locked(question.referral)
    if joins_story:
        question.passage = welcome.add_passage(
            referral.person,
            by=by,
            prompt=Prompt.ASKED,
            words=words,
            voice=Voice.PERSON,
            read_back_at=timezone.now(),
        )
        if referral.agreement:
            referral.agreement.passages.add(question.passage)
    question.answer, question.answered_by = words, by
    question.answered_at = timezone.now()
    question.save()
    event = moves.happened("question.answered", referral, by=by, joins=joins_story)
    moves.tell(event, referral, [question.asked_by.email], "question_answered")
    return question
