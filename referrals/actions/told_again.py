"""Did you have to tell your story again? Said by the person themselves."""

from django.db import transaction

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
    return ToldAgain.objects.create(
        referral=referral, when=_OWN_PAGE, answer=answer, by=by
    )
