"""What the clock does: remind, raise what is overdue, rest. It never closes."""

from django.db import transaction
from django.utils import timezone

from welcome.models import Membership, Role, User

from ..deadlines.answer_deadlines import after_a_rest, reminds_on
from ..models import Referral, State
from . import state_moves
from .recipients import leads_of_team, readers_at_partner, readers_at_team
from .referral_events import happened
from .telling import tell


@transaction.atomic
def ring(referral: Referral, *, by: User) -> str:
    """Remind the partner, or raise it with their lead and the holder. Each once.

    Returns what was done: "reminded", "overdue" or nothing.
    """
    referral, today = state_moves.locked(referral), timezone.localdate()
    due = referral.answer_due_on
    if referral.state != State.SENT or due is None or referral.rests_since:
        return ""
    if today > due:
        return _overdue(referral, by=by) if referral.overdue_at is None else ""
    nation = referral.team.site.nation
    if referral.reminded_at is None and today >= reminds_on(due, nation):
        return _remind(referral, by=by)
    return ""


def rest(referral: Referral) -> None:
    """The person is asked, or ended the agreement: no one is late. Call it locked."""
    if referral.state == State.SENT and referral.rests_since is None:
        referral.rests_since = timezone.localdate()
        referral.save(update_fields=["rests_since"])


def go_on(referral: Referral) -> None:
    """They have answered: due so many working days later as it rested."""
    if referral.rests_since is None or referral.answer_due_on is None:
        return
    if referral.agreement and referral.agreement.withdrawn_at:
        return
    if referral.questions.filter(answered_at=None).exists():
        return
    today, nation = timezone.localdate(), referral.team.site.nation
    due, since = referral.answer_due_on, referral.rests_since
    referral.answer_due_on = after_a_rest(due, since, today, nation)
    referral.rests_since = None
    referral.save(update_fields=["answer_due_on", "rests_since"])


def _remind(referral: Referral, *, by: User) -> str:
    referral.reminded_at = timezone.now()
    referral.save(update_fields=["reminded_at"])
    event = happened("referral.reminded", referral, by=by)
    tell(event, referral, readers_at_partner(referral), "answer_due")
    return "reminded"


def _overdue(referral: Referral, *, by: User) -> str:
    referral.overdue_at = timezone.now()
    referral.save(update_fields=["overdue_at"])
    event = happened("referral.overdue", referral, by=by)
    leads = Membership.objects.current().filter(
        organisation=referral.partner_id,
        role=Role.PARTNER_LEAD,
        user__is_active=True,
    )
    theirs = [referral.partner.email, *leads.values_list("user__email", flat=True)]
    ours = [*readers_at_team(referral), *leads_of_team(referral)]
    tell(event, referral, [*theirs, *ours], "answer_overdue")
    return "overdue"
