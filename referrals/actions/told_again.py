"""Did you have to tell your story again? Said by the person themselves."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from welcome.models import User
from welcome.refusals import Refused

from ..models import Referral, Retold, ToldAgain
from ..payloads import ToldAgainSaid
from . import state_moves
from .referral_events import happened

_OWN_PAGE = ToldAgain.When.OWN_PAGE


@transaction.atomic
def say_told_again(referral: Referral, *, by: User, answer: str) -> ToldAgain:
    """Once for each partner who said yes; it counts in the numbers like the others."""
    referral = state_moves.locked(referral)
    if referral.worker_id is None:
        raise Refused(f"{referral.partner} has not said yes yet.")
    said = referral.told_again.filter(when=_OWN_PAGE).first()
    if said:
        return said
    happened(
        "told_again.said",
        referral,
        by=by,
        detail=ToldAgainSaid(told_again=Retold(answer).value),
    )
    said = unsaved_told_again(referral, _OWN_PAGE, answer, by=by, at=timezone.now())
    said.save(force_insert=True)
    return said


def said_told_again(referral: Referral, when: str, answer: str, *, by: User) -> None:
    """Write down what a partner was told, in place of what was said then before.

    It is said a second time where the first answer or farewell was a mistake.
    """
    row = unsaved_told_again(referral, when, answer, by=by, at=timezone.now())
    ToldAgain.objects.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["referral", "when"],
        update_fields=["answer", "by"],
    )


def unsaved_told_again(
    referral: Referral, when: str, answer: str, *, by: User, at: datetime
) -> ToldAgain:
    return ToldAgain(referral=referral, when=when, answer=answer, by=by, at=at)
