"""An agreement ends: the partner's view closes in the same moment."""

from django.db import transaction
from django.utils import timezone

from welcome.models import User
from welcome.refusals import Refused

from ..models import Referral
from . import moves


@transaction.atomic
def withdraw_agreement(referral: Referral, *, by: User) -> Referral:
    """The person says no to sharing with this partner. All other help goes on."""
    referral = moves.locked(referral)
    if not close(referral, by=by):
        raise Refused("This agreement has ended already.")
    return referral


def close(referral: Referral, *, by: User) -> bool:
    """End the agreement, if there is one that lives. Returns whether there was."""
    agreement = referral.agreement
    if agreement is None or agreement.withdrawn_at:
        return False
    agreement.withdrawn_at, agreement.withdrawn_by = timezone.now(), by
    agreement.save(update_fields=["withdrawn_at", "withdrawn_by"])
    moves.happened("agreement.withdrawn", referral, by=by)
    return True
