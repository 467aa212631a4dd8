"""Remembering that someone has taken a list of people away as a file."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from ..audit import trail
from ..audit.looks import record_looks
from ..audit.payloads import ListTaken
from ..models import Event, Look, User


@transaction.atomic
def take_list(
    code: str,
    *,
    by: User,
    people: Sequence[UUID],
    rows: int,
    why: Look.Why = Look.Why.TEAM,
) -> Event:
    """One event for the file, and a look at each person whose name is in it."""
    record_looks(people, by=by, why=why)
    return trail.record(
        "list.taken",
        about=by,
        by=by,
        site=by.site,
        team=by.first_team,
        detail=ListTaken(list=code, rows=rows),
    )
