"""What the database keeps true of every referral, in sentences."""

from django.db.models import Q

from welcome.models.constraints import (
    all_or_none,
    check,
    empty,
    filled,
    one_of,
    only_one,
)

from .give_back_reasons import GiveBack
from .pauses import PauseReason
from .referral_states import OPEN, WITH_PARTNER, State

CONSTRAINTS = [
    one_of("referral_state_is_known", "state", State.values),
    check(
        "referral_move_has_who_and_when",
        empty("moved_at", "moved_by", state=State.DRAFT)
        | filled("moved_at", "moved_by"),
    ),
    all_or_none(
        "referral_sent_has_who_when_and_until_when",
        "sent_at",
        "sent_by",
        "answer_due_on",
    ),
    check(
        "referral_leaves_only_with_an_agreement",
        Q(sent_at=None) | Q(agreement__isnull=False),
    ),
    check(
        "referral_beyond_draft_was_sent",
        Q(state__in=[State.DRAFT, State.WITHDRAWN]) | Q(sent_at__isnull=False),
    ),
    check(
        "referral_with_a_partner_has_a_worker",
        ~Q(state__in=WITH_PARTNER) | Q(worker__isnull=False),
    ),
    check(
        "referral_given_back_says_why_and_what_next",
        ~Q(state=State.RETURNED)
        | (Q(reason__in=GiveBack.values) & ~Q(suggestion__regex=r"^\s*$")),
    ),
    check(
        "referral_without_room_says_when_to_ask_again",
        ~Q(state=State.RETURNED, reason=GiveBack.FULL) | Q(ask_again_on__isnull=False),
    ),
    check(
        "referral_paused_says_why_and_until_when",
        Q(
            state=State.PAUSED,
            pause_reason__in=PauseReason.values,
            paused_until__isnull=False,
        )
        | (~Q(state=State.PAUSED) & Q(pause_reason="", paused_until__isnull=True)),
    ),
    only_one(
        "referral_one_open_per_person_and_offer",
        ["person", "offer"],
        among=Q(state__in=OPEN),
    ),
]
