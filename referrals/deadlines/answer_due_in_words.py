"""The clock of one referral, in words and in how it is coloured beside them."""

from django.utils import timezone

from ..models import Referral
from . import answer_deadlines


def due_in_words(referral: Referral) -> tuple[str, str]:
    """Nothing where no answer is due. Needs `person__site`."""
    due, today = referral.answer_due_on, timezone.localdate()
    if due is None:
        return "", ""
    if referral.rests_since:
        return answer_deadlines.RESTS, "held"
    words = answer_deadlines.in_words(due, today, referral.person.site.nation)
    return words, answer_deadlines.kind(due, today)
