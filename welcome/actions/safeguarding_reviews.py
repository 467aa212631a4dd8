"""Reminding the leads of a review that is overdue: once for each day of review."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from ..audit import trail
from ..models import SafeguardingConcern, User
from .safeguarding import tell_leads
from .safeguarding_rows import safeguarding_event


def remind_of_safeguarding(*, today: date | None = None) -> int:
    """How many were reminded of. By the row: after an outage no one is told twice."""
    today = today or timezone.localdate()
    late = SafeguardingConcern.objects.to_remind(today)
    return sum(_remind(pk, today) for pk in late.values_list("pk", flat=True))


@transaction.atomic
def _remind(pk: Any, today: date) -> bool:
    rows = SafeguardingConcern.objects.to_remind(today).filter(pk=pk)
    rows = rows.select_related("person__team", "site")
    concern = rows.select_for_update(of=("self",), skip_locked=True).first()
    if concern is None:
        return False
    concern.reminded_for = concern.review_on
    concern.save(update_fields=["reminded_for"])
    clock, now = User.objects.hand("clock"), timezone.now()
    event = safeguarding_event("safeguarding.reminded", concern, by=clock, at=now)
    tell_leads(trail.write(event), concern, "safeguarding_review_due")
    return True
