"""Which referrals someone can see, and which are waiting for whom."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from welcome.models import User
from welcome.models.own_record import NeverOnesOwn

from .referral_states import OPEN, State

if TYPE_CHECKING:
    from .referrals import Referral  # noqa: F401 — named in the queryset's type


class ReferralQuerySet(NeverOnesOwn, models.QuerySet["Referral"]):
    def visible_to(self, user: User) -> "ReferralQuerySet":
        """What this user may know exists: their team's, or what was sent to them."""
        theirs = Q(team_id__in=user.team_ids) | (
            Q(partner_id__in=user.partner_ids)
            & ~Q(state=State.DRAFT)
            & ~Q(sent_at=None)
        )
        if not (user.team_ids or user.partner_ids):
            return self.none()
        return self.filter(theirs).without_own(user)

    def to_partners_of(self, user: User) -> "ReferralQuerySet":
        return self.visible_to(user).filter(partner_id__in=user.partner_ids)

    def sent_to_partners_of(self, user: User) -> "ReferralQuerySet":
        """What waits for an answer of this user's partners."""
        return self.to_partners_of(user).waiting_for_an_answer()

    def from_teams_of(self, user: User) -> "ReferralQuerySet":
        return self.visible_to(user).filter(team_id__in=user.team_ids)

    def open(self) -> "ReferralQuerySet":
        return self.filter(state__in=OPEN)

    def paused_until_now(self, today: date) -> "ReferralQuerySet":
        """Those whose pause is over, the longest first."""
        over = self.filter(state=State.PAUSED, paused_until__lte=today)
        return over.order_by("paused_until", "pk")

    def waiting_for_an_answer(self) -> "ReferralQuerySet":
        return self.filter(state=State.SENT).order_by("answer_due_on", "pk")

    def ticking(self) -> "ReferralQuerySet":
        """Those whose clock runs, what is due first at the top."""
        runs = self.filter(state=State.SENT, overdue_at=None, rests_since=None)
        return runs.order_by("answer_due_on", "pk")

    def needing_us(self) -> "ReferralQuerySet":
        """Given back and not yet taken anywhere else: nobody is bounced."""
        back = self.filter(state=State.RETURNED, decided_at=None)
        return back.order_by("-moved_at", "pk")
