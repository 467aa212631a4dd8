"""Whose turn it is: what waits for an answer, what is due first, a bounded look."""

from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from welcome.models import User

from ..models import Referral
from ..models.referrals import ReferralQuerySet

#: No one answers more in one sitting, and nothing ever counts them all.
LOOKED_AT = 50


@dataclass(frozen=True)
class Place:
    """Where one referral stands among what is due, and what lies beside it."""

    words: str = ""
    before: UUID | None = None
    after: UUID | None = None


def due_to(user: User) -> ReferralQuerySet:
    """What this partner can read and answer now, what is due first at the top.

    While the person is asked something the clock rests, and so does its turn.
    """
    mine = Referral.objects.to_partners_of(user).waiting_for_an_answer()
    live = {
        "agreement__withdrawn_at": None,
        "agreement__until_on__gte": timezone.localdate(),
    }
    return mine.filter(rests_since=None, **live)


def keys_due(user: User) -> list[UUID]:
    return list(due_to(user).values_list("pk", flat=True)[:LOOKED_AT])


def place_of(pk: UUID, keys: list[UUID]) -> Place:
    """In words, without counting what no one has looked at."""
    if pk not in keys:
        return Place()
    at = keys.index(pk)
    whole = f"the first {LOOKED_AT}" if len(keys) == LOOKED_AT else str(len(keys))
    return Place(
        words=f"{at + 1} of {whole} waiting for you",
        before=keys[at - 1] if at else None,
        after=keys[at + 1] if at + 1 < len(keys) else None,
    )


def next_after(pk: UUID, before: list[UUID], now: list[UUID]) -> UUID | None:
    """Whose turn comes when this one is answered: the next in order, or the first.

    `before` is the order in which it stood, `now` what still waits.
    """
    later = before[before.index(pk) + 1 :] if pk in before else []
    still = [one for one in [*later, *now] if one in now and one != pk]
    return still[0] if still else None
