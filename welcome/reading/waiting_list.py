"""Who is waiting for a first conversation, by what has been done so far."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from ..models import Contact, Introduction, Meeting, User
from ..models.introductions import IntroductionQuerySet
from ..values.working_days import working_days_between
from .today_people import CALL_DAYS

#: Sort orders by their code. Each ends in a key that no two share.
SORTED_BY = {
    "": ("made_at", "pk"),
    "new": ("-made_at", "-pk"),
    "name": ("known_as", "pk"),
}


def waiting_for(user: User, code: str = "") -> IntroductionQuerySet:
    """Everyone, or those not rung yet, with a plan, or for whom something is late."""
    rows = Introduction.objects.visible_to(user).waiting()
    here = OuterRef("pk")
    called = Exists(Contact.objects.filter(introduction=here))
    plans = Meeting.objects.filter(introduction=here, state=Meeting.State.PLANNED)
    over = Exists(plans.filter(at__lt=timezone.now()))
    late = Q(made_at__lt=timezone.now() - timedelta(days=CALL_DAYS))
    found = {
        "call": ~called,
        "planned": Q(Exists(plans)),
        "overdue": Q(over) | (late & ~called & ~Exists(plans)),
    }
    return rows.filter(found[code]) if code else rows


def plan_of(row: Introduction) -> Meeting | None:
    planned = (m for m in row.meetings.all() if m.state == Meeting.State.PLANNED)
    return next(planned, None)


def can_plan(row: Introduction) -> bool:
    """A plan whose time has passed is not moved: someone says how it went."""
    plan = plan_of(row)
    return not plan.is_due if plan else row.is_waiting


def add_facts(row: Introduction) -> None:
    """How long they wait, the plan, the calls, and the step that is next."""
    calls, plan = list(row.contacts.all()), plan_of(row)
    row.since = _since(row)  # type: ignore[attr-defined]
    row.plan = plan  # type: ignore[attr-defined]
    row.last_call = calls[-1] if calls else None  # type: ignore[attr-defined]
    row.step = _step(calls, plan)  # type: ignore[attr-defined]


def _since(row: Introduction) -> str:
    """
    Since when, and how many working days that is.
    """
    day = timezone.localdate(row.made_at)
    days = working_days_between(day, timezone.localdate(), row.site.nation)
    if not days:
        return "Came today" if day == timezone.localdate() else f"Came on {day:%A}"
    return f"Waiting {days} working {'day' if days == 1 else 'days'}"


def _step(calls: list[Contact], plan: Meeting | None) -> str:
    if plan:
        return "settle" if plan.is_due else "begin"
    return "plan" if any(call.reached for call in calls) else "call"
