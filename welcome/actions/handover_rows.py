"""The row of a handover that is asked, and what is written of it. Saves nothing."""

from datetime import datetime
from typing import TypedDict, Unpack

from django.conf import settings
from django.utils import timezone

from ..audit.event_rows import unsaved_event
from ..models import Event, Handover, Holding, Person, Team, User
from ..values.working_days import working_days_after


class Asked(TypedDict, total=False):
    """What the form of a handover asks, beside who should hold the person."""

    why: str
    agreed_words: str
    agreed_how: str
    may_read: bool


def unsaved_handover(
    person: Person,
    holding: Holding,
    *,
    by: User,
    at: datetime,
    to_team: Team,
    to_worker: User | None = None,
    **asked: Unpack[Asked],
) -> Handover:
    """Asked of another team, or of a colleague; an answer is due some days later."""
    return Handover(
        person=person,
        from_team=person.team,
        from_worker=holding.worker if holding.team_id == person.team_id else None,
        to_team=to_team,
        to_worker=to_worker,
        offered_by=by,
        offered_at=at,
        answer_due_on=working_days_after(
            timezone.localdate(at), settings.HANDOVER_ANSWER_DAYS, to_team.site.nation
        ),
        **asked,
    )


def happened(what: str, handover: Handover, *, by: User, at: datetime) -> Event:
    return unsaved_event(
        what,
        at=at,
        about=handover,
        by=by,
        person=handover.person,
        team=handover.to_team,
    )
