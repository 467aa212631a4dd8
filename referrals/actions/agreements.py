"""An agreement ends: the partner's view closes in the same moment."""

from datetime import datetime
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils import timezone

from welcome.audit import trail
from welcome.models import Event, User
from welcome.refusals import Refused

from ..access.move_permissions import check
from ..models import Agreement, Referral
from ..payloads import ReferralWithdrawn
from . import deadlines, state_moves
from .agreed_terms import given
from .meetings_called_off import meet_no_more
from .recipients import readers_at_partner, readers_at_team
from .referral_events import referral_event
from .telling import tell


@transaction.atomic
def withdraw_agreement(referral: Referral, *, by: User, seen: str) -> Referral:
    """The person says no to sharing with this partner. All other help goes on.

    No one is late meanwhile: the partner can read nothing, so the team decides first.
    """
    referral = state_moves.as_seen(referral, seen)
    check("end_agreement", referral, by)
    event = close(referral, by=by)
    if event is None:
        raise Refused("This agreement has already ended.")
    deadlines.rest(referral)
    readers = readers_at_team(referral) + readers_at_partner(referral)
    tell(event, referral, readers, "agreement_ended")
    return referral


def close(referral: Referral, *, by: User) -> Event | None:
    """End the agreement, if there is one that was not ended. Returns what happened."""
    agreement = referral.agreement
    if agreement is None or agreement.withdrawn_at:
        return None
    event = withdrawn(referral, agreement, by=by, at=timezone.now())
    agreement.save(update_fields=["withdrawn_at", "withdrawn_by"])
    meet_no_more(referral, by=by)
    return trail.write(event)


def withdrawn(
    referral: Referral, agreement: Agreement, *, by: User, at: datetime
) -> Event:
    """Write the end into the agreement's row, and say so. Saves nothing."""
    agreement.withdrawn_at, agreement.withdrawn_by = at, by
    return referral_event("agreement.withdrawn", referral, by=by, at=at)


def ends_with_it(referral: Referral, by: User) -> ReferralWithdrawn:
    """For the trail of a withdrawal: whether the sharing ends only because of it.

    Not where it had ended before, nor where the person takes it back with their own
    hand: that is a no, which no one else puts right.
    """
    agreement = referral.agreement
    stood = agreement is not None and agreement.withdrawn_at is None
    return {"ended_agreement": stood and not by.is_the_person}


class AgreementColumns(TypedDict, total=False):
    """What may differ when the same is agreed to once more."""

    after_help: str
    words: str
    asked_by: User
    asked_at: datetime


def give_again(
    referral: Referral,
    agreement: Agreement,
    *,
    by: User,
    **changes: Unpack[AgreementColumns],
) -> Agreement:
    """The same parts, agreed to as a row of its own; `changes` is what differs.

    An agreement that has ended never comes to life again, so this writes another.
    """
    again = agreement.the_same_again()
    for name, value in changes.items():
        setattr(again, name, value)
    again.save(force_insert=True)
    passages = list(agreement.passages.all())
    again.passages.set(passages)
    files = list(agreement.files.to_open())
    again.attachments.set(files)
    now, count = timezone.now(), len(files)
    trail.write(given(referral, len(passages), by=by, at=now, files=count))
    return again
