"""The person changes what they agreed to: more parts, fewer parts, or longer."""

from typing import Unpack

from django.db import transaction
from django.utils import timezone

from welcome.audit import trail
from welcome.models import User
from welcome.refusals import Refused, Stale

from ..access.move_permissions import check
from ..models import Agreement, Referral
from . import deadlines, state_moves
from .agreed_terms import AgreedTerms, given, written_down
from .recipients import readers_at_partner
from .sending import refuse_parts_of_another
from .telling import tell


@transaction.atomic
def change_agreement(
    referral: Referral,
    *,
    by: User,
    seen: str,
    instead_of: str,
    **terms: Unpack[AgreedTerms],
) -> Agreement:
    """Write down what the person says now; the agreement before ends as this begins.

    `instead_of` is the key of the agreement that the page showed. Raises Stale where
    another one is there by now. The partner is told, and reads what is agreed now.
    """
    referral = state_moves.as_seen(referral, seen)
    check("change_agreement", referral, by)
    refuse_parts_of_another(referral.person, terms)
    if referral.sent_at is None or not referral.is_open:
        raise Refused("This referral is not open, so there is nothing to share for it.")
    if str(referral.agreement_id or "") != instead_of:
        raise Stale("Someone has changed this agreement since you opened the page.")
    before = referral.agreement
    referral.agreement = written_down(referral, terms, by=by)
    referral.save(update_fields=["agreement"])
    if before and not before.withdrawn_at:
        before.withdrawn_at, before.withdrawn_by = timezone.now(), by
        before.save(update_fields=["withdrawn_at", "withdrawn_by"])
    deadlines.go_on(referral)
    count = len(terms["passages"])
    event = trail.write(given(referral, count, by=by, at=timezone.now()))
    tell(event, referral, readers_at_partner(referral), "agreement_changed")
    return referral.agreement
