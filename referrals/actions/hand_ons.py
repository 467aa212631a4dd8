"""A partner knows a better place: on with the person's yes, and never via no one."""

from typing import Unpack

from django.db import transaction
from django.utils import timezone

from welcome.locking import locked
from welcome.models import User
from welcome.refusals import Refused

from ..access.move_permissions import check
from ..models import GiveBack, HandOn, Offer, Outcome, Referral, State
from ..models.referral_states import WITH_PARTNER
from ..payloads import ReferralEnded, ReferralReturned
from . import drafts, state_moves
from .agreed_terms import AgreedTerms, refuse_files
from .help_rows import unsaved_outcome
from .holder_after import back_to_the_team
from .recipients import reader_of_answer, readers_at_partner, readers_at_team
from .referral_events import happened
from .request_rows import unsaved_draft
from .sending import send
from .telling import tell


@transaction.atomic
def propose_hand_on(
    referral: Referral,
    *,
    by: User,
    offer: Offer,
    words: str,
    seen: str,
) -> HandOn:
    """The partner says who would help better. They go on as they are until then."""
    referral = state_moves.as_seen(referral, seen)
    check("propose_hand_on", referral, by)
    state_moves.still_shared(referral)
    if referral.state not in (State.SENT, *WITH_PARTNER):
        raise Refused("This referral is closed, so you cannot suggest another service.")
    if (
        offer.site_id != referral.person.site_id
        or offer.partner_id == referral.partner_id
    ):
        raise Refused("Choose an offer of another partner in the same area.")
    waiting = referral.hand_ons.open().first()
    if waiting and waiting.offer_id == offer.pk:  # pressed twice
        return waiting
    if waiting:
        raise Refused(
            f"You have already suggested “{waiting.offer}”. We are asking about it."
        )
    proposal = HandOn.objects.create(
        referral=referral, offer=offer, words=words, proposed_by=by
    )
    event = happened("hand_on.proposed", referral, by=by)
    tell(event, referral, readers_at_team(referral), "hand_on_proposed")
    return proposal


@transaction.atomic
def agree_hand_on(
    proposal: HandOn, *, by: User, seen: str, **terms: Unpack[AgreedTerms]
) -> Referral:
    """With the person's yes the same request goes on to the better place.

    Who helps already goes on helping until the next one has said yes; who has not
    answered yet is asked no more.
    """
    proposal, old = _open(proposal, by, seen)
    if Referral.objects.filter(previous=old).exists():
        raise Refused("This has already been sent to another service.")
    drafts.one_at_a_time(old.person)
    refuse_files(old.person, terms.get("attachments", []))
    drafts.can_be_asked(old.person, [proposal.offer], None)
    new = unsaved_draft(old.request, proposal.offer, old)
    new.save(force_insert=True)
    new = send(new, terms, by=by)
    if old.state == State.SENT:
        _asked_no_more(old, proposal, by=by)
    _answered(proposal, by, became=new)
    happened("hand_on.agreed", old, by=by)
    return new


@transaction.atomic
def decline_hand_on(proposal: HandOn, *, by: User, seen: str, answer: str) -> HandOn:
    """Not there, says the person or the team. Everything stays as it was."""
    proposal, old = _open(proposal, by, seen)
    proposal = _answered(proposal, by, answer=answer)
    event = happened("hand_on.declined", old, by=by)
    readers = reader_of_answer(old, proposal.proposed_by)
    tell(event, old, readers, "hand_on_declined")
    return proposal


def let_go(referral: Referral, *, by: User) -> None:
    """The next partner helps now: the one that handed on has done its part."""
    if referral.state not in WITH_PARTNER:
        return
    if referral.state == State.ACCEPTED:
        state_moves.move(referral, State.HELPING, by=by)
    codes = ReferralEnded(how=Outcome.How.HANDED_ON)
    referral, event = state_moves.move(referral, State.ENDED, by=by, codes=codes)
    how = Outcome.How.HANDED_ON
    outcome = unsaved_outcome(referral, how, "", by=by, at=timezone.now())
    outcome.save(force_insert=True)
    back_to_the_team(referral, by=by)  # or to the partner that helps now
    readers = readers_at_partner(referral)
    tell(event, referral, readers, "hand_on_arrived")


def _open(proposal: HandOn, by: User, seen: str) -> tuple[HandOn, Referral]:
    rows = HandOn.objects.select_related("referral", "offer__partner", "proposed_by")
    proposal = locked(rows, proposal.pk)
    referral = state_moves.locked(proposal.referral)
    check("answer_hand_on", referral, by)
    if proposal.answered_at:
        raise Refused(f"{proposal.answered_by} has already answered this.")
    state_moves.as_seen(referral, seen)
    return proposal, referral


def _asked_no_more(old: Referral, proposal: HandOn, *, by: User) -> None:
    state_moves.move(
        old,
        State.RETURNED,
        by=by,
        codes=ReferralReturned(reason=GiveBack.ELSEWHERE, handed_on=True),
        reason=GiveBack.ELSEWHERE,
        suggestion=proposal.words,
        answered_at=timezone.now(),
        decided_at=timezone.now(),
    )


def _answered(
    proposal: HandOn, by: User, *, became: Referral | None = None, answer: str = ""
) -> HandOn:
    proposal.answered_at, proposal.answered_by = timezone.now(), by
    proposal.became, proposal.answer = became, answer
    proposal.save()
    return proposal
