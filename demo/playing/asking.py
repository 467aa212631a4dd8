"""Playing how help is asked for, and what a partner asks before it answers."""

from datetime import timedelta

from referrals.actions.agreed_terms import AgreedTerms, given, unsaved_agreement
from referrals.actions.question_rows import answered, unsaved_question
from referrals.actions.question_rows import asked as question_asked
from referrals.actions.request_rows import (
    Asked,
    leaving,
    request_event,
    unsaved_draft,
    unsaved_request,
)
from referrals.models import Agreement, Offer, Referral, Request, State
from welcome.models import Look, Passage, Prompt

from ..lives.hours import day_of
from ..lives.pen import Step
from . import recording
from .moving import move, notify
from .stage import Stage

_LASTS = timedelta(days=365)


def asked(stage: Stage, step: Step) -> None:
    """One request, and each partner its own yes."""
    by, at, codes = stage.welcomer, stage.now, step.codes
    stage.look(by, Look.Why.TEAM)
    pk, once = stage.new_id(), stage.new_id()
    words = stage.say("asks", codes["need"], ours=False)
    said = Asked(words=words, need=codes["need"], urgency=codes["urgency"])
    row = unsaved_request(stage.who, said, by=by, at=at, once=once)
    request, count = stage.add(pk, row), len(codes["asked"])
    stage.happens(request_event("request.made", request, by=by, at=at, offers=count))
    previous = stage.referrals.get(codes["previous"])
    for ref, offer in codes["asked"].items():
        _send(stage, ref, stage.town.offers[offer], request, previous)
        previous = None


def _send(
    stage: Stage, ref: int, offer: Offer, request: Request, previous: Referral | None
) -> None:
    by, at, (agreement, shared) = stage.welcomer, stage.now, _agree(stage)
    referral = stage.add(stage.new_id(), unsaved_draft(request, offer, previous))
    stage.referrals[ref] = referral
    codes, columns = leaving(referral, agreement, by=by, at=at)
    sent = move(stage, referral, State.SENT, by, codes, **columns)
    stage.happens(given(referral, shared, by=by, at=at))
    if previous:
        previous.decided_at = previous.decided_at or at
    notify(stage, sent, referral, referral.partner.email)


def _agree(stage: Stage) -> tuple[Agreement, int]:
    """The person’s yes, and to how many passages: mostly to nearly all."""
    pk, words = stage.new_id(), stage.say("agreements")
    how = stage.rng.choice(["face_to_face", "face_to_face", "phone"])
    told = [p for prompt, p in stage.passages.items() if stage.shares(prompt)]
    until_on = day_of(stage.now) + _LASTS
    terms = AgreedTerms(passages=told, words=words, how=how, until_on=until_on)
    row = unsaved_agreement(stage.who, terms, by=stage.welcomer, at=stage.now)
    agreement = stage.add(pk, row)
    for passage in told:
        _share(stage, agreement, passage)
    return agreement, len(told)


def _share(stage: Stage, agreement: Agreement, passage: Passage) -> None:
    through = Agreement.passages.through
    stage.rows.add(through(agreement_id=agreement.pk, passage_id=passage.pk))


def question(stage: Stage, step: Step) -> None:
    """Once, and instead of a blank form."""
    referral = stage.referrals[step.ref]
    by = stage.worker_at(referral)
    words, _, _ = _exchange(stage, referral, step.ref).partition(" | ")
    stage.look(by, Look.Why.REFERRAL, referral)
    row = unsaved_question(referral, words, by=by, at=stage.now)
    stage.questions[step.ref] = stage.add(stage.new_id(), row)
    event = stage.happens(question_asked(row))
    notify(stage, event, referral, stage.team.email)


def answer(stage: Stage, step: Step) -> None:
    """With the person’s yes it is a passage of the story."""
    row, by, at = stage.questions[step.ref], stage.welcomer, stage.now
    referral = stage.referrals[step.ref]
    _, _, words = _exchange(stage, referral, step.ref).partition(" | ")
    if step.codes["joins"]:
        row.passage = recording.add_passage(
            stage, by=by, prompt=Prompt.ASKED, words=words, read_back_at=at
        )
        assert referral.agreement is not None
        _share(stage, referral.agreement, row.passage)
    stage.happens(answered(row, words, by=by, at=at))


def _exchange(stage: Stage, referral: Referral, ref: int) -> str:
    """A question and its answer: dealt once, kept for when the answer comes."""
    key = f"questions {ref}"
    if key not in stage.script:
        need = referral.request.need
        stage.script[key] = stage.say("questions", need, ours=False)
    return stage.script[key]
