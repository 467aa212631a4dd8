"""The row of a record opened in an emergency, and its events. Saves nothing."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone

from ..audit.event_rows import unsaved_event
from ..audit.payloads import EmergencyOpened
from ..models import Emergency, Event, Person, User
from ..values.working_days import working_days_after


def unsaved_emergency(
    person: Person, *, by: User, at: datetime, why: str, words: str, **told: Any
) -> Emergency:
    """Open for EMERGENCY_MINUTES; `told` is what is said of telling the person."""
    return Emergency(
        person=person,
        site=person.site,
        by=by,
        why=why,
        words=words,
        opened_at=at,
        until_at=at + timedelta(minutes=settings.EMERGENCY_MINUTES),
        review_due_on=working_days_after(
            timezone.localdate(at),
            settings.EMERGENCY_REVIEW_DAYS,
            person.team.site.nation,
        ),
        **told,
    )


def opened(emergency: Emergency) -> Event:
    codes = EmergencyOpened(why=str(emergency.why))
    by, at = emergency.by, emergency.opened_at
    return emergency_event("emergency.opened", emergency, by=by, at=at, detail=codes)


def emergency_event(
    what: str,
    emergency: Emergency,
    *,
    by: User,
    at: datetime,
    detail: Mapping[str, object] | None = None,
) -> Event:
    person = emergency.person
    return unsaved_event(
        what,
        at=at,
        about=emergency,
        by=by,
        person=person,
        team=person.team,
        detail=detail,
    )
