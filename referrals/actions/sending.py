"""Taking the one story to those who can help."""

from typing import Unpack
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from welcome.audit import trail
from welcome.models import Person, User
from welcome.refusals import Refused

from ..access.move_permissions import check
from ..models import Offer, Referral, Request, State, Wants
from . import drafts, state_moves
from .agreed_terms import AgreedTerms, given, refuse_files, written_down
from .recipients import readers_at_partner
from .request_rows import leaving
from .telling import tell


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
    wants: str = Wants.ALL,
    despite: str = "",
) -> Request:
    """What the person asks, and a draft for each offer chosen.

    `once` is the form's own key: the same form sent twice prepares one request, and
    sent again with changes, before anything left, it changes that request (the words
    before are kept beside it); afterwards it is another request.
    `previous` is a referral that was given back: this tries elsewhere, on its request.
    """
    drafts.one_at_a_time(person)
    asked = drafts.Asked(
        words=words, need=need, urgency=urgency, wants=wants, despite=despite
    )
    known, once = drafts.under(once, person, asked)
    if known and known.is_sent:
        return known
    drafts.can_be_asked(person, offers, previous)
    drafts.nothing_unsaid(person, offers, need, despite)
    request = drafts.written(known, person, offers, by=by, once=once, asked=asked)
    drafts.make_room(request, offers, previous, by=by)
    drafts.draft(request, offers, previous)
    return request


@transaction.atomic
def discard(request: Request, *, by: User, seen: str) -> Request:
    """Put aside what was prepared and not sent. Nobody was told, so nobody is told."""
    drafts.one_at_a_time(request.person)
    if request.is_sent:
        raise Refused("This was sent already. Withdraw it where it says so instead.")
    prepared = request.referrals.filter(state=State.DRAFT)
    if prepared:
        drafts.as_seen(request, seen)
    for referral in prepared:
        drafts.put_aside(referral, by=by)
    return request


@transaction.atomic
def agree_and_send(
    request: Request, *, by: User, seen: str, **terms: Unpack[AgreedTerms]
) -> list[Referral]:
    """Write down what the person agreed to, and take the story to each partner.

    Returns what was sent; nothing when a second click finds it sent already.
    """
    drafts.one_at_a_time(request.person)
    Request.objects.select_for_update(of=("self",)).get(pk=request.pk)
    if any(passage.person_id != request.person_id for passage in terms["passages"]):
        raise Refused("These passages are not this person’s story.")
    refuse_files(request.person, terms.get("attachments", []))
    map = terms.get("map")
    if map and map.person_id != request.person_id:
        raise Refused("This map is not this person’s.")
    prepared = request.referrals.filter(state=State.DRAFT).order_by("pk")
    prepared = prepared.select_related("offer__partner")
    if not prepared:
        return []
    drafts.as_seen(request, seen)
    drafts.has_room([draft.offer for draft in prepared])
    return [send(draft, terms, by=by) for draft in prepared]


def send(referral: Referral, terms: AgreedTerms, *, by: User) -> Referral:
    """One draft, with the agreement that lets it leave. Call inside a transaction."""
    check("send", referral, by)
    agreement = written_down(referral, terms, by=by)
    now = timezone.now()
    codes, columns = leaving(referral, agreement, by=by, at=now)
    referral, event = state_moves.move(
        referral, State.SENT, by=by, codes=codes, **columns
    )
    counts = len(terms["passages"]), len(terms.get("attachments", []))
    trail.write(given(referral, counts[0], by=by, at=now, files=counts[1]))
    if referral.previous:
        _decided(referral.previous)
    tell(event, referral, readers_at_partner(referral))
    return referral


def _decided(referral: Referral) -> None:
    """What was given back has been taken elsewhere."""
    Referral.objects.filter(pk=referral.pk, decided_at=None).update(
        decided_at=timezone.now()
    )
