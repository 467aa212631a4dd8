"""Who is waiting for a first conversation, by what has been done so far."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from ..models import Contact, Introduction, Meeting, User
from ..models.introductions import IntroductionQuerySet
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
