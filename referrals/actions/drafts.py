"""What is prepared before anything is sent: said first, changed freely, put aside."""

from dataclasses import asdict
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from welcome.audit import trail
from welcome.models import Person, User
from welcome.once import other_key
from welcome.refusals import Refused, Stale

from ..matching.warnings import standing_of
from ..models import Capacity, Offer, Referral, Request, Stands, State
from . import state_moves
from .request_rows import Asked, request_event, unsaved_draft, unsaved_request


class Unsaid(Refused):
    """Something stands against it, and no one has said why to ask all the same."""


def one_at_a_time(person: Person) -> None:
    """Two who prepare for the same person do so one after the other.

    `no_key`: what others write down about the person meanwhile need not wait.
    """
    Person.objects.select_for_update(of=("self",), no_key=True).get(pk=person.pk)


def as_seen(request: Request, seen: str) -> None:
    """Refused where what is asked, or of whom, is not as the page showed it."""
    request.refresh_from_db()
    if seen != request.seen:
        raise Stale(
            "We did not send or discard anything. What they would like, or who you are "
            "asking, has changed since you opened this page. Read it again first."
        )


def can_be_asked(
    person: Person, offers: list[Offer], previous: Referral | None
) -> None:
    """Said before anything is made: who is asked already, and who has no room."""
    if not person.is_open:
        raise Refused(f"Finish a conversation with {person} first. No one holds them.")
    if any(offer.site_id != person.site_id for offer in offers):
        raise Refused(f"One of these is in another area. Choose offers near {person}.")
    asked = person.referrals.exclude(state=State.DRAFT).open()
    already = asked.filter(offer__in=offers).select_related("offer__partner").first()
    if already:
        raise Refused(
            f"You have already asked {already.offer.partner} for “{already.offer}”."
        )
    has_room(offers)
    taken = Referral.objects.filter(previous=previous).exclude(state=State.DRAFT)
    if previous and taken.exists():
        raise Refused("Someone has already sent this to another partner.")
    if previous:
        _waits_for_us(previous)


def _waits_for_us(previous: Referral) -> None:
    """Refused where what was given back stands again, or was decided about."""
    now = Referral.objects.select_for_update(of=("self",)).get(pk=previous.pk)
    if now.state != State.RETURNED or now.decided_at:
        raise Stale(
            f"We did not save a draft, because this no longer needs you. It is now "
            f"“{now.get_state_display()}” with {previous.partner}."
        )


def nothing_unsaid(
    person: Person, offers: list[Offer], need: str, despite: str
) -> None:
    """What speaks against an offer was seen: asking all the same needs a reason."""
    against = standing_of(person, offers, need)
    if against and not despite.strip():
        raise Unsaid(" ".join(dict.fromkeys(against.values())))


def has_room(offers: list[Offer]) -> None:
    """A partner that pauses, or offers it no longer, is respected at once."""
    gone = next((o for o in offers if o.stands != Stands.ACTIVE), None)
    if gone:
        raise Refused(f"“{gone}” is not offered now. Choose something else.")
    paused = next((o for o in offers if o.now == Capacity.PAUSED), None)
    if paused:
        raise Refused(
            f"“{paused}” is paused. {paused.partner} is not taking anyone at the "
            "moment."
        )


def under(once: UUID, person: Person, asked: Asked) -> tuple[Request | None, UUID]:
    """What was asked with this form before, if it was; and the key to keep this under.

    Once it was sent, other words are a request of their own: what is with a partner
    is not rewritten, and what was typed now is not dropped.
    """
    known = Request.objects.filter(once=once).first()
    if known and known.person_id != person.pk:
        raise Refused("This form was for someone else. Open it again for this person.")
    if known and known.is_sent and not says(known, asked):
        once = other_key(once, {"person": person, **asdict(asked)})
        known = Request.objects.filter(once=once).first()
    return known, once


def says(known: Request, asked: Asked) -> bool:
    return all(getattr(known, name) == said for name, said in asdict(asked).items())


def written(
    known: Request | None,
    person: Person,
    offers: list[Offer],
    *,
    by: User,
    once: UUID,
    asked: Asked,
) -> Request:
    """What is asked: written down, or changed where the same form says it anew."""
    if known is None:
        request = unsaved_request(person, asked, by=by, at=timezone.now(), once=once)
        request.save(force_insert=True)
        return _recorded("request.made", request, by, offers)
    if known.discarded_at:
        _wanted_again(known, by, offers)
    if says(known, asked):
        return known
    if known.words != asked.words:
        known.said_before = [*known.said_before, known.words]
    for name, said in asdict(asked).items():
        setattr(known, name, said)
    known.save(update_fields=[*asdict(asked), "said_before"])
    return _recorded("request.changed", known, by, offers)


def _wanted_again(request: Request, by: User, offers: list[Offer]) -> None:
    request.discarded_at = request.discarded_by = None
    request.save(update_fields=["discarded_at", "discarded_by"])
    _recorded("request.restored", request, by, offers)


def make_room(
    request: Request, offers: list[Offer], previous: Referral | None, *, by: User
) -> None:
    """Drafts of an earlier try, never sent, make room for this one."""
    drafts = request.person.referrals.filter(state=State.DRAFT)
    another = Q(offer__in=offers) & ~Q(request=request)
    if previous:
        another |= Q(previous=previous) & ~Q(request=request)
    dropped = Q(request=request) & ~Q(offer__in=offers)
    for referral in drafts.filter(another | dropped):
        put_aside(referral, by=by)


def draft(request: Request, offers: list[Offer], previous: Referral | None) -> None:
    """One for each offer that has none yet. Only one can follow on from `previous`."""
    drafts = request.referrals.filter(state=State.DRAFT)
    has = set(drafts.values_list("offer_id", flat=True))
    if previous and drafts.filter(previous=previous).exists():
        previous = None
    for offer in offers:
        if offer.pk in has:
            continue
        unsaved_draft(request, offer, previous).save(force_insert=True)
        previous = None


def put_aside(referral: Referral, *, by: User) -> None:
    """It was never sent, and what it followed on from is free to be taken elsewhere."""
    state_moves.move(
        referral,
        State.WITHDRAWN,
        by=by,
        previous=None,
        discarded_previous=referral.previous,
    )


def _recorded(what: str, request: Request, by: User, offers: list[Offer]) -> Request:
    now = timezone.now()
    trail.write(request_event(what, request, by=by, at=now, offers=len(offers)))
    return request
