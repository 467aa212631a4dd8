"""Agreements from before it was asked whether reading ends with the help."""

from django.db import transaction
from django.utils import timezone

from welcome.models import User
from welcome.refusals import Refused

from ..access.move_permissions import check
from ..models import AfterHelp, Agreement, Referral
from ..payloads import AgreementReviewed
from . import agreements, state_moves
from .referral_events import happened


@transaction.atomic
def review_agreement(
    referral: Referral, *, by: User, after_help: str, words: str = ""
) -> Agreement:
    """Write down what the person says about reading after the help has ended.

    Where they want the partner to read on, that is an agreement of its own: the same
    parts, until the same day, in what they say now.
    """
    referral = state_moves.locked(referral)
    check("end_agreement", referral, by)
    agreement = referral.agreement
    if agreement is None or agreement.after_help or not agreement.is_live:
        raise Refused("This agreement no longer needs a review.")
    if after_help == AfterHelp.UNTIL:
        agreement = _agreed_anew(referral, agreement, by=by, words=words)
    else:
        agreement.after_help = AfterHelp.ENDS
        agreement.save(update_fields=["after_help"])
    reviewed = AgreementReviewed(after_help=after_help)
    happened("agreement.reviewed", referral, by=by, detail=reviewed)
    return agreement


def _agreed_anew(
    referral: Referral, agreement: Agreement, *, by: User, words: str
) -> Agreement:
    """The old one ends as the new one begins."""
    now = timezone.now()
    again = agreements.give_again(
        referral,
        agreement,
        by=by,
        after_help=AfterHelp.UNTIL,
        words=words,
        asked_by=by,
        asked_at=now,
    )
    agreement.withdrawn_at, agreement.withdrawn_by = now, by
    agreement.save(update_fields=["withdrawn_at", "withdrawn_by"])
    referral.agreement = again
    referral.save(update_fields=["agreement"])
    return again
