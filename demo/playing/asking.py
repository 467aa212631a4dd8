"""Playing how help is asked for: mirrors `referrals.actions` sending and asking."""

from datetime import timedelta

from referrals.deadlines.answer_deadlines import answer_due_on
from referrals.models import Agreement, Offer, Question, Referral, Request, State
from welcome.models import Look, Prompt, User

from ..lives.hours import day_of
from ..lives.pen import Step
from . import recording
from .moving import happened, move, notify
from .stage import Stage

_LASTS = timedelta(days=365)


def asked(stage: Stage, step: Step) -> None:
    """Mirrors `prepare` and `agree_and_send`: one request, each partner its own yes."""
    by, codes = stage.welcomer, step.codes
    stage.look(by, Look.Why.TEAM)
    request = stage.rows.add(
        Request(
            id=stage.new_id(),
            once=stage.new_id(),
            person=stage.who,
            words=stage.say("asks", codes["need"], ours=False),
            need=codes["need"],
            urgency=codes["urgency"],
            made_by=by,
            made_at=stage.now,
        )
    )
    stage.record(
        "request.made",
        by,
        request,
        person=stage.who,
        team=stage.team,
        need=request.need,
        urgency=request.urgency,
        offers=len(codes["asked"]),
    )
    previous = stage.referrals.get(codes["previous"])
    for ref, offer in codes["asked"].items():
        _send(stage, ref, stage.town.offers[offer], request, previous)
        previous = None


def _send(
    stage: Stage, ref: int, offer: Offer, request: Request, previous: Referral | None
) -> None:
    by, (agreement, shared) = stage.welcomer, _agree(stage)
    due = answer_due_on(day_of(stage.now), request.urgency, stage.town.place.nation)
    referral = Referral(
        id=stage.new_id(),
        request=request,
        person=stage.who,
        team=stage.team,
        offer=offer,
        partner=offer.partner,
        agreement=agreement,
        previous=previous,
        sent_at=stage.now,
        sent_by=by,
        answer_due_on=due,
    )
    stage.referrals[ref] = stage.rows.add(referral)
    codes = {"need": request.need, "urgency": request.urgency}
    sent = move(stage, referral, State.SENT, by, **codes)
    happened(stage, "agreement.given", referral, by, passages=shared)
    if previous:
        previous.decided_at = previous.decided_at or stage.now
    notify(stage, sent, referral, [referral.partner.email], "referral_arrived")


def _agree(stage: Stage) -> tuple[Agreement, int]:
    """The person’s yes, and to how many passages: mostly to nearly all."""
    agreement = stage.rows.add(
        Agreement(
            id=stage.new_id(),
            person=stage.who,
            words=stage.say("agreements"),
            how=stage.rng.choice(["face_to_face", "face_to_face", "phone"]),
            asked_by=stage.welcomer,
            asked_at=stage.now,
            until_on=day_of(stage.now) + _LASTS,
            after_help="ends",
        )
    )
    through = Agreement.passages.through
    told = [p for prompt, p in stage.passages.items() if stage.shares(prompt)]
    for passage in told:
        stage.rows.add(through(agreement_id=agreement.pk, passage_id=passage.pk))
    return agreement, len(told)


def question(stage: Stage, step: Step) -> None:
    """Mirrors `ask`: once, and instead of a blank form."""
    referral = stage.referrals[step.ref]
    by = _somebody_at(stage, referral)
    asks, _, _ = _exchange(stage, referral, step.ref).partition(" | ")
    stage.look(by, Look.Why.REFERRAL, referral)
    stage.questions[step.ref] = stage.rows.add(
        Question(
            id=stage.new_id(),
            referral=referral,
            words=asks,
            asked_by=by,
            asked_at=stage.now,
        )
    )
    event = happened(stage, "question.asked", referral, by)
    notify(stage, event, referral, [stage.team.email], "question_asked")


def answer(stage: Stage, step: Step) -> None:
    """Mirrors `answer`: with the person’s yes it is a passage of the story."""
    row, by = stage.questions[step.ref], stage.welcomer
    referral = stage.referrals[step.ref]
    _, _, words = _exchange(stage, referral, step.ref).partition(" | ")
    joins = step.codes["joins"]
    if joins:
        row.passage = recording.add_passage(
            stage, by=by, prompt=Prompt.ASKED, words=words, read_back_at=stage.now
        )
        through = Agreement.passages.through
        stage.rows.add(through(agreement=referral.agreement, passage=row.passage))
    row.answer, row.answered_by, row.answered_at = words, by, stage.now
    happened(stage, "question.answered", referral, by, joins=joins)


def _exchange(stage: Stage, referral: Referral, ref: int) -> str:
    """A question and its answer: dealt once, kept for when the answer comes."""
    key = f"questions {ref}"
    if key not in stage.script:
        need = referral.request.need
        stage.script[key] = stage.say("questions", need, ours=False)
    return stage.script[key]


def _somebody_at(stage: Stage, referral: Referral) -> User:
    return referral.worker or stage.rng.choice(
        stage.town.workers[referral.partner.name]
    )
