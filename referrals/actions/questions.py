"""Ask, don't re-assess: a question is asked once, and its answer joins the story."""

from django.db import transaction
from django.utils import timezone

from welcome import actions as welcome
from welcome.audit import trail
from welcome.models import Prompt, User, Voice
from welcome.refusals import Refused

from ..access.move_permissions import check
from ..models import Question, Referral
from . import deadlines, state_moves
from .question_rows import answered, asked, unsaved_question
from .recipients import reader_of_answer, readers_at_team
from .telling import tell


@transaction.atomic
def ask(referral: Referral, *, by: User, words: str) -> Question:
    """The partner asks; the welcome team asks the person."""
    referral = state_moves.locked(referral)
    check("ask", referral, by)
    _under_way(referral)
    same = referral.questions.filter(words=words, answered_at=None).first()
    if same:  # the button was pressed twice
        return same
    question = unsaved_question(referral, words, by=by, at=timezone.now())
    question.save(force_insert=True)
    deadlines.rest(referral)
    event = trail.write(asked(question))
    tell(event, referral, readers_at_team(referral))
    return question


@transaction.atomic
def answer(
    question: Question,
    *,
    by: User,
    words: str,
    joins_story: bool,
    read_back: bool = False,
) -> Question:
    """The person's answer. With their yes it is a passage, which this partner sees.

    `read_back`: someone read it to them again, and they agreed that it is right.
    """
    question = (
        Question.objects.select_for_update(of=("self",))
        .select_related("referral")
        .get(pk=question.pk)
    )
    if question.answered_at:
        raise Refused(f"{question.answered_by} has already answered this.")
    referral = state_moves.locked(question.referral)
    check("answer", referral, by)
    _under_way(referral)
    if joins_story:
        question.passage = welcome.add_passage(
            referral.person,
            by=by,
            prompt=Prompt.ASKED,
            words=words,
            voice=Voice.PERSON,
            read_back_at=timezone.now() if read_back else None,
        )
        if referral.agreement:
            referral.agreement.passages.add(question.passage)
    event = answered(question, words, by=by, at=timezone.now())
    question.save()
    deadlines.go_on(referral)
    trail.write(event)
    readers = reader_of_answer(referral, question.asked_by)
    tell(event, referral, readers, "question_answered")
    return question


def _under_way(referral: Referral) -> None:
    """Between a partner who may read the story, and a team that still asks them."""
    state_moves.still_shared(referral)
    if not referral.is_open:
        raise Refused("This referral is no longer open, so nothing was sent.")
