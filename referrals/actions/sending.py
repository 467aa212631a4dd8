"""Taking the one story to those who can help."""

from collections.abc import Mapping
from typing import Required, TypedDict, Unpack, cast
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from welcome.audit import trail
from welcome.models import Person, User
from welcome.refusals import Refused

from ..access.move_permissions import check
from ..models import Offer, Referral, Request, State, Wants
from . import drafts, state_moves
from .agreed_terms import (
    AgreedTerms,
    PartsAgreed,
    given,
    refuse_files,
    written_down,
)
from .recipients import readers_at_partner
from .request_rows import leaving
from .telling import tell


class WhatIsAsked(TypedDict, total=False):
    """What the person asks, and of whom: see `prepare`."""

    words: Required[str]
    need: Required[str]
    urgency: Required[str]
    offers: Required[list[Offer]]
    previous: Referral | None
    wants: str
    despite: str


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
def prepare_and_send(
    person: Person,
    *,
    by: User,
    terms: AgreedTerms,
    once: UUID,
    **asked: Unpack[WhatIsAsked],
) -> list[Referral]:
    """What the person asks, agreed to and sent in one step, the same to each partner.

    Returns what was sent; nothing when the same form was sent before.
    """
    request = prepare(person, by=by, once=once, **asked)
    return agree_and_send(request, by=by, seen=request.seen, **terms)


@transaction.atomic
def agree_and_send(
    request: Request,
    *,
    by: User,
    seen: str,
    apart: Mapping[UUID, PartsAgreed] | None = None,
    **terms: Unpack[AgreedTerms],
) -> list[Referral]:
    """Write down what the person agreed to, and take the story to each partner.

    `apart`: by draft, the parts that one partner may read instead of the common ones.
    Returns what was sent; nothing when a second click finds it sent already.
    """
    drafts.one_at_a_time(request.person)
    Request.objects.select_for_update(of=("self",)).get(pk=request.pk)
    apart = apart or {}
    for parts in (terms, *apart.values()):
        refuse_parts_of_another(request.person, parts)
    prepared = request.referrals.filter(state=State.DRAFT).order_by("pk")
    prepared = prepared.select_related("offer__partner")
    if not prepared:
        return []
    drafts.as_seen(request, seen)
    drafts.has_room([draft.offer for draft in prepared])
    return [
        send(draft, cast(AgreedTerms, {**terms, **apart.get(draft.pk, {})}), by=by)
        for draft in prepared
    ]


def refuse_parts_of_another(person: Person, parts: PartsAgreed) -> None:
    """Refused where a part belongs to another person than this one."""
    if any(passage.person_id != person.pk for passage in parts["passages"]):
        raise Refused("These passages belong to someone else.")
    map = parts.get("map")
    refuse_files(person, parts.get("attachments", []))
    if map and map.person_id != person.pk:
        raise Refused("This map belongs to someone else.")


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
