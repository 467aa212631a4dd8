"""Taking the one story to those who can help."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from welcome import trail
from welcome.models import Passage, Person, User
from welcome.refusals import Refused

from ..clocks import answer_due_on
from ..models import Agreement, Capacity, Offer, Referral, Request, State
from . import moves


@transaction.atomic
def prepare(
    person: Person,
    *,
    by: User,
    once: UUID,
    words: str,
    need: str,
    urgency: str,
    offers: list[Offer],
    previous: Referral | None = None,
) -> Request:
    """What the person asks, and a draft for each offer chosen.

    `once` is the form's own key: the same form sent twice prepares one request.
    `previous` is a referral that was given back: this tries elsewhere, on its request.
    """
    Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    known = Request.objects.filter(once=once, person=person).first()
    if known:
        return known
    _can_be_asked(person, offers)
    request = Request.objects.create(
        person=person, words=words, need=need, urgency=urgency, made_by=by, once=once
    )
    trail.record(
        "request.made",
        about=request,
        by=by,
        person=person,
        team=person.team,
        need=need,
        urgency=urgency,
        offers=len(offers),
    )
    for offer in offers:
        Referral.objects.create(
            request=request,
            person=person,
            team=person.team,
            offer=offer,
            partner=offer.partner,
            previous=previous,
        )
        previous = None  # only one can follow on from it
    return request


def _can_be_asked(person: Person, offers: list[Offer]) -> None:
    """Said before anything is made: who is asked already, and who has no room."""
    if not person.is_open:
        raise Refused(f"Finish a conversation with {person} first: nobody holds them.")
    asked = person.referrals.exclude(state=State.DRAFT).open()
    already = asked.filter(offer__in=offers).select_related("offer__partner").first()
    if already:
        raise Refused(
            f"{already.offer.partner} is already asked for “{already.offer}”."
        )
    paused = next((o for o in offers if o.capacity == Capacity.PAUSED), None)
    if paused:
        raise Refused(f"“{paused}” is paused: {paused.partner} takes nobody just now.")
    # drafts of an earlier try that was never sent make room for this one
    for draft in person.referrals.filter(state=State.DRAFT, offer__in=offers):
        moves.move(draft, State.WITHDRAWN, by=draft.request.made_by)


@transaction.atomic
def agree_and_send(
    request: Request,
    *,
    by: User,
    passages: list[Passage],
    words: str,
    how: str,
    until_on: date,
) -> list[Referral]:
    """Write down what the person agreed to, and take the story to each partner.

    Returns what was sent; nothing when a second click finds it sent already.
    """
    Request.objects.select_for_update(of=("self",)).get(pk=request.pk)
    if any(passage.person_id != request.person_id for passage in passages):
        raise Refused("These passages are not this person’s story.")
    drafts = request.referrals.filter(state=State.DRAFT).order_by("pk")
    return [
        _send(draft, by=by, passages=passages, words=words, how=how, until_on=until_on)
        for draft in drafts
    ]


def _send(
    referral: Referral,
    *,
    by: User,
    passages: list[Passage],
    words: str,
    how: str,
    until_on: date,
) -> Referral:
    agreement = Agreement.objects.create(
        person=referral.person, words=words, how=how, asked_by=by, until_on=until_on
    )
    agreement.passages.set(passages)
    now, request = timezone.now(), referral.request
    due = answer_due_on(
        timezone.localdate(now), request.urgency, referral.team.site.nation
    )
    referral, event = moves.move(
        referral,
        State.SENT,
        by=by,
        codes={"need": request.need, "urgency": request.urgency},
        agreement=agreement,
        sent_at=now,
        sent_by=by,
        answer_due_on=due,
    )
    moves.happened("agreement.given", referral, by=by, passages=len(passages))
    if referral.previous:
        _decided(referral.previous)
    moves.tell(event, referral, moves.readers_at_partner(referral), "referral_arrived")
    return referral


def _decided(referral: Referral) -> None:
    """What was given back has been taken elsewhere."""
    Referral.objects.filter(pk=referral.pk, decided_at=None).update(
        decided_at=timezone.now()
    )
